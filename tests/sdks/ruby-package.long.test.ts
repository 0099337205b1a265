/** The gem as a reader gets it: built, installed into an empty folder without a network, its README carried out from there. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rubyPackage } from '../../scripts/packages/ruby.ts';
import { root } from '../../scripts/paths.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import type { Mock } from '../../src/sandbox/node/mock.ts';
import { execute, isInstalled, needsProgram } from '../programs.ts';
import { hasRbs } from './has-rbs.ts';

const library = join(root, 'sdks/ruby');
const SECRET = 'whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=';

describe('the gem', () => {
  needsProgram('ruby');
  const folder = mkdtempSync(join(tmpdir(), 'ruby-package-'));
  const gems = join(folder, 'gems');
  let files: string[] = [];
  let mock: Mock | undefined;

  /** Ruby that knows no other gem than what was installed. */
  const ruby = (...args: string[]) =>
    execute(['ruby', '-w', ...args], {
      cwd: folder,
      env: {
        GEM_HOME: gems,
        GEM_PATH: gems,
        ORBINTO_API_KEY: `sk_test_rubypackage${process.pid}`,
        ORBINTO_BASE_URL: `${mock?.url}/v1`,
        ORBINTO_WEBHOOK_SECRET: SECRET,
      },
    });

  beforeAll(async () => {
    if (!isInstalled('ruby')) return;
    mkdirSync(join(folder, 'out'));
    files = await rubyPackage.build(join(folder, 'out'));
    const install = ['install', '--local', '--no-document', '--install-dir', gems, join(folder, 'out', files[0] ?? '')];
    const { status, stderr } = spawnSync('gem', install, { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    mock = await startMock({ port: 0 });
  });

  afterAll(async () => {
    await mock?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is one file with code, signatures, README, changelog and licence', () => {
    expect(files).toEqual([expect.stringMatching(/^orbinto-ruby-\d+\.\d+\.\d+\.gem$/)]);
    const [installed = ''] = globSync('gems/orbinto-ruby-*', { cwd: gems });
    const names = globSync('*', { cwd: join(gems, installed) }).toSorted();
    expect(names).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'lib', 'sig']);
  });

  test('is loaded by either name from where it was installed', async () => {
    for (const name of ['orbinto', 'orbinto-ruby']) {
      const code = `require "${name}"; print $LOADED_FEATURES.grep(/orbinto\\/client/), Orbinto::VERSION`;
      const { stdout, stderr } = await ruby('-e', code);
      expect({ stdout, stderr }).toEqual({ stdout: expect.stringContaining(gems) as string, stderr: '' });
    }
  });

  test('does what its README says, block by block', async () => {
    const [readme = ''] = globSync('gems/orbinto-ruby-*/README.md', { cwd: gems });
    const { stdout, stderr, exit } = await ruby(join(library, 'tests/readme.rb'), join(gems, readme));
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 });
    expect(stdout).toMatch(/^\d\d blocks, \d\d values$/m);
  });

  test('unwraps every event that the sandbox delivers', async () => {
    const { stdout, stderr, exit } = await ruby(join(library, 'tests/deliveries.rb'));
    expect({ stdout, stderr, exit }).toEqual({ stdout: '12 events\n', stderr: '', exit: 0 });
  });
});

describe('the code of the gem', () => {
  needsProgram('ruby');

  test('passes its own tests, without a warning', async () => {
    const { stdout, stderr, exit } = await execute(['ruby', '-w', 'tests/all.rb'], { cwd: library });
    expect({ stderr, exit }, stdout).toEqual({ stderr: '', exit: 0 });
    expect(stdout).toMatch(/[1-9]\d* runs, .* 0 failures, 0 errors, 0 skips/);
  });

  test('gives no warning in any file', async () => {
    const files = globSync('{lib,tests}/**/*.rb', { cwd: library });
    const compile = 'ARGV.each { |file| RubyVM::InstructionSequence.compile_file(file) }';
    const command = ['ruby', '-w', '-e', compile, ...files, 'orbinto-ruby.gemspec'];
    const { stderr, exit } = await execute(command, { cwd: library });
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 });
  });
});

describe('the code of the gem, by a linter', () => {
  needsProgram('rubocop');

  test('has nothing that may be a mistake', async () => {
    const { stdout, exit } = await execute(['rubocop', '--cache', 'false'], { cwd: library });
    expect({ exit }, stdout).toEqual({ exit: 0 });
    expect(stdout).toMatch(/^[6-9]\d files inspected/m);
  });
});

describe('the signatures of the gem', () => {
  needsProgram('rbs', hasRbs());

  test('are kept to by the calls and answers of the sandbox', async () => {
    const { url, close } = await startMock({ port: 0 });
    const { stdout, stderr, exit } = await execute(['ruby', '-W0', '-r', 'rbs/test/setup', 'tests/typed_calls.rb'], {
      cwd: library,
      env: {
        RBS_TEST_TARGET: 'Orbinto::*',
        RBS_TEST_OPT: '-I sig',
        RBS_TEST_LOGLEVEL: 'error',
        ORBINTO_API_KEY: `sk_test_rubytypes${process.pid}`,
        ORBINTO_BASE_URL: `${url}/v1`,
      },
    });
    await close();
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 });
    expect(stdout).toMatch(/^\d{4,} fields$/m);
  });
});
