import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/ports.ts';
import { payloadViolations } from '../contract/contract.ts';
import { Client, until } from '../webhooks/client.ts';
import { blockWith, blocksWith } from './guide-blocks.ts';
import { freshWorkspace, WatchedMock } from './workspace.ts';
import { readersEnvironment } from '../programs.ts';

let mock: WatchedMock;
let folder = '';
beforeAll(async () => {
  mock = await WatchedMock.start();
  folder = await mkdtemp(join(tmpdir(), 'receiver-'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

/** The queue of the reader: it prints what it is given. */
const queue = `globalThis.queue = { add: async (id, event) => console.log(JSON.stringify({ id, event })) };`;

async function writeServer(port: number): Promise<void> {
  const verification = blocksWith('verification').find(({ title }) => title === 'verify-webhook.js');
  const { code, title } = blockWith('receiver');
  expect(code).toContain('app.listen(3000)');
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'queue.js'), queue);
  await writeFile(join(folder, 'verify-webhook.js'), verification?.code ?? '');
  await writeFile(join(folder, title), code.replace('app.listen(3000)', `app.listen(${port}, '127.0.0.1')`));
}

test('the handler of the webhook guide takes a real delivery once verified, and refuses a forged one', async () => {
  const port = await freePort();
  await writeServer(port);
  const address = `http://127.0.0.1:${port}/webhooks/orbinto`;
  const client = new Client((request) => fetch(request), mock.url, `sk_test_${freshWorkspace()}`);
  const { secret } = await client.createWebhook(['contact.created'], address);
  const server = spawn(process.execPath, ['--throw-deprecation', '--import', './queue.js', 'server.js'], {
    cwd: folder,
    env: readersEnvironment({ ORBINTO_WEBHOOK_SECRET: secret }),
  });
  let [printed, complaints] = ['', ''];
  server.stdout.on('data', (chunk) => (printed += String(chunk)));
  server.stderr.on('data', (chunk) => (complaints += String(chunk)));
  try {
    const forge = () => fetch(address, { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } });
    await until(() =>
      forge().then(
        ({ status }) => status === 401,
        () => false,
      ),
    );
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await until(async () => (await client.deliveries())[0]?.status === 'delivered');
    const [delivery] = await client.deliveries();
    expect(delivery?.attempts.at(-1)?.response?.status).toBe(204);
    const { id, event } = JSON.parse(printed) as { id: string; event: unknown };
    expect(id).toBe(delivery?.event_id);
    expect(payloadViolations('contact.created', JSON.stringify(event))).toEqual([]);
    expect(complaints).toBe('');
  } finally {
    server.kill();
    await once(server, 'close');
  }
});
