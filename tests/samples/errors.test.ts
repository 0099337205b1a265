import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/generators/samples/languages.ts';
import { loadPolicies } from '../../src/openapi/document/load.ts';
import { needsProgram } from '../programs.ts';
import { blocksOf } from './blocks.ts';
import { canRun } from './interpreters.ts';
import { linted, Programs } from './programs.ts';
import { freshWorkspace, WatchedMock } from './workspace.ts';

const { errors } = await loadPolicies();
const blocks = blocksOf('errors');

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
  }
});

for (const { id, label } of languages) {
  const own = blocks.filter(({ sample }) => sample === id);

  describe.concurrent(`the error catalogue in ${label}`, () => {
    needsProgram(id, canRun(id));
    let programs: Programs;
    beforeAll(async () => {
      if (!canRun(id)) return;
      const codes = own.map(({ section, code }) => [section, mock.adapted(code, freshWorkspace())] as const);
      programs = await Programs.write(id, Object.fromEntries(codes));
    });
    afterAll(() => programs?.close());

    test.for(own)('brings about $section', async ({ section }, { expect }) => {
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
