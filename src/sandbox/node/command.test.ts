import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MCP_PATH } from '../http/target.ts';
import { SEEDED_KEYS } from '../keys.ts';
import { run } from './command.ts';
import { usageOf } from './flags.ts';

const PROGRAM = { name: 'sandbox', version: '1.2.3' };

let printed: string[];
let complaints: string[];
/** What a signal does. */
let ends: Map<string | symbol, () => void>;

beforeEach(() => {
  printed = [];
  complaints = [];
  ends = new Map();
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void complaints.push(text));
  vi.spyOn(process, 'once').mockImplementation((signal, listener) => {
    ends.set(signal, listener as () => void);
    return process;
  });
});
afterEach(() => {
  process.exitCode = 0;
});

/** Runs the command; a sandbox that it starts is ended by the signal. @returns what it has printed, in lines */
async function ran(...args: string[]): Promise<string[]> {
  await run(args, PROGRAM);
  const lines = printed.flatMap((text) => text.split('\n'));
  if (ends.size > 0) await ended('SIGTERM');
  return lines;
}

async function ended(signal: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  vi.spyOn(process, 'exit').mockImplementation(((code: unknown) => resolve(code)) as typeof process.exit);
  ends.get(signal)?.();
  expect(await promise).toBe(0);
}

test('what is asked about the command is printed, and nothing is started', async () => {
  expect(await ran('--help')).toEqual(usageOf(PROGRAM).split('\n'));
  printed.length = 0;
  expect(await ran('--version')).toEqual(['1.2.3']);
  expect((await ran('mcp', '--help')).join('\n')).toContain('sandbox mcp');
  expect(ends.size).toBe(0);
});

test('what keeps it from starting is told in one line, with exit code 1', async () => {
  expect(await ran('--port', 'x')).toEqual([]);
  expect(complaints).toEqual([expect.stringMatching(/^--port .*[^\n]$/)]);
  expect(process.exitCode).toBe(1);
});

test('what nobody has foreseen is thrown as it is', async () => {
  vi.mocked(console.log).mockImplementation(() => {
    throw new TypeError('No terminal');
  });
  await expect(run(['--help'], PROGRAM)).rejects.toThrow(new TypeError('No terminal'));
});

describe('a sandbox that has started', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'command-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const reached = 'It listens on every interface: other machines reach it by its address';

  test('is told of in one line for machines, answers until a signal, and can be asked whether it does', async () => {
    await run(['--port', '0', '--json'], PROGRAM);
    const { url, control, pid } = JSON.parse(printed.join('\n')) as Record<string, string>;
    expect([control, pid]).toEqual([`${url}/_sandbox`, process.pid]);
    expect((await fetch(`${url}/v1/contacts`)).status).toBe(401);
    const initialize = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };
    const agent = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
    const listed = await fetch(`${url}${MCP_PATH}`, {
      method: 'POST',
      headers: agent,
      body: JSON.stringify(initialize),
    });
    expect(await listed.text()).toContain('call_sandbox');
    printed.length = 0;
    const { port } = new URL(url ?? '');
    await run(['--check', '--port', port], PROGRAM);
    expect([complaints, process.exitCode ?? 0]).toEqual([[], 0]);
    expect([...ends.keys()]).toEqual(['SIGINT', 'SIGTERM']);
    await ended('SIGINT');
    await expect(fetch(`${url}/v1/contacts`)).rejects.toThrow('fetch failed');
    await run(['--check', '--port', port], PROGRAM);
    expect([complaints.length, process.exitCode]).toEqual([1, 1]);
  });

  test('is told of in words: where, with which keys, and where changes are kept', async () => {
    const lines = await ran('--port', '0');
    const url =
      /^Orbinto sandbox on (http:\/\/127\.0\.0\.1:\d+)\/v1$/.exec(lines[0] ?? '')?.[1] ?? expect.unreachable();
    expect(lines.slice(1)).toEqual([
      `Keys: ${SEEDED_KEYS.join(', ')}`,
      'Any key like sk_test_mycompany opens a workspace of its own.',
      'Changes are kept in memory.',
      `Agents: ${url}${MCP_PATH}`,
      `Try: curl ${url}/v1/conversations -H "Authorization: Bearer sk_test_admin"`,
    ]);
    expect(complaints).toEqual([]);
  });

  test.each([
    [['--host', '0.0.0.0'], `${reached} (--allow-host NAME lets others use a name).`],
    [
      ['--host', '0.0.0.0', '--allow-host', 'a.example', '--allow-host', 'b.example'],
      `${reached} (names: a.example, b.example).`,
    ],
    [['--no-rate-limits'], 'Rate limits are told, not enforced.'],
  ])('by %j says so: %s', async (flags, line) => {
    expect(await ran('--port', '0', ...flags)).toContain(line);
  });

  test('with a file names it', async () => {
    const file = join(folder, 'sandbox.db');
    expect(await ran('--port', '0', '--data', file)).toContain(`Changes are kept in ${file}.`);
  });

  test('without SQLite says why changes are kept in memory, where nobody has asked for that', async () => {
    const modules = process.getBuiltinModule('node:module');
    vi.spyOn(modules, 'isBuiltin').mockImplementation((name) => name !== 'node:sqlite');
    await ran('--port', '0', '--memory');
    expect(complaints).toEqual([]);
    await ran('--port', '0');
    expect(complaints).toEqual([expect.stringMatching(/^Changes are kept in memory: Node .* has no SQLite/)]);
  });
});
