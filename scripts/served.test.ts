import { mkdtemp, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from './ports.ts';
import { serveSite } from './serve.ts';
import { servedFrom } from './served.ts';

const outside = Object.values(networkInterfaces())
  .flatMap((addresses = []) => addresses)
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

async function statusesOf(argv: string[]): Promise<(number | 'refused')[]> {
  const directory = await mkdtemp(join(tmpdir(), 'served-'));
  await writeFile(join(directory, 'index.html'), 'home');
  const port = await freePort();
  const site = await serveSite({ directory, port, served: servedFrom(argv) });
  const status = (host: string): Promise<number | 'refused'> =>
    fetch(`http://${host}:${port}/`).then(
      (response) => response.status,
      () => 'refused' as const,
    );
  const statuses = await Promise.all(['127.0.0.1', 'localhost', outside ?? ''].map(status));
  await site.close();
  return statuses;
}

test('the site is served to this machine alone, unless more is asked for', async () => {
  expect(await statusesOf([])).toEqual([200, 200, 'refused']);
  if (outside !== undefined) expect(await statusesOf(['--host', '0.0.0.0'])).toEqual([200, 200, 200]);
});

test('names that may lead to it are given by a flag, and an unknown flag is refused with those there are', () => {
  expect(servedFrom(['--allow-host', 'Docs.test', '--allow-host', 'b.test'])).toEqual({
    host: '127.0.0.1',
    names: ['docs.test', 'b.test'],
  });
  expect(() => servedFrom(['--hots', 'x'])).toThrow(/--hots.*\nFlags: --host ADDRESS/);
});
