/** Several sandboxes behind nginx, by the configuration that the package shows: a workspace is always in the same one. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { freePort } from '../../scripts/ports.ts';
import { isInstalled, needsProgram, readersEnvironment } from '../programs.ts';
import { CommandProcess } from './command-process.ts';
import { SandboxProject } from './sandbox-project.ts';

const isThere = isInstalled('nginx') || isInstalled('/usr/sbin/nginx');
const NGINX = isInstalled('nginx') ? 'nginx' : '/usr/sbin/nginx';
const configuration = readFileSync(join(root, 'packages/sandbox/examples/nginx.conf'), 'utf8');
const project = new SandboxProject();
const ports: string[] = [];
const sandboxes: (CommandProcess | undefined)[] = [];
let nginx: ChildProcess | undefined;
let proxy = '';

beforeAll(async () => {
  if (!isThere) return;
  await project.install();
  for (let count = 0; count < 3; count += 1) ports.push(String(await freePort()));
  for (const index of [1, 2]) await startSandbox(index);
  let servers = configuration;
  for (const [index, port] of ports.entries())
    servers = servers.replaceAll(`127.0.0.1:401${index}`, `127.0.0.1:${port}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`);
  project.write('nginx.conf', `events {}\nhttp {\naccess_log off;\n${temporary.join('\n')}\n${servers}\n}\n`);
  chmodSync(project.folder, 0o755);
  const settings = 'daemon off; pid nginx.pid; error_log stderr;';
  nginx = spawn(NGINX, ['-p', project.folder, '-c', 'nginx.conf', '-g', settings], { env: readersEnvironment() });
  proxy = `http://127.0.0.1:${ports[0]}`;
  while (!(await fetch(proxy).catch(() => undefined))) {
    if (nginx.exitCode !== null) throw new Error(`nginx has ended, with code ${nginx.exitCode}`);
    await delay(20);
  }
}, 120_000);
afterAll(async () => {
  for (const sandbox of sandboxes) sandbox?.child.kill();
  if (nginx?.exitCode === null) {
    nginx.kill();
    await once(nginx, 'exit');
  }
  project.remove();
});

async function startSandbox(index: number): Promise<void> {
  const flags = ['--port', ports[index] ?? '', '--data', `${index}.db`, '--trust-proxy', '--json'];
  const command = [process.execPath, project.packaged('dist/cli.js'), ...flags];
  const sandbox = new CommandProcess(command, project.folder);
  sandboxes[index] = sandbox;
  await sandbox.ready();
}

const direct = (index: number): string => `http://127.0.0.1:${ports[index]}`;

function ask(base: string, key: string, path: string, body?: object, more: Record<string, string> = {}) {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...more };
  return fetch(base + path, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) });
}

const createJane = (base: string, key: string) => ask(base, key, '/v1/contacts', { email: 'jane@example.com' });

async function hasJane(base: string, key: string): Promise<boolean> {
  const found = await ask(base, key, '/v1/contacts?email=jane@example.com');
  const { data } = (await found.json()) as { data: unknown[] };
  return data.length === 1;
}

/** Which sandboxes have what a key has written. */
async function placesOf(key: string): Promise<number[]> {
  const found = await Promise.all([1, 2].map((index) => hasJane(direct(index), key)));
  return [1, 2].filter((_, index) => found[index]);
}

const workspaces = Array.from({ length: 40 }, (_, index) => `sk_test_workspace${index}`);

test('the README shows the configuration that is tried here', () => {
  const readme = readFileSync(join(root, 'packages/sandbox/README.md'), 'utf8');
  expect(readme).toContain(`\`\`\`nginx\n${configuration}\`\`\`\n`);
});

describe('behind nginx', () => {
  needsProgram('nginx', isThere);

  test('a workspace is in one sandbox, whatever level and plan its key has, and both have some', async () => {
    const counts = [0, 0, 0];
    for (const key of workspaces) {
      expect((await createJane(proxy, key)).status).toBe(201);
      for (const suffix of ['_read', '_write_free', '_admin_enterprise'])
        expect(await hasJane(proxy, key + suffix)).toBe(true);
      const places = await placesOf(key);
      expect(places).toHaveLength(1);
      counts[places[0] ?? 0]! += 1;
    }
    expect(Math.min(counts[1]!, counts[2]!)).toBeGreaterThan(0);
  });

  test('the keys that are everybody’s share one, and so do all tokens and what has no key', async () => {
    expect((await createJane(proxy, 'sk_test_admin')).status).toBe(201);
    for (const key of ['read', 'free', 'basic', 'professional', 'enterprise'])
      expect(await hasJane(proxy, `sk_test_${key}`), key).toBe(true);
    expect(await placesOf('sk_test_admin')).toHaveLength(1);
    expect((await fetch(`${proxy}/.well-known/oauth-authorization-server`)).status).toBe(200);
    expect((await ask(proxy, 'no-such-token', '/v1/operators')).status).toBe(401);
  });

  test('the control of a workspace is where the workspace is', async () => {
    for (const key of workspaces.slice(0, 6)) {
      expect((await ask(proxy, key, '/_sandbox/reset', {})).status).toBe(204);
      expect(await placesOf(key)).toEqual([]);
      await createJane(proxy, key);
    }
  });

  test('the control is not for others: nginx says who asks, and what they say of it themselves goes by', async () => {
    const elsewhere = { 'X-Forwarded-For': '203.0.113.9' };
    const here = { 'X-Forwarded-For': '127.0.0.1' };
    const [key = ''] = workspaces;
    expect((await ask(direct(1), key, '/_sandbox/clock', undefined, elsewhere)).status).toBe(403);
    expect((await ask(direct(1), key, '/_sandbox/clock', undefined, here)).status).toBe(200);
    expect((await ask(proxy, key, '/_sandbox/clock', undefined, elsewhere)).status).toBe(200);
  });

  test('while one is down its workspaces wait, the others go on; when it is back, so is what they held', async () => {
    const places = new Map<string, number>();
    for (const key of workspaces) places.set(key, (await placesOf(key))[0] ?? 0);
    const [stopped, running] = [1, 2].map((place) => workspaces.filter((key) => places.get(key) === place));
    const { code } = await sandboxes[1]!.end('SIGTERM');
    expect(code).toBe(0);
    for (const key of stopped ?? []) expect((await createJane(proxy, key)).status).toBe(502);
    for (const key of running ?? []) expect((await createJane(proxy, key)).status).toBe(409);
    await startSandbox(1);
    for (const key of workspaces) expect((await createJane(proxy, key)).status, key).toBe(409);
  });

  test('what is too long is refused by the sandbox, in its own words', async () => {
    const answer = await ask(proxy, workspaces[1]!, '/v1/contacts', { email: 'x'.repeat(3_000_000) });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toHaveProperty('error.code');
  });
});
