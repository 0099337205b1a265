import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startMock } from './mock.ts';

test.each(['0.0.0.0', '127.0.0.1', 'localhost'])('a mock on %s tells an address that it answers at', async (host) => {
  const mock = await startMock({ port: 0, host });
  const response = await fetch(`${mock.url}/v1/operators`, { headers: { Authorization: 'Bearer sk_test_admin' } });
  expect([new URL(mock.url).hostname, response.status]).toEqual([host === '0.0.0.0' ? '127.0.0.1' : host, 200]);
  await mock.close();
});

test('folders that a mock makes for its data are for their owner alone, and those that are there stay as they are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mock-'));
  const before = statSync(folder).mode;
  const mock = await startMock({ port: 0, data: join(folder, 'a/b/sandbox.db') });
  await mock.close();
  expect(['a', 'a/b'].map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o700, 0o700]);
  expect(statSync(folder).mode).toBe(before);
  rmSync(folder, { recursive: true });
});
