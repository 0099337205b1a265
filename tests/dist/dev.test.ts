import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dist, root } from '../../scripts/paths.ts';

// A build writes all Markdown pages and operations in one go, `astro dev` makes each in a route of its own: both must say the same.
const START = `import { dev } from 'astro';
const { address } = await dev({ server: { port: 0 }, logLevel: 'error', devToolbar: { enabled: false } });
process.send(address.port);`;

let server: ChildProcess;
let port: number;
beforeAll(async () => {
  // Away from the environment of the tests, which Astro would take for its own.
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ASTRO_TELEMETRY_DISABLED: '1' };
  server = spawn(process.execPath, ['--input-type=module', '--eval', START], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  [port] = (await once(server, 'message')) as [number];
}, 120_000);
afterAll(() => server.kill());

test.each([
  ['reference.md', 'text/markdown'],
  ['reference/contacts.md', 'text/markdown'],
  ['reference/contacts/create-contact.md', 'text/markdown'],
  ['reference/events/message.created.md', 'text/markdown'],
  ['reference/contacts/create-contact/operation.json', 'application/json'],
])('astro dev serves %s as the build has it', { timeout: 60_000 }, async (path, type) => {
  const response = await fetch(`http://localhost:${port}/${path}`);
  expect(response.headers.get('Content-Type')).toContain(type);
  expect(await response.text()).toBe(readFileSync(join(dist, path), 'utf8'));
});
