import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { needsProgram } from '../../../tests/programs.ts';

interface Vector {
  name: string;
  valid: boolean;
}
type Verdicts = Record<'signature' | 'standard', (boolean | null)[]>;

const folder = fileURLToPath(new URL('.', import.meta.url));
const vectorsFile = join(folder, 'vectors.json');
const vectors = JSON.parse(readFileSync(vectorsFile, 'utf8')) as Record<keyof Verdicts, Vector[]>;

const languages = [
  { name: 'JavaScript', program: 'node', run: () => output('node', [join(folder, 'check/check.js'), vectorsFile]) },
  { name: 'Python', program: 'python3', run: () => output('python3', [join(folder, 'check/check.py'), vectorsFile]) },
  { name: 'PHP', program: 'php', run: () => output('php', [join(folder, 'check/check.php'), vectorsFile]) },
  { name: 'Ruby', program: 'ruby', run: () => output('ruby', [join(folder, 'check/check.rb'), vectorsFile]) },
  { name: 'Go', program: 'go', run: runGo },
];

describe.each(languages)('the webhook verification for $name', ({ name, program, run }) => {
  needsProgram(program);

  test('answers every test vector without throwing', { timeout: 120_000 }, () => {
    const verdicts = JSON.parse(run()) as Verdicts;
    for (const kind of ['signature', 'standard'] as const) {
      const wrong = vectors[kind].filter((vector, index) => (verdicts[kind][index] ?? vector.valid) !== vector.valid);
      expect(wrong.map((vector) => vector.name)).toEqual([]);
      expect(verdicts[kind]).toHaveLength(vectors[kind].length);
    }
    // Only Go's types rule some inputs out.
    const unjudged = Object.values(verdicts)
      .flat()
      .filter((verdict) => verdict === null);
    expect(unjudged.length).toBeLessThan(name === 'Go' ? 10 : 1);
  });
});

function output(program: string, args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8' });
}

/** Go wants a module and the test beside the code: both are copied into a folder of their own. */
function runGo(): string {
  const module = mkdtempSync(join(tmpdir(), 'verify-webhook-'));
  try {
    writeFileSync(join(module, 'go.mod'), 'module orbinto\n');
    copyFileSync(join(folder, 'verify_webhook.go'), join(module, 'verify_webhook.go'));
    copyFileSync(join(folder, 'check/check_test.go'), join(module, 'check_test.go'));
    const env = { ...process.env, VECTORS: vectorsFile, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' };
    const text = execFileSync('go', ['test', '-run', 'Check', '-v', './...'], { cwd: module, env, encoding: 'utf8' });
    return text.split('\n').find((line) => line.startsWith('{')) ?? text;
  } finally {
    rmSync(module, { recursive: true, force: true });
  }
}
