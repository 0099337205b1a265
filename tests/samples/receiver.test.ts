/** The webhook handlers of the guide, in each language, each as a server that gets real deliveries. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../scripts/ports.ts';
import { hasPythonModules, systemPython } from '../../scripts/python.ts';
import { limits } from '../../src/sandbox/generated/policies.ts';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { payloadViolations } from '../contract/contract.ts';
import { isInstalled, needsProgram, readersEnvironment } from '../programs.ts';
import { Client, until } from '../webhooks/client.ts';
import { ExampleProject } from './example-project.ts';
import type { Block } from './blocks.ts';
import { blocksWith, blockWith } from './guide-blocks.ts';
import type { Fate } from './guide-blocks.ts';
import { canRun } from './interpreters.ts';
import { freshWorkspace, WatchedMock } from './workspace.ts';

/** Bytes that a request may have; its event has more. */
const { body_bytes: MAX_BODY } = limits;

interface Server {
  readonly id: LanguageId;
  /** What it wants beside its interpreter. */
  readonly framework?: readonly [name: string, isThere: () => boolean];
  /** The reader's queue, as a file: it writes each event to the file that QUEUE names. */
  readonly queue: readonly [file: string, code: string];
  /** Where the verification stands, if not beside the handler. */
  readonly verification?: string;
  /** What starts it; of one that has its port in its code, what is put in the place of `3000` there. */
  readonly start: (port: number) => readonly string[];
  readonly port?: readonly [shown: string, chosen: (port: number) => string];
}

const servers: readonly Server[] = [
  {
    id: 'javascript',
    queue: [
      'your-queue.js',
      `import { appendFileSync } from 'node:fs';
export const queue = { add: async (id, event) => appendFileSync(process.env.QUEUE, JSON.stringify({ id, event }) + '\\n') };`,
    ],
    start: () => [process.execPath, '--throw-deprecation', 'server.js'],
    port: ['app.listen(3000)', (port) => `app.listen(${port}, '127.0.0.1')`],
  },
  {
    id: 'python',
    framework: ['Flask', () => hasPythonModules('flask')],
    queue: [
      'your_queue.py',
      `import json
import os
class Queue:
    def add(self, event_id, event):
        with open(os.environ["QUEUE"], "a") as file:
            file.write(json.dumps({"id": event_id, "event": event}) + "\\n")
queue = Queue()`,
    ],
    start: (port) => [systemPython, '-m', 'flask', '--app', 'app', 'run', '--port', String(port)],
  },
  {
    id: 'php',
    queue: [
      'your_queue.php',
      `<?php
function add_to_queue(string $id, object $event): void
{
    file_put_contents(getenv('QUEUE'), json_encode(['id' => $id, 'event' => $event]) . PHP_EOL, FILE_APPEND);
}`,
    ],
    start: (port) => ['php', '-d', 'error_reporting=-1', '-S', `127.0.0.1:${port}`, 'receive.php'],
  },
  {
    id: 'ruby',
    framework: ['rackup', () => isInstalled('rackup')],
    queue: [
      'your_queue.rb',
      `QUEUE = Object.new
def QUEUE.add(id, event)
  File.write(ENV["QUEUE"], "#{JSON.generate({ id: id, event: event })}\\n", mode: "a")
end`,
    ],
    start: (port) => ['rackup', '--server', 'webrick', '--host', '127.0.0.1', '--port', String(port)],
  },
  {
    id: 'go',
    queue: [
      'queue.go',
      `package main

import (
	"fmt"
	"os"
)

func addToQueue(id string, event []byte) {
	file, err := os.OpenFile(os.Getenv("QUEUE"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	fmt.Fprintf(file, "{\\"id\\":%q,\\"event\\":%s}\\n", id, event)
}`,
    ],
    verification: 'orbinto/',
    start: () => ['./program'],
    port: ['":3000"', (port) => `"127.0.0.1:${port}"`],
  },
];

let mock: WatchedMock;
beforeAll(async () => {
  mock = await WatchedMock.start();
});
afterAll(() => mock.close());

async function write(
  { id, queue, verification = '', port: [shown, chosen] = ['', String] }: Server,
  handler: Block,
  port: number,
) {
  const [file, code] = queue;
  const verify = blocksWith('verification').find(({ sample }) => sample === id) ?? expect.unreachable();
  expect(handler.code).toContain(shown);
  const project = await ExampleProject.write(id, {
    [file]: code,
    [`${verification}${verify.title}`]: verify.code,
    [handler.title]: shown === '' ? handler.code : handler.code.replace(shown, chosen(port)),
  });
  // Go is built, and looked over, before it starts.
  if (id === 'go') await project.command(handler.title);
  return project;
}

interface Running {
  readonly client: Client;
  /** What the handler has put into its queue. */
  readonly queued: () => Promise<{ id: string; event: unknown }[]>;
}

/** Starts a handler of the guide, and stops it in the end. @param secrets variables, each for a webhook of its own */
async function withHandler(
  server: Server,
  fate: Fate,
  secrets: readonly string[],
  use: (running: Running) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const project = await write(server, blockWith(fate, server.id), port);
  const log = join(project.folder, 'queue.jsonl');
  const address = `http://127.0.0.1:${port}/webhooks/orbinto`;
  const client = new Client((request) => fetch(request), mock.url, `sk_test_${freshWorkspace()}`);
  const [program = '', ...options] = server.start(port);
  const variables: Record<string, string> = { QUEUE: log };
  for (const name of secrets) variables[name] = (await client.createWebhook(['contact.created'], address)).secret;
  const running = spawn(program, options, { cwd: project.folder, env: readersEnvironment(variables) });
  let complaints = '';
  running.stderr.on('data', (chunk) => (complaints += String(chunk)));
  running.stdout.resume();
  const ended = once(running, 'close');
  try {
    await until(() => isForgeryRefused(address), 30_000);
    await use({ client, queued: async () => linesOf(await readFile(log, 'utf8')) });
    // The servers of the others write their log there.
    if (server.id === 'javascript' || server.id === 'go') expect(complaints).toBe('');
    else expect(complaints).not.toMatch(/Warning: |Deprecat|Traceback|Fatal/);
  } finally {
    running.kill();
    await ended;
    await project.remove();
  }
}

async function isForgeryRefused(address: string): Promise<boolean> {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(address, { method: 'POST', body: '{}', headers }).then(
    ({ status }) => status === 401,
    () => false,
  );
}

function linesOf(text: string): { id: string; event: unknown }[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; event: unknown });
}

test.each(['receiver', 'rotation'] as const)('there is a %s in every language but that of the shell', (fate) => {
  expect(blocksWith(fate).map(({ sample }) => sample)).toEqual(servers.map(({ id }) => id));
});

describe.each(servers)('the webhook handler of the guide in $id', (server) => {
  const { id, framework: [framework, isThere] = [id, () => true] } = server;
  needsProgram(framework, canRun(id) && isThere());

  test('takes a real delivery once verified, and refuses a forged one', async () => {
    await withHandler(server, 'receiver', ['ORBINTO_WEBHOOK_SECRET'], async ({ client, queued }) => {
      await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
      await until(async () => (await client.deliveries())[0]?.status === 'delivered');
      const [delivery] = await client.deliveries();
      expect(delivery?.attempts.at(-1)?.response?.status).toBe(204);
      const [entry] = await queued();
      expect(entry?.id).toBe(delivery?.event_id);
      expect(payloadViolations('contact.created', JSON.stringify(entry?.event))).toEqual([]);
    });
  });

  test('takes the largest contact that the API takes', async () => {
    await withHandler(server, 'receiver', ['ORBINTO_WEBHOOK_SECRET'], async ({ client, queued }) => {
      const contact = { email: 'ann@example.com', custom_attributes: { note: '' } };
      contact.custom_attributes.note = 'x'.repeat(MAX_BODY - JSON.stringify(contact).length);
      expect((await client.send('POST', '/v1/contacts', contact)).status).toBe(201);
      await until(async () => (await client.deliveries())[0]?.status === 'delivered');
      expect(JSON.stringify(await queued()).length).toBeGreaterThan(MAX_BODY);
    });
  });

  test('takes both secrets while one is replaced', async () => {
    const secrets = ['ORBINTO_WEBHOOK_SECRET', 'ORBINTO_WEBHOOK_NEW_SECRET'];
    await withHandler(server, 'rotation', secrets, async ({ client, queued }) => {
      await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
      const arrived = async () => (await client.deliveries()).filter(({ status }) => status === 'delivered');
      await until(async () => (await arrived()).length === 2);
      expect(await queued()).toHaveLength(2);
    });
  });
});
