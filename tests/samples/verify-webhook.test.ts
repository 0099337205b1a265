import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { execute, needsProgram } from '../programs.ts';
import { blocksWith } from './guide-blocks.ts';
import { canRun, interpreters } from './interpreters.ts';

interface Vector {
  name: string;
  valid: boolean;
}
type Verdicts = Record<'signature' | 'standard', (boolean | null)[]>;

const folder = resolve('src/generators/verify-webhook');
const vectorsFile = join(folder, 'vectors.json');
const vectors = JSON.parse(readFileSync(vectorsFile, 'utf8')) as Record<keyof Verdicts, Vector[]>;

const languages: readonly { id: LanguageId; file: string; check: string }[] = [
  { id: 'javascript', file: 'verify-webhook.js', check: 'check.js' },
  { id: 'python', file: 'verify_webhook.py', check: 'check.py' },
  { id: 'php', file: 'verify_webhook.php', check: 'check.php' },
  { id: 'ruby', file: 'verify_webhook.rb', check: 'check.rb' },
  { id: 'go', file: 'verify_webhook.go', check: 'check_test.go' },
];

test('the guide shows these functions', () => {
  const shown = blocksWith('verification').map(({ title, code }) => [title, code]);
  expect(shown).toEqual(languages.map(({ file }) => [file, readFileSync(join(folder, file), 'utf8').trim()]));
});

describe.concurrent.each(languages)('the webhook verification in $id', ({ id, check }) => {
  needsProgram(id, canRun(id));

  test('answers every test vector without throwing, and no linter complains', async ({ expect }) => {
    const verdicts = JSON.parse(await (id === 'go' ? runGo() : run(id, check))) as Verdicts;
    for (const kind of ['signature', 'standard'] as const) {
      const wrong = vectors[kind].filter((vector, index) => (verdicts[kind][index] ?? vector.valid) !== vector.valid);
      expect(wrong.map((vector) => vector.name)).toEqual([]);
      expect(verdicts[kind]).toHaveLength(vectors[kind].length);
    }
    // Only Go's types rule some inputs out.
    const unjudged = Object.values(verdicts)
      .flat()
      .filter((verdict) => verdict === null);
    expect(unjudged.length).toBeLessThan(id === 'go' ? 10 : 1);
  });
});

async function run(id: LanguageId, check: string): Promise<string> {
  return said([...interpreters[id].command, join(folder, 'check', check), vectorsFile], folder);
}

/** What a command prints; it has to end well, and to complain of nothing. */
async function said(command: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<string> {
  const { exit, stdout, stderr } = await execute(command, { cwd, env });
  if (exit !== 0 || stderr !== '') throw new Error(`${command.join(' ')}: ${exit}\n${stdout}${stderr}`);
  return stdout;
}

/** Go wants a module and the test beside the code: both are copied into a folder of their own. */
async function runGo(): Promise<string> {
  const module = mkdtempSync(join(tmpdir(), 'verify-webhook-'));
  try {
    writeFileSync(join(module, 'go.mod'), 'module orbinto\n');
    copyFileSync(join(folder, 'verify_webhook.go'), join(module, 'verify_webhook.go'));
    copyFileSync(join(folder, 'check/check_test.go'), join(module, 'check_test.go'));
    const env = { VECTORS: vectorsFile, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' };
    const complaints =
      (await said(['gofmt', '-l', 'verify_webhook.go'], module)) + (await said(['go', 'vet', '.'], module, env));
    if (complaints !== '') throw new Error(complaints);
    const text = await said(['go', 'test', '-vet=off', '-run', 'Check', '-v', './...'], module, env);
    return text.split('\n').find((line) => line.startsWith('{')) ?? text;
  } finally {
    rmSync(module, { recursive: true, force: true });
  }
}
