/** What `pip install orbinto` gets: built, installed into an empty environment without a network, its README run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { npmTool } from '../../scripts/npm-tools.ts';
import { pythonPackage } from '../../scripts/packages/python.ts';
import { root } from '../../scripts/paths.ts';
import { systemPython } from '../../scripts/python.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import type { Mock } from '../../src/sandbox/node/mock.ts';
import { execute, needsProgram } from '../programs.ts';

const tests = join(root, 'sdks/python/tests');
/** Some want openssl; under CI there is all. */
const allRan = process.env['CI'] ? /\nOK\s*$/ : /\nOK(?: \(skipped=\d+\))?\s*$/;
/** Strict: warnings are errors, files and sockets that stay open too. */
const strict = ['-X', 'dev', '-W', 'error', '-B'];

const knows = (...modules: string[]): boolean =>
  spawnSync(systemPython, ['-c', `import ${modules.join(', ')}`]).status === 0;
const canBuild = knows('setuptools', 'wheel', 'pip');
const wheelOf = (files: readonly string[]): string => files.find((name) => name.endsWith('.whl')) ?? '';

describe('the package for Python', () => {
  needsProgram('python3 with pip, setuptools and wheel', canBuild);
  let folder = '';
  let mock: Mock;
  let files: string[] = [];

  beforeAll(async () => {
    if (!canBuild) return;
    folder = mkdtempSync(join(tmpdir(), 'python-package-'));
    mkdirSync(join(folder, 'out'));
    mkdirSync(join(folder, 'empty'));
    files = await pythonPackage.build(join(folder, 'out'));
    mock = await startMock({ port: 0 });
    execFileSync(systemPython, ['-m', 'venv', '--without-pip', join(folder, 'venv')]);
    install(join(folder, 'out', wheelOf(files)));
  }, 120_000);

  afterAll(async () => {
    await mock?.close();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  /** Without a network, and without what the machine's own configuration may offer. */
  function install(file: string): void {
    const env = {
      ...process.env,
      PIP_CONFIG_FILE: '/dev/null',
      PIP_FIND_LINKS: '',
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
    };
    const args = ['-m', 'pip', '--python', installed(), 'install', '-q', '--no-index', '--no-compile', file];
    execFileSync(systemPython, args, { env, cwd: join(folder, 'empty') });
  }

  const installed = (): string => join(folder, 'venv/bin/python');

  /** Runs a program of the tests with the installed library, in an empty folder. */
  async function run(file: string, env: Record<string, string> = {}): Promise<string> {
    const all = { ORBINTO_API_KEY: 'sk_test_pythonreadme', ORBINTO_BASE_URL: `${mock.url}/v1`, ...env };
    const readme = join(folder, 'empty/README.md');
    copyFileSync(join(root, 'sdks/python/README.md'), readme);
    const command = [installed(), ...strict, join(tests, file), ...(file === 'readme.py' ? [readme] : [])];
    const { stdout, stderr } = await execute(command, { cwd: join(folder, 'empty'), env: all });
    return `${stdout}${stderr}`;
  }

  test('is a wheel for every platform and a source distribution', () => {
    expect(files.toSorted()).toEqual(['orbinto-1.1.0-py3-none-any.whl', 'orbinto-1.1.0.tar.gz']);
  });

  test('holds the licence and its types, no tests, and wants nothing besides', () => {
    const site = join(folder, 'venv/lib', readdirSync(join(folder, 'venv/lib'))[0] ?? '', 'site-packages');
    expect(readdirSync(site).toSorted()).toEqual(['orbinto', 'orbinto-1.1.0.dist-info']);
    expect(readdirSync(join(site, 'orbinto-1.1.0.dist-info'))).toContain('LICENSE');
    expect(existsSync(join(site, 'orbinto/py.typed'))).toBe(true);
    expect(existsSync(join(site, 'orbinto/tests'))).toBe(false);
  });

  test('runs its README block by block', { timeout: 60_000 }, async () => {
    expect(await run('readme.py')).toMatch(/blocks: \{'ran': 1\d, 'illustration': 1, 'without httpx': 1\}/);
  });

  test.each(['test_client.py', 'test_webhooks.py'])('passes %s', { timeout: 60_000 }, async (file) => {
    const vectors = join(root, 'src/generators/verify-webhook/vectors.json');
    expect(await run(file, { ORBINTO_VECTORS: vectors, ORBINTO_MOCK: mock.url })).toMatch(allRan);
  });
});

describe('the types of the package for Python', () => {
  const pyright = npmTool('pyright');
  needsProgram('pyright', pyright !== undefined);

  test('are all told, none is left to be guessed', { timeout: 130_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'python-types-'));
    try {
      const venv = join(folder, 'venv');
      execFileSync(systemPython, ['-m', 'venv', '--without-pip', venv]);
      const [site = ''] = globSync('lib/*/site-packages', { cwd: venv });
      cpSync(join(root, 'sdks/python/src/orbinto'), join(venv, site, 'orbinto'), { recursive: true });
      // It asks the first Python on the path where packages are.
      const env = { PATH: `${join(venv, 'bin')}${delimiter}${process.env['PATH']}` };
      const command = [process.execPath, pyright ?? '', '--verifytypes', 'orbinto', '--ignoreexternal'];
      const { stdout } = await execute(command, { cwd: folder, env, timeout: 120_000 });
      expect(stdout).toContain('Type completeness score: 100%');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the README of the package for Python', () => {
  needsProgram('python3 with httpx', knows('httpx'));

  test('runs with httpx, too', { timeout: 60_000 }, async () => {
    const mock = await startMock({ port: 0 });
    try {
      const env = {
        ORBINTO_API_KEY: 'sk_test_pythonreadme',
        ORBINTO_BASE_URL: `${mock.url}/v1`,
        PYTHONPATH: join(root, 'sdks/python/src'),
      };
      const command = [systemPython, ...strict, join(tests, 'readme.py'), 'sdks/python/README.md'];
      const { stdout, stderr } = await execute(command, { cwd: root, env });
      expect(`${stdout}${stderr}`).toMatch(/'without httpx': 0/);
    } finally {
      await mock.close();
    }
  });
});
