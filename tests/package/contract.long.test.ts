/** The suites of the contract and of sign-in, on the installed package: the same files, with another transport. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { execute } from '../programs.ts';
import { SandboxProject } from './sandbox-project.ts';

/** Those that run on every transport, and those that open one sandbox or one server. */
const SUITES = [
  ...[
    'errors',
    'examples',
    'hostile-bodies',
    'hostile-requests',
    'cors',
    'fuzz',
    'lists',
    'oauth-clients',
    'written-fields',
  ].map((name) => `tests/contract/${name}.test.ts`),
  ...['access', 'authorize', 'client-authentication', 'exchange-code', 'refresh-tokens', 'revoke', 'token'].map(
    (name) => `src/sandbox/oauth/${name}.test.ts`,
  ),
];

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const project = new SandboxProject();
beforeAll(async () => void (await project.install()), 120_000);
afterAll(() => project.remove());

test('the package keeps the contract', { timeout: 300_000 }, async () => {
  const report = join(project.folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const command = [process.execPath, vitest, 'run', '--project', 'contract', '--project', 'unit', ...SUITES];
  const { stderr } = await execute([...command, '--reporter=json', `--outputFile=${report}`], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', SANDBOX_PACKAGE: project.packaged('') },
    timeout: 280_000,
  });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(
    results.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName),
    stderr,
  ).toEqual([]);
  for (const name of ['by fetch', 'over HTTP with SQLite', 'by its command'])
    expect(results.filter(({ fullName }) => fullName.startsWith(`the package, ${name}`)).length).toBeGreaterThan(400);
});
