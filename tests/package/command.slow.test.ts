/** `npx @orbinto/sandbox`, on everything that it is for. */
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { execute, needsProgram } from '../programs.ts';
import { CommandProcess } from './command-process.ts';
import { runtimes } from './runtimes.ts';
import { SandboxProject } from './sandbox-project.ts';

const HEADERS = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
const JANE = { method: 'POST', headers: HEADERS, body: JSON.stringify({ email: 'jane@example.com' }) };

const project = new SandboxProject();
let folder: string;
const running = new Set<CommandProcess>();
beforeAll(async () => void (await project.install()), 120_000);
afterAll(() => project.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'npx-'));
});
afterEach(() => {
  for (const { child } of running) child.kill('SIGKILL');
  running.clear();
  rmSync(folder, { recursive: true, force: true });
});

function start(...flags: string[]): CommandProcess {
  return startWith([process.execPath], ...flags);
}

function startWith(runtime: readonly string[], ...flags: string[]): CommandProcess {
  return watch(new CommandProcess([...runtime, project.packaged('dist/cli.js'), '--port', '0', ...flags], folder));
}

function watch(started: CommandProcess): CommandProcess {
  running.add(started);
  return started;
}

describe.each(runtimes())('on $name', ({ command: runtime = [], hasSqlite }) => {
  needsProgram('this runtime', runtime.length > 0);

  test('answers, keeps its changes in memory, makes no file, and ends with code 0', async () => {
    const command = startWith(runtime, '--json');
    const { url, control, pid } = await command.ready();
    expect([control, pid]).toEqual([`${url}/_sandbox`, command.child.pid]);
    expect((await fetch(`${url}/v1/contacts`, JANE)).status).toBe(201);
    expect((await fetch(`${control}/clock`, { headers: HEADERS })).status).toBe(200);
    expect(existsSync(join(folder, '.orbinto'))).toBe(false);
    const { code, stderr } = await command.end('SIGTERM');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^(?:Changes are kept in memory: Node [\d.]+ has no SQLite to keep them in a file\.\n)?$/);
  });

  test('keeps its changes in a file, or says in one line that it cannot', async () => {
    const first = startWith(runtime, '--json', '--data', 'sandbox.db');
    if (!hasSqlite) {
      const { code, stderr } = await first.end();
      expect(code).toBe(1);
      return expect(stderr).toMatch(
        /^sandbox\.db cannot be used: it takes the SQLite of Node 22\.16 or newer; this is Node [\d.]+\n$/,
      );
    }
    expect((await fetch(`${(await first.ready()).url}/v1/contacts`, JANE)).status).toBe(201);
    expect(await first.end('SIGTERM')).toEqual({ code: 0, stderr: '' });
    const second = startWith(runtime, '--json', '--data', 'sandbox.db');
    expect((await fetch(`${(await second.ready()).url}/v1/contacts`, JANE)).status).toBe(409);
  });

  test('answers in the process, without a port', async () => {
    const code = `import { createSandbox } from '@orbinto/sandbox';
      const sandbox = createSandbox();
      const { status } = await sandbox.fetch('/v1/contacts', ${JSON.stringify(JANE)});
      const { frozen } = await sandbox.clock.freeze();
      await sandbox.close();
      console.log(status, frozen);`;
    project.write('in-process.mjs', code);
    const { exit, stdout } = await execute([...runtime, 'in-process.mjs'], { cwd: project.folder });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '201 true\n' });
  });
});

test('the pinned Node, which has SQLite, says nothing of memory on standard error', async () => {
  const command = start('--json');
  await command.ready();
  expect(await command.end('SIGINT')).toEqual({ code: 0, stderr: '' });
});

test('npx starts it by the name of the package', async () => {
  const npx = ['npx', '--no', '--offline', '@orbinto/sandbox', '--help'];
  const { exit, stdout } = await execute(npx, { cwd: project.folder });
  expect({ exit, stdout }).toEqual({
    exit: 0,
    stdout: expect.stringMatching(/^Usage: npx @orbinto\/sandbox \[flags\]\n/) as string,
  });
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(project.read('package.json')) as { version: string };
  const command = [process.execPath, project.packaged('dist/cli.js'), '--version'];
  expect(await execute(command, { cwd: folder })).toEqual({ exit: 0, stdout: `${version}\n`, stderr: '' });
});

test('without --json people are told where it is, and how to try it', async () => {
  const command = start();
  expect(await command.firstLine()).toMatch(/^Orbinto sandbox on http:\/\/127\.0\.0\.1:\d+\/v1$/);
});

describe('one line and code 1', () => {
  async function refusal(...flags: string[]): Promise<string> {
    const { code, stderr } = await start(...flags).end();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    return stderr;
  }

  test('for an unknown flag, a wrong value, and a word too many', async () => {
    expect(await refusal('--prot', '1')).toMatch(/^Unknown option '--prot' \(--help lists the flags\)/);
    expect(await refusal('--seed', 'x')).toMatch(/^--seed must be a whole number/);
    expect(await refusal('serve')).toMatch(/^Unexpected argument 'serve'/);
  });

  test('for a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await refusal('--port', String(port))).toMatch(/^Port \d+ is in use: .*--port$/m);
    server.close();
  });

  test('for a host that does not resolve, and one of another machine', async () => {
    expect(await refusal('--host', 'no-such-name.invalid')).toMatch(
      /^Cannot listen on no-such-name\.invalid: no such name can be found;/,
    );
    expect(await refusal('--host', '203.0.113.1')).toMatch(
      /^Cannot listen on 203\.0\.113\.1: it is no address of this machine/,
    );
  });

  test('for a data file of a newer version', async () => {
    const database = new DatabaseSync(join(folder, 'sandbox.db'));
    database.exec('CREATE TABLE changes (id TEXT); PRAGMA application_id = 0x4f726269; PRAGMA user_version = 99');
    database.close();
    expect(await refusal('--data', 'sandbox.db')).toMatch(
      /^sandbox\.db was written by a newer version of the sandbox: update/,
    );
  });

  test('for a folder that cannot be written', async () => {
    const locked = join(folder, 'locked');
    mkdirSync(locked, { mode: 0o555 });
    for (const path of [folder, project.folder]) chmodSync(path, 0o755);
    const data = join(locked, 'deeper', 'sandbox.db');
    const command = [process.execPath, project.packaged('dist/cli.js'), '--port', '0', '--data', data];
    // Root may write everything.
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    const { code, stderr } = await watch(new CommandProcess(command, folder, uid)).end();
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${data} cannot be used: the folder ${locked} cannot be written\n`,
    });
  });
});
