import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFile } from '../../src/sandbox/store/sqlite-file.ts';

const PROGRAM = fileURLToPath(new URL('../../src/sandbox/node.ts', import.meta.url));
const HEADERS = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };

let folder: string;
const running = new Set<ChildProcess>();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mock-'));
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  rmSync(folder, { recursive: true });
});

/** Starts the command; resolves when it has told its address. */
async function start(...flags: string[]): Promise<{ url: string; greeting: string; child: ChildProcess }> {
  const child = run(...flags);
  let greeting = '';
  for await (const part of child.stdout as AsyncIterable<Buffer>) {
    greeting += part.toString();
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0];
    if (url && greeting.includes('curl')) return { url, greeting, child };
  }
  throw new Error(`The mock did not start: ${greeting}`);
}

function run(...flags: string[]): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, '--port', '0', ...flags], { cwd: folder });
  running.add(child);
  return child;
}

/** Runs the command to its end. */
function fail(...flags: string[]): Promise<{ code: number; stderr: string }> {
  return outcome(run(...flags));
}

async function outcome(child: ChildProcess): Promise<{ code: number; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (part: Buffer) => (stderr += part.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, stderr };
}

const create = (url: string, email: string) =>
  fetch(`${url}/v1/contacts`, { method: 'POST', headers: HEADERS, body: JSON.stringify({ email }) });

async function exists(url: string, email: string): Promise<boolean> {
  const response = await fetch(`${url}/v1/contacts?email=${email}`, { headers: HEADERS });
  return ((await response.json()) as { data: unknown[] }).data.length === 1;
}

describe('the mock', { timeout: 60_000 }, () => {
  test('tells its address and its keys, and stops with code 0 when asked to', async () => {
    const { url, greeting, child } = await start('--memory');
    for (const key of ['sk_test_read', 'sk_test_write', 'sk_test_admin', 'sk_test_free'])
      expect(greeting).toContain(key);
    expect((await fetch(`${url}/v1/conversations`, { headers: HEADERS })).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test('keeps what was answered over a restart', async () => {
    const first = await start('--data', 'sandbox.db');
    expect((await create(first.url, 'jane@example.com')).status).toBe(201);
    first.child.kill('SIGTERM');
    await once(first.child, 'close');
    const second = await start('--data', 'sandbox.db');
    expect(await exists(second.url, 'jane@example.com')).toBe(true);
    expect((await create(second.url, 'jane@example.com')).status).toBe(409);
  });
});

describe('one line and code 1', { timeout: 60_000 }, () => {
  const expectFailure = (result: { code: number; stderr: string }, message: RegExp) => {
    expect(result.stderr.trimEnd()).toMatch(message);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(result.code).toBe(1);
  };

  test('for a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expectFailure(await fail('--memory', '--port', String(port)), /^Port \d+ is in use/);
    server.close();
  });

  test('for an unknown flag', async () => {
    expectFailure(await fail('--memroy'), /^Unknown option '--memroy'/);
  });

  test('for a data file that another mock has', async () => {
    await start('--data', 'sandbox.db');
    expectFailure(await fail('--data', 'sandbox.db'), /is in use by another mock$/);
  });

  test('for a data file that is something else', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'milk, bread\n'.repeat(500));
    expectFailure(await fail('--data', 'notes.txt'), /is not a sandbox data file$/);
  });

  test('for a data file that cannot be opened', async () => {
    expectFailure(await fail('--data', '.'), /is a directory$/);
    writeFileSync(join(folder, 'notes.txt'), 'milk');
    expectFailure(await fail('--data', 'notes.txt/sandbox.db'), /cannot be used: /);
  });

  test('for a data file below a folder that cannot hold one', async () => {
    expectFailure(await fail('--data', '/proc/nowhere/at/all/sandbox.db'), /cannot be used: /);
    expectFailure(await fail('--data', '/dev/null'), /is not a file$/);
  });

  test('for a data file that is read-only, and leaves it as it is', async () => {
    const file = join(folder, 'sandbox.db');
    openFile(file, 1).close();
    const before = readFileSync(file);
    chmodSync(file, 0o444);
    chmodSync(folder, 0o777);
    // Root may write everything.
    const isRoot = process.getuid?.() === 0;
    const child = spawn(process.execPath, [PROGRAM, '--port', '0', '--data', file], isRoot ? { uid: 65_534 } : {});
    expectFailure(await outcome(child), /sandbox\.db cannot be written: it is read-only$/);
    expect(readFileSync(file)).toEqual(before);
  });

  test('for a host that is not of this machine', async () => {
    expectFailure(await fail('--memory', '--host', '203.0.113.1'), /^Cannot listen on 203\.0\.113\.1/);
  });
});
