import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from './start-sandbox.ts';
import type { RunningSandbox, StartOptions } from './start-sandbox.ts';

async function start(options?: StartOptions): Promise<RunningSandbox> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
const jane = { method: 'POST', headers, body: JSON.stringify({ email: 'jane@example.com' }) };

test('what is written over HTTP is seen without it, and is controlled here', async () => {
  const sandbox = await start();
  expect((await fetch(`${sandbox.url}/v1/contacts`, jane)).status).toBe(201);
  expect((await sandbox.fetch('/v1/contacts', jane)).status).toBe(409);
  await sandbox.faults.set({ status: 500 });
  expect((await fetch(`${sandbox.url}/v1/operators`, { headers })).status).toBe(500);
});

test('the globals of the process stay its own', async () => {
  const before = [Request, Response];
  const sandbox = await start();
  expect((await fetch(`${sandbox.url}/v1/operators`, { headers })).status).toBe(200);
  expect([Request, Response]).toEqual(before);
});

test('a file keeps what was changed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'sandbox.db');
  const first = await startSandbox({ data });
  await first.fetch('/v1/contacts', jane);
  await first.close();
  expect((await (await start({ data })).fetch('/v1/contacts', jane)).status).toBe(409);
});

test('a sandbox that is closed twice is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const sandbox = await startSandbox({ data: join(folder, 'sandbox.db') });
  await Promise.all([sandbox.close(), sandbox.close()]);
  await expect(sandbox.close()).resolves.toBeUndefined();
});

test('a port in use is told in one line, and a key that is none before anything is started', async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  await expect(startSandbox({ port })).rejects.toThrow(/^Port \d+ is in use[^\n]*$/);
  await expect(startSandbox({ port, key: 'sk_test_x' })).rejects.toThrow(/is no key of a sandbox/);
});
