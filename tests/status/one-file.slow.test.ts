import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock } from '../../src/sandbox/node/mock.ts';
import { parseStatusFeed } from '../../src/site/feeds/status-feed.ts';

let folder: string;
let mock: Awaited<ReturnType<typeof startMock>>;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'probe-file-'));
  // As the guide for cron says it.
  await build({
    entryPoints: [join(import.meta.dirname, '../../scripts/probe.ts')],
    outfile: join(folder, 'probe.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

const out = () => join(folder, 'status.json');
const start = () =>
  spawn(process.execPath, [join(folder, 'probe.mjs'), '--target', mock.url, '--out', out()], { cwd: folder, env: {} });
const checks = async () => parseStatusFeed(JSON.parse(await readFile(out(), 'utf8'))).services[0]?.recent.length;

test('the probe as one file, alone in a folder, and killed at any moment: the feed is always whole', async () => {
  const [code] = (await once(start(), 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(await checks()).toBe(1);
  for (const delay of [60, 120, 180, 240, 300]) {
    const child = start();
    // It may be done before.
    const closed = once(child, 'close');
    await wait(delay);
    child.kill('SIGKILL');
    await closed;
    expect(await checks()).toBeGreaterThanOrEqual(1);
    await rm(`${out()}.lock`, { force: true });
  }
  const before = (await checks()) ?? 0;
  await once(start(), 'exit');
  expect(await checks()).toBe(before + 1);
});
