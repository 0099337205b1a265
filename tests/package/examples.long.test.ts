/** The examples of the package, each by its own test runner, in a project that has the package and the runner and nothing else. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { execute, needsProgram } from '../programs.ts';
import type { Outcome } from '../programs.ts';
import { systemNode } from '../sdks/node-project.ts';
import { SandboxProject } from './sandbox-project.ts';

const examples = join(root, 'packages/sandbox/examples');
const project = new SandboxProject();
const modules = join(project.folder, 'modules');
const commonJs = join(project.folder, 'common');

beforeAll(async () => {
  await project.install();
  for (const [folder, type] of [
    [modules, 'module'],
    [commonJs, 'commonjs'],
  ] as const) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type }));
  }
}, 120_000);
afterAll(() => project.remove());

const ALL = `
const { createSandbox, SandboxControlError, startSandbox } = require('@orbinto/sandbox');
const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
const post = (body) => ({ method: 'POST', headers, body: JSON.stringify(body) });

test('all', async () => {
  const received = [];
  const send = async (request) => {
    received.push(await request.json());
    return new Response('thanks');
  };
  const sandbox = createSandbox({ send });
  await sandbox.fetch('/v1/webhooks', post({ url: 'http://localhost:1/', events: ['contact.created'] }));
  await sandbox.events.emit('contact.created');
  await sandbox.deliveries.settled();
  expect(received).toHaveLength(1);
  expect(await sandbox.deliveries.list({ status: 'delivered' })).toHaveLength(1);
  await sandbox.import(await sandbox.export());
  await expect(sandbox.faults.set({ status: 1 })).rejects.toBeInstanceOf(SandboxControlError);
  await sandbox.close();

  const running = await startSandbox({ data: 'sandbox.db' });
  expect((await fetch(running.url + '/v1/contacts', post({ email: 'jane@example.com' }))).status).toBe(201);
  await running.close();
});
`;

/** Runs one example by a command. @param runner after the program; the file comes last */
function run(file: string, folder: string, ...command: string[]): Promise<Outcome> {
  cpSync(join(examples, file), join(folder, file));
  return execute([...command, file], { cwd: folder });
}

test('Vitest', async () => {
  project.link('vitest');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { exit, stdout, stderr } = await run('vitest.test.js', modules, process.execPath, vitest, 'run', '--root', '.');
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(stripVTControlCharacters(stdout)).toMatch(/Tests\s+1 passed/);
});

test('a replay file is read and played', async () => {
  const steps = [
    { as: 'write', method: 'POST', path: '/v1/contacts', body: { email: 'ann@example.com' } },
    { after_ms: 1_000, as: 'read', method: 'DELETE', path: '/v1/contacts/con_abc123' },
  ];
  const file = { format: 'orbinto-replay', version: 1, seed: 1, start: '2026-03-02T09:00:00Z', steps };
  writeFileSync(join(modules, 'orbinto-replay.json'), JSON.stringify(file));
  expect(await run('replay.js', modules, process.execPath)).toEqual({
    exit: 0,
    stdout: 'POST /v1/contacts 201\nDELETE /v1/contacts/con_abc123 403\n',
    stderr: '',
  });
});

describe.each([
  ['the pinned Node', process.execPath],
  ['the Node of the system', systemNode()],
])('node:test, by %s', (name, program = '') => {
  needsProgram(name, program !== '');

  test('passes', async () => {
    const { exit, stdout } = await run('node.test.js', modules, program, '--test', '--test-reporter=tap');
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringMatching(/^# pass 1$/m) as string });
  });
});

describe('from the registry', () => {
  /** They are none of this repository's tools. */
  const wanted = ['jest@30.5.2', 'msw@3.0.5', 'undici@8.13.1'];
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  let isThere = false;
  beforeAll(() => {
    const { status } = spawnSync('npm', ['install', ...flags, project.tarball, ...wanted], {
      cwd: project.folder,
      stdio: 'ignore',
      timeout: 110_000,
    });
    isThere = status === 0;
  }, 120_000);
  needsProgram('the registry of npm', () => isThere);

  test('Jest, without a flag', async () => {
    const jest = join(project.folder, 'node_modules/jest/bin/jest.js');
    const { exit, stderr } = await run('jest.test.js', commonJs, process.execPath, jest);
    expect({ exit, stderr }).toEqual({
      exit: 0,
      stderr: expect.stringMatching(/Tests:\s+1 passed, 1 total/) as string,
    });
  });

  test('Jest, with all that the package does: its globals are of another realm', async () => {
    writeFileSync(join(commonJs, 'all.test.js'), ALL);
    const jest = join(project.folder, 'node_modules/jest/bin/jest.js');
    const { exit, stderr } = await execute([process.execPath, '--no-warnings', jest, 'all.test.js'], { cwd: commonJs });
    expect({ exit, stderr }).toEqual({
      exit: 0,
      stderr: expect.stringMatching(/Tests:\s+1 passed, 1 total/) as string,
    });
  });

  test.each(['msw.test.js', 'undici.test.js'])('%s', async (file) => {
    const { exit, stdout } = await run(file, modules, process.execPath, '--test', '--test-reporter=tap');
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringMatching(/^# pass 1$/m) as string });
  });
});
