import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportFormat } from '../../src/generators/recorded-calls/export-formats.ts';
import type { RecordedCall } from '../../src/generators/recorded-calls/recorded-call.ts';
import { npmTool } from '../../scripts/npm-tools.ts';
import { root } from '../../scripts/paths.ts';
import { systemPython } from '../../scripts/python.ts';
import { execute, isInstalled, needsProgram } from '../programs.ts';
import type { Outcome } from '../programs.ts';
import { freshWorkspace, WatchedMock } from '../samples/workspace.ts';
import { exported, formatOf, hostile, recordSession, server } from './session.ts';

let mock: WatchedMock;
let folder: string;
let recorded: RecordedCall[];
beforeAll(async () => {
  mock = await WatchedMock.start();
  folder = await mkdtemp(join(tmpdir(), 'exports-'));
  recorded = await recordSession();
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs an export in a workspace of its own. */
class Run {
  readonly key = `sk_test_${freshWorkspace()}_admin`;
  readonly #base = `${mock.url}/v1`;
  readonly #calls: RecordedCall[];

  constructor(calls = recorded) {
    this.#calls = calls;
  }

  /** Makes a record first, so that the ids of the session are others here. */
  async shiftIds(): Promise<void> {
    const response = await this.#call('/contacts', {
      method: 'POST',
      body: JSON.stringify({ email: 'first@example.com' }),
    });
    expect(response.status).toBe(201);
  }

  async start(
    id: ExportFormat['id'],
    command: (file: string) => string[],
    adapt = (text: string) => text,
  ): Promise<Outcome> {
    const { text, leftOut } = exported(this.#calls, id);
    expect(leftOut).toBe(0);
    expect(text).not.toMatch(/sk_test|sk_live/);
    const file = join(folder, `orbinto_calls${formatOf(id).extension}`);
    await writeFile(file, adapt(text));
    const env = { ORBINTO_API_KEY: this.key, ORBINTO_SERVER: this.#base, NO_PROXY: '*', no_proxy: '*' };
    return execute(command(file), { cwd: folder, env });
  }

  /** Each call was answered as it was in the session, and what is hostile has arrived whole. */
  async expectSame(): Promise<void> {
    const own = mock.answersTo(this.key).filter(({ path }) => path.startsWith('/v1/'));
    const last = own.slice(-this.#calls.length);
    expect(last.map(({ method, status }) => [method, status])).toEqual(
      this.#calls.map(({ request, status }) => [request.method, status]),
    );
    const { data } = (await (await this.#call('/contacts?per_page=100')).json()) as {
      data: { email: string; name: string }[];
    };
    expect(data.find(({ email }) => email === 'hostile@example.com')?.name).toBe(hostile);
  }

  #call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { Authorization: `Bearer ${this.key}`, 'Content-Type': 'application/json' };
    return fetch(this.#base + path, { ...init, headers });
  }
}

/** The file names the live API where no variable takes its place. */
const toMock = (text: string): string => text.replaceAll(server, `${mock.url}/v1`);

describe('curl', () => {
  needsProgram('curl');

  test('runs in bash, and goes on where an error was answered before', { timeout: 60_000 }, async () => {
    // A shell reads no answers, so the record that the session made has another id here: what was done with it is left out.
    const run = new Run(recorded.filter(({ request, status }) => status >= 400 || !/con_/.test(String(request.url))));
    const { exit, stderr } = await run.start('curl', (file) => ['bash', file]);
    expect([exit, stderr.replace(/^curl: \(22\).*$/gm, '').trim()]).toEqual([0, '']);
    await run.expectSame();
  });
});

test('node:test passes, with ids that differ from those of the session', { timeout: 60_000 }, async () => {
  const run = new Run();
  await run.shiftIds();
  const { exit, stdout } = await run.start('node-test', (file) => [process.execPath, '--test', file]);
  expect(exit, stdout).toBe(0);
  expect(stdout).toMatch(new RegExp(`pass ${recorded.length}\\b`));
  await run.expectSame();
});

/** Without pytest its functions are called one after the other, as it does. */
const plainRunner = `
import runpy, sys
for name, value in runpy.run_path(sys.argv[1]).items():
    if name.startswith("test_"):
        value()
`;

test('pytest passes, with ids that differ from those of the session', { timeout: 60_000 }, async () => {
  const run = new Run();
  await run.shiftIds();
  const command = isInstalled('pytest')
    ? ['pytest', '-q', '-p', 'no:cacheprovider']
    : [systemPython, '-c', plainRunner];
  const { exit, stdout, stderr } = await run.start('pytest', (file) => [...command, file]);
  expect(exit, stdout + stderr).toBe(0);
  await run.expectSame();
});

test(
  'the Arazzo workflow is green under respect, with ids that differ from those of the session',
  { timeout: 120_000 },
  async () => {
    const run = new Run();
    await run.shiftIds();
    const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
    const { exit, stdout, stderr } = await run.start(
      'arazzo',
      (file) => [process.execPath, cli, 'respect', file, '-S', `api=${mock.url}/v1`, '-i', `api_key=${run.key}`],
      (text) => text.replace(/https:[^"]*openapi\.yaml/, relative(folder, join(root, 'spec/openapi.yaml'))),
    );
    expect(exit, stdout + stderr).toBe(0);
    await run.expectSame();
  },
);

describe('.http', () => {
  const httpyac = npmTool('httpyac');
  needsProgram('httpyac', httpyac !== undefined);

  test('passes under httpyac, with ids that differ from those of the session', { timeout: 60_000 }, async () => {
    const run = new Run();
    await run.shiftIds();
    const { exit, stdout, stderr } = await run.start(
      'http',
      (file) => [
        process.execPath,
        httpyac ?? '',
        'send',
        file,
        '--all',
        '--no-color',
        '--output',
        'none',
        '--var',
        `ORBINTO_API_KEY=${run.key}`,
      ],
      toMock,
    );
    expect(exit, stdout + stderr).toBe(0);
    await run.expectSame();
  });
});
