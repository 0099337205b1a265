import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../webhooks/client.ts';
import { needsWorkerd } from './needs-workerd.ts';

const PROGRAM = fileURLToPath(new URL('../../scripts/edge.ts', import.meta.url));
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+(?=\/v1\n)/;

needsWorkerd();

let folder: string;
let child: ChildProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edge-command-'));
});
afterEach(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function run(...flags: string[]): ChildProcess {
  return (child = spawn(process.execPath, [PROGRAM, '--data', join(folder, 'data'), ...flags], { stdio: 'pipe' }));
}

async function failure(...flags: string[]): Promise<{ code: number; stderr: string }> {
  const program = run(...flags);
  let stderr = '';
  program.stderr?.on('data', (part: Buffer) => (stderr += part.toString()));
  const [code] = (await once(program, 'close')) as [number];
  return { code, stderr };
}

test('npm run edge tells its address, answers there, and ends with the engine when it is asked to', async () => {
  const program = run('--port', '0');
  let greeting = '';
  for await (const part of program.stdout as AsyncIterable<Buffer>) {
    greeting += part.toString();
    if (greeting.includes('sk_test_mycompany')) break;
  }
  const url = ADDRESS.exec(greeting)?.[0] ?? '';
  const headers = { Authorization: 'Bearer sk_test_mycompany', Origin: url };
  expect((await fetch(`${url}/v1/operators`, { headers })).status).toBe(200);
  // The site that it serves itself may control workspaces.
  expect((await fetch(`${url}/_sandbox/clock`, { headers })).status).toBe(200);
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  await expect(fetch(`${url}/v1/operators`, { headers })).rejects.toThrow();
});

test('the engine ends with a command that is killed', async () => {
  const program = run('--port', '0');
  let greeting = '';
  for await (const part of program.stdout as AsyncIterable<Buffer>) {
    greeting += part.toString();
    if (greeting.includes('sk_test_mycompany')) break;
  }
  const url = ADDRESS.exec(greeting)?.[0] ?? '';
  program.kill('SIGKILL');
  const isGone = (): Promise<boolean> =>
    fetch(`${url}/v1/operators`).then(
      () => false,
      () => true,
    );
  await until(isGone);
});

describe('one line and code 1', () => {
  const expectFailure = ({ code, stderr }: { code: number; stderr: string }, message: RegExp): void => {
    expect(stderr.trimEnd()).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  };

  test('for a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expectFailure(await failure('--port', String(port)), /^Port \d+ is in use: .* --port/);
    server.close();
  });

  test.each([
    [['--prot', '1'], /^Unknown option '--prot'/],
    [['--port', 'x'], /^--port must be a whole number/],
    [['--origin', 'example.com'], /^--origin must be an origin such as/],
  ])('for flags that are wrong: %j', async (flags, message) => {
    expectFailure(await failure(...flags), message);
  });
});
