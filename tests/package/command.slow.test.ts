/** `npx @orbinto/sandbox`, on each Node that it is for. */
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
import { testedNodes } from './nodes.ts';
import { SandboxProject } from './sandbox-project.ts';

const HEADERS = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
const JANE = { method: 'POST', headers: HEADERS, body: JSON.stringify({ email: 'jane@example.com' }) };
/** From here on there is all that the store wants of SQLite. */
const SQLITE = [22, 16];

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

function start(program: string, ...flags: string[]): CommandProcess {
  return watch(new CommandProcess([program, project.packaged('dist/cli.js'), '--port', '0', ...flags], folder));
}

function watch(started: CommandProcess): CommandProcess {
  running.add(started);
  return started;
}

async function hasSqlite(program: string): Promise<boolean> {
  const { stdout } = await execute([program, '--version'], { cwd: folder });
  const [major = 0, minor = 0] = stdout.slice(1).split('.').map(Number);
  return major > SQLITE[0]! || (major === SQLITE[0] && minor >= SQLITE[1]!);
}

describe.each(testedNodes())('on Node $name', ({ program = '' }) => {
  needsProgram('this Node', program !== '');

  test('answers, keeps its changes in memory, makes no file, and ends with code 0', async () => {
    const command = start(program, '--json');
    const { url, control, pid } = await command.ready();
    expect([control, pid]).toEqual([`${url}/_sandbox`, command.child.pid]);
    expect((await fetch(`${url}/v1/contacts`, JANE)).status).toBe(201);
    expect((await fetch(`${control}/clock`, { headers: HEADERS })).status).toBe(200);
    expect(existsSync(join(folder, '.orbinto'))).toBe(false);
    const { code, stderr } = await command.end('SIGTERM');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^(?:Changes are kept in memory: this Node, v\S+, has no SQLite to keep them in a file\.\n)?$/,
    );
  });

  test('keeps its changes in a file, or says in one line that it cannot', async () => {
    const first = start(program, '--json', '--data', 'sandbox.db');
    if (!(await hasSqlite(program))) {
      const { code, stderr } = await first.end();
      expect(code).toBe(1);
      return expect(stderr).toMatch(
        /^sandbox\.db cannot be used: it takes SQLite, which Node has from 22\.16 on; this is v\S+\n$/,
      );
    }
    expect((await fetch(`${(await first.ready()).url}/v1/contacts`, JANE)).status).toBe(201);
    expect(await first.end('SIGTERM')).toEqual({ code: 0, stderr: '' });
    const second = start(program, '--json', '--data', 'sandbox.db');
    expect((await fetch(`${(await second.ready()).url}/v1/contacts`, JANE)).status).toBe(409);
  });
});

test('the pinned Node, which has SQLite, says nothing of memory on standard error', async () => {
  const command = start(process.execPath, '--json');
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
  const command = start(process.execPath);
  expect(await command.firstLine()).toMatch(/^Orbinto sandbox on http:\/\/127\.0\.0\.1:\d+\/v1$/);
});

describe('one line and code 1', () => {
  async function refusal(...flags: string[]): Promise<string> {
    const { code, stderr } = await start(process.execPath, ...flags).end();
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
