import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/generators/samples/languages.ts';
import { loadPolicies } from '../../src/openapi/document/load.ts';
import { needsProgram } from '../programs.ts';
import { blocksOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import { canRun } from './interpreters.ts';
import { linted, Programs } from './programs.ts';
import { freshWorkspace, WatchedMock } from './workspace.ts';

const { errors } = await loadPolicies();
const all = blocksOf('errors').filter(({ sample }) => sample !== undefined);
/** The last of an error's blocks in a language brings it about; the one before prepares it. */
const isLast = ({ section, sample }: Block, index: number): boolean =>
  !all.slice(index + 1).some((other) => other.section === section && other.sample === sample);
const blocks = all.filter(isLast);
const preparing = all.filter((block, index) => !isLast(block, index));
const triggerOf = (section: string) => errors.find(({ code }) => code === section)?.trigger;

let mock: WatchedMock;
beforeAll(async () => {
  mock = await WatchedMock.start();
});
afterAll(() => mock.close());

test('every error that has a request to bring it about shows it in every language', () => {
  const triggered = errors.filter(({ trigger }) => trigger !== undefined).map(({ code }) => code);
  for (const { id } of languages) {
    const shown = blocks.filter(({ sample }) => sample === id).map(({ section }) => section);
    expect(shown.toSorted()).toEqual(triggered.toSorted());
    const prepared = preparing.filter(({ sample }) => sample === id).map(({ section }) => section);
    expect(prepared).toEqual(triggered.filter((code) => triggerOf(code)?.before));
  }
});

for (const { id, label } of languages) {
  const own = blocks.filter(({ sample }) => sample === id);

  describe.concurrent(`the error catalogue in ${label}`, () => {
    needsProgram(id, canRun(id));
    let programs: Programs;
    const workspaces = new Map<string, string>();

    /** The block that comes first is run once; where it is to be run more often, the test sends the same. */
    async function prepare(section: string): Promise<void> {
      const before = triggerOf(section)?.before;
      if (!before) return;
      const { exit, stderr } = await programs.run(`before_${section}`);
      expect(exit, stderr).toBe(0);
      const headers = {
        Authorization: `Bearer sk_test_${workspaces.get(section)}_admin`,
        'Content-Type': 'application/json',
      };
      const init = { method: before.method, headers, body: JSON.stringify(before.body) };
      for (let times = 1; times < (before.times ?? 1); times += 1) await fetch(new URL(before.path, mock.url), init);
    }

    beforeAll(async () => {
      if (!canRun(id)) return;
      const codes = own.flatMap(({ section, code }) => {
        const workspace = freshWorkspace();
        workspaces.set(section, workspace);
        const before = preparing.find((block) => block.section === section && block.sample === id);
        return [
          [section, mock.adapted(code, workspace)],
          ...(before ? [[`before_${section}`, mock.adapted(before.code, workspace)]] : []),
        ] as [string, string][];
      });
      programs = await Programs.write(id, Object.fromEntries(codes));
    });
    afterAll(() => programs?.close());

    test.for(own)('brings about $section', async ({ section }, { expect }) => {
      await prepare(section);
      const { exit, stdout, stderr } = await programs.run(section);
      const { status, type } = errors.find(({ code }) => code === section) ?? expect.unreachable();
      const [body = ''] = /\{.*\}/s.exec(stdout + stderr) ?? [];
      expect(body, stdout + stderr).not.toBe('');
      expect(JSON.parse(body)).toMatchObject({ error: { code: section, status, type } });
      expect(stderr).toContain(String(status));
      expect(exit).toBe(id === 'curl' ? 22 : 1);
    });

    if (linted.includes(id)) {
      test('has nothing that a linter complains of', (context) => programs.expectNoComplaints(context));
    }
  });
}
