import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { packageBuilders, run } from './packages.ts';

afterEach(() => void vi.restoreAllMocks());

/** What a command line that is wrong is told. */
async function refusal(...argv: string[]): Promise<{ code: number; told: string }> {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  error.mockClear();
  const code = await run(argv);
  return { code, told: error.mock.calls.flat().join('\n') };
}

test('an unknown package is refused in one line that names the known ones', async () => {
  const { code, told } = await refusal('--out', 'packages', '--only', 'cobol');
  expect([code, told]).toEqual([1, 'There is no package "cobol". Known: node, python, php, ruby, sandbox.']);
});

test('a missing folder and an unknown flag are refused with the usage', async () => {
  for (const argv of [[], ['--to', 'packages']]) {
    const { code, told } = await refusal(...argv);
    expect(code).toBe(1);
    expect(told).toMatch(/Usage: npm run packages -- --out DIR \[--only NAME\]$/);
    expect(told).not.toContain('\n');
  }
});

test('each package has the version of its newest changes, which is the one that the site tells', () => {
  for (const { folder, identity } of packageBuilders)
    expect(identity().version).toBe(/^## (\S+)$/m.exec(readFileSync(`${folder}/CHANGELOG.md`, 'utf8'))?.[1]);
});

test('each package has a name of its own', () => {
  expect(new Set(packageBuilders.map(({ name }) => name)).size).toBe(packageBuilders.length);
});
