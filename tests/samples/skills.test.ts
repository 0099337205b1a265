/** What agents are taught: each block of each skill, in its order, in one shell, as an agent would go through it. */
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../scripts/ports.ts';
import { dist, root } from '../../scripts/paths.ts';
import { readSkill, skillAddress } from '../../src/site/skills/skill.ts';
import { REDIRECT_URI } from '../oauth/flow.ts';
import { visit } from '../oauth/user.ts';
import { execute, needsProgram } from '../programs.ts';
import { canRun } from './interpreters.ts';
import { freshWorkspace, WatchedMock } from './workspace.ts';

const SITE = 'https://developers.orbinto.com';
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const skills = globSync('content/skills/*.md', { cwd: root }).map((file) => readSkill(read(file), SITE, read));

interface Block {
  readonly language: string;
  /** The file that it is saved as. */
  readonly title: string | undefined;
  readonly code: string;
}

const blocksOf = (text: string): Block[] =>
  [...text.matchAll(/^```(\w+)(?: title="([^"]+)")?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', title, code = '']) => ({
      language,
      title,
      code,
    }),
  );

let mock: WatchedMock;
beforeAll(async () => {
  mock = await WatchedMock.start();
});
afterAll(() => mock.close());

/** A folder in which blocks are saved and run, as a person's would be. */
class Shell {
  readonly #folder = mkdtempSync(join(tmpdir(), 'skill-'));
  readonly #env: Readonly<Record<string, string>>;

  constructor(env: Readonly<Record<string, string>>) {
    this.#env = env;
    writeFileSync(join(this.#folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(this.#folder, 'env.sh'), '');
  }

  save(name: string, text: string): void {
    writeFileSync(join(this.#folder, name), text);
  }

  load(name: string): string {
    return readFileSync(join(this.#folder, name), 'utf8');
  }

  /** Runs a block; what it exports stands in those that come after. */
  async run(code: string): Promise<{ exit: number | null; stderr: string }> {
    this.save('block.sh', `set -euo pipefail\n. ./env.sh\n${code}\nexport -p > env.sh\n`);
    const { exit, stdout, stderr } = await execute(['bash', 'block.sh'], { cwd: this.#folder, env: this.#env });
    return { exit, stderr: exit === 0 ? stderr : `${stdout}${stderr}` };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

/** What is between the blocks of a skill that only a person does. */
const MEANWHILE: Readonly<Record<string, (shell: Shell) => Promise<void>>> = {
  'sign-in.txt': async (shell) => {
    const [verifier = '', state, address = ''] = shell.load('sign-in.txt').trim().split('\n');
    const back = await visit(`${address}&login_hint=${freshWorkspace()}`);
    expect(back.searchParams.get('state')).toBe(state);
    const code = back.searchParams.get('code') ?? '';
    shell.save('env.sh', `${shell.load('env.sh')}\nexport CODE='${code}' CODE_VERIFIER='${verifier}'\n`);
  },
};

describe.concurrent('each block of the skill', () => {
  needsProgram('curl', canRun('curl'));

  test.for(skills)('$name', async ({ text }, { expect }) => {
    const workspace = freshWorkspace();
    const port = String(await freePort());
    const shell = new Shell({ ORBINTO_URL: `${mock.url}/v1`, ORBINTO_API_KEY: `sk_test_${workspace}`, PORT: port });
    try {
      const blocks = blocksOf(text).filter(({ code }) => code !== 'npm run mock\n');
      expect(blocks.length).toBeGreaterThan(1);
      for (const { language, title, code } of blocks) {
        const adapted = mock
          .adapted(code, workspace)
          .replaceAll('YOUR_CLIENT_ID', 'client_test')
          .replaceAll('https://yourapp.com/callback', REDIRECT_URI)
          .replaceAll('sk_test_mycompany', `sk_test_${workspace}`);
        if (title !== undefined) shell.save(title, adapted);
        else {
          expect(language).toBe('sh');
          expect(await shell.run(adapted), code).toEqual({ exit: 0, stderr: '' });
        }
        for (const [file, act] of Object.entries(MEANWHILE)) if (code.includes(`> ${file}`)) await act(shell);
      }
    } finally {
      shell.remove();
    }
  });
});

test('the index names each skill with the digest of what is published', () => {
  const index = JSON.parse(readFileSync(join(dist, '.well-known/agent-skills/index.json'), 'utf8')) as {
    skills: { name: string; url: string; digest: string; description: string }[];
  };
  expect(index.skills.map(({ name }) => name)).toEqual(skills.map(({ name }) => name));
  for (const { name, url, digest } of index.skills) {
    expect(url).toBe(skillAddress({ name }));
    const file = readFileSync(join(dist, url));
    expect(digest).toBe(`sha256:${createHash('sha256').update(file).digest('hex')}`);
    expect(file.toString()).toBe(skills.find((skill) => skill.name === name)?.text);
  }
});
