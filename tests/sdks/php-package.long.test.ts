/** The PHP package as it is published: installed into an empty project, its README run block by block, its checks of itself. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import type { Mock } from '../../src/sandbox/node/mock.ts';
import { execute, isInstalled, needsProgram } from '../programs.ts';
import { deliveredBy } from './delivered.ts';
import { grownModel, writeLibrary } from './php-grown.ts';
import { installIntoEmptyProject, missingLines, runBlock } from './php-project.ts';
import { readmeBlocks } from './readme-blocks.ts';

const run = promisify(execFile);
const canRun = isInstalled('php') && isInstalled('composer');

const document = await loadDocument(SPEC_FILE);
const policies = await loadPolicies();
const model = sdkModel(document, policies);

let folder = '';
let project = '';
let mock: Mock;

beforeAll(async () => {
  if (!canRun) return;
  folder = await mkdtemp(join(tmpdir(), 'php-package-'));
  [project, mock] = await Promise.all([installIntoEmptyProject(folder), startMock({ port: 0 })]);
});
afterAll(async () => {
  if (!canRun) return;
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

const workspace = (name: string): { key: string; base_url: string } => ({
  key: `sk_test_php${name}${Date.now().toString(36)}`,
  base_url: `${mock.url}/v1`,
});

describe('the package for PHP', () => {
  needsProgram('composer', canRun);

  test('holds what it needs and nothing else', () => {
    const installed = join(project, 'vendor/orbinto/orbinto-php');
    const there = ['README.md', 'CHANGELOG.md', 'LICENSE', 'autoload.php', 'composer.json', 'src/Client.php', 'tests'];
    expect(there.filter((name) => existsSync(join(installed, name)))).toEqual(there.slice(0, -1));
  });

  test('is found without Composer, too', async () => {
    const autoload = join(project, 'vendor/orbinto/orbinto-php/autoload.php');
    const code =
      'require $argv[1]; echo Orbinto\\Enum\\OperatorStatus::ONLINE, get_class((new Orbinto\\Client("k"))->contacts);';
    expect((await run('php', ['-r', code, autoload])).stdout).toBe('onlineOrbinto\\Resource\\Contacts');
  });

  test('has a README whose every block runs, and prints what it says', async () => {
    const { key, base_url } = workspace('readme');
    const wrong: string[] = [];
    const readme = readFileSync(join(project, 'vendor/orbinto/orbinto-php/README.md'), 'utf8');
    const blocks = readmeBlocks(readme).filter(({ language }) => language === 'php');
    const programs = blocks.filter(({ kind }) => kind === 'program');
    for (const block of programs) {
      const printed = await runBlock(block, project, { ORBINTO_API_KEY: key, ORBINTO_BASE_URL: base_url });
      wrong.push(...missingLines(block.prints, printed).map((line) => `${line} is not in ${printed.join(' | ')}`));
    }
    expect(wrong).toEqual([]);
    expect(blocks.length - programs.length).toBeLessThan(blocks.length / 2);
  });

  test('keeps what scenarios cannot say', async () => {
    const names = model.events.map(({ name }) => name);
    const deliveries = await deliveredBy(mock.url, `${workspace('deliveries').key}_enterprise`, names);
    const vectors = JSON.parse(
      readFileSync(join(root, 'src/generators/verify-webhook/vectors.json'), 'utf8'),
    ) as unknown;
    const told = { model, vectors, deliveries, ...workspace('checks') };
    const checks = await check(join(project, 'vendor/autoload.php'), told);
    expect(checks.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(checks.length).toBeGreaterThan(25);
  });

  test('is printed rightly for an API that has grown, and the checks see what is missing', async () => {
    const grown = grownModel(document, policies);
    const checks = await check(writeLibrary(grown, join(folder, 'grown')), { model: grown }, 'model');
    expect(checks.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    const missing = await check(join(project, 'vendor/autoload.php'), { model: grown }, 'model');
    expect(missing.filter(({ wrong }) => wrong.length > 0).length).toBeGreaterThanOrEqual(4);
  });
});

describe('the code of the package for PHP', () => {
  needsProgram('phpcs');

  test('is written as PSR-12 says', async () => {
    // Without warnings: they are about lines of more than 120 signs.
    const { stdout, exit } = await execute(['phpcs', '-n', '--standard=PSR12', 'src'], { cwd: join(root, 'sdks/php') });
    expect({ exit }, stdout).toEqual({ exit: 0 });
  });
});

/** What the library's checks of itself find. */
async function check(autoload: string, told: object, ...files: string[]): Promise<{ name: string; wrong: string[] }[]> {
  const input = join(folder, 'input.json');
  await writeFile(input, JSON.stringify(told));
  const { stdout } = await run('php', [join(root, 'sdks/php/tests/checks.php'), autoload, input, ...files]);
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line) as { name: string; wrong: string[] });
}
