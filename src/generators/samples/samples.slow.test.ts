import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMultipart } from '../../../tests/multipart.ts';
import { isInstalled, needsProgram } from '../../../tests/programs.ts';
import type { LanguageId } from './languages.ts';
import { languages } from './languages.ts';
import type { SampleRequest } from './request.ts';

/** How each language's program is run: the file's name, and the command that takes it. */
const runners: Record<LanguageId, { file: string; command: string[] }> = {
  curl: { file: 'sample.sh', command: ['bash', '--noprofile', '--norc'] },
  javascript: { file: 'sample.mjs', command: ['node'] },
  python: { file: 'sample.py', command: ['python3'] },
  php: { file: 'sample.php', command: ['php'] },
  ruby: { file: 'sample.rb', command: ['ruby'] },
  go: { file: 'sample.go', command: ['go', 'run'] },
};

/** PHP's sample needs its curl extension, which some distributions pack apart. */
function canRun(program: string): boolean {
  if (program !== 'php') return isInstalled(program);
  return spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout?.split('\n').includes('curl') ?? false;
}

interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

let received: Received[] = [];
let folder = '';
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { method = '', url = '', headers } = request;
    received.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"ok":true}');
  });
});
const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'));
  await writeFile(join(folder, 'photo.bin'), 'the photo');
  await writeFile(join(folder, 'a;b,"c.bin'), 'the other photo');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a printed sample and gives the request that arrived. */
async function send(language: LanguageId, request: SampleRequest): Promise<Received> {
  const { file, command } = runners[language];
  const printed = languages.find(({ id }) => id === language)?.print(request) ?? '';
  await writeFile(join(folder, file), printed);
  received = [];
  const [program = '', ...options] = command;
  const child = spawn(program, [...options, file], { cwd: folder, env: { ...process.env, API_KEY: 'sk "secret" $1' } });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0 || !received[0]) throw new Error(`${language} ended with ${code}\n${errors}\n${printed}`);
  return received[0];
}

const hostile = `it's "quoted" $HOME \`date\` $(date) \\ \\n !! %s #{x} {y} é 日本 🎉 \u2028 <script>\nnew\tline`;

for (const language of Object.keys(runners) as LanguageId[]) {
  describe(`the ${language} sample`, () => {
    const [program = ''] = runners[language].command;
    needsProgram(program, canRun(program));

    test('sends method, address, headers and the secret of the environment', async () => {
      const url = `${address()}/v1/items/a%20b?page=2&filter[tag]=x,y&odd={z}`;
      const request = await send(language, {
        method: 'DELETE',
        url,
        secretVariable: 'API_KEY',
        headers: [
          ['Authorization', ['Bearer ', '']],
          ['X-Note', `it's "$5" \`a\` !! \\ #{x}`],
        ],
      });
      expect(request.method).toBe('DELETE');
      expect(decodeURIComponent(request.url)).toBe('/v1/items/a b?page=2&filter[tag]=x,y&odd={z}');
      expect(request.headers.authorization).toBe('Bearer sk "secret" $1');
      expect(request.headers['x-note']).toBe(`it's "$5" \`a\` !! \\ #{x}`);
    }, 60_000);

    test('sends any JSON unchanged', async () => {
      const body = {
        text: hostile,
        [hostile]: 1,
        none: null,
        yes: true,
        no: false,
        float: 1.5,
        list: [],
        map: {},
        nested: [{ a: [1, 'two'] }],
        '0': 'zero',
      };
      const request = await send(language, {
        method: 'POST',
        url: `${address()}/`,
        headers: [['Content-Type', 'application/json']],
        body,
        secretVariable: 'API_KEY',
      });
      expect(JSON.parse(request.body)).toEqual(body);
      expect(request.headers['content-type']).toBe('application/json');
    }, 60_000);

    test('keeps maps that look like lists', async () => {
      const body = { '0': 'zero', '1': {} };
      const request = await send(language, {
        method: 'POST',
        url: `${address()}/`,
        headers: [['Content-Type', 'application/json']],
        body,
        secretVariable: 'API_KEY',
      });
      expect(JSON.parse(request.body)).toEqual(body);
    }, 60_000);

    test('sends a form', async () => {
      const headers: [string, string][] = [['Content-Type', 'application/x-www-form-urlencoded']];
      const request = await send(language, {
        method: 'POST',
        url: `${address()}/`,
        headers,
        body: { a: hostile, 'b&c': '@x', d: '' },
        bodyFormat: 'form',
        secretVariable: 'API_KEY',
      });
      expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({ a: hostile, 'b&c': '@x', d: '' });
    }, 60_000);

    test('sends a multipart form with a file', async () => {
      const body = [
        ['note', '@<it;type=x'],
        ['photo', { file: 'photo.bin' }],
      ];
      const request = await send(language, {
        method: 'POST',
        url: `${address()}/`,
        headers: [],
        body,
        bodyFormat: 'multipart',
        secretVariable: 'API_KEY',
      });
      const form = await readMultipart(request.body, request.headers['content-type']);
      expect(form.get('note')).toBe('@<it;type=x');
      expect(await (form.get('photo') as File).text()).toBe('the photo');
    }, 60_000);

    test('sends parts of a multipart form with their media types, and a list as parts of one name', async () => {
      const json = JSON.stringify({ text: hostile });
      const request = await send(language, {
        method: 'POST',
        url: `${address()}/`,
        headers: [],
        body: [
          ['meta', { text: json, type: 'application/json' }],
          ['photos', { file: 'photo.bin', type: 'image/png' }],
          ['photos', { file: 'a;b,"c.bin' }],
          ['tags', 'a'],
          ['tags', 'b'],
        ],
        bodyFormat: 'multipart',
        secretVariable: 'API_KEY',
      });
      const form = await readMultipart(request.body, request.headers['content-type']);
      const photos = form.getAll('photos') as File[];
      expect(await Promise.all(photos.map((photo) => photo.text()))).toEqual(['the photo', 'the other photo']);
      expect(photos.map(({ name }) => name)).toEqual(['photo.bin', 'a;b,"c.bin']);
      expect(photos[0]?.type).toBe('image/png');
      expect(form.getAll('tags')).toEqual(['a', 'b']);
      expect(request.body).toMatch(/name="meta".*\r\nContent-Type: application\/json\r\n\r\n{/);
      expect(await new Response(form.get('meta')).text()).toBe(json);
    }, 60_000);

    test('sends a name of a form twice', async () => {
      const request = await send(language, {
        method: 'POST',
        url: `${address()}/`,
        headers: [['Content-Type', 'application/x-www-form-urlencoded']],
        body: [
          ['tags[]', hostile],
          ['tags[]', 'b'],
        ],
        bodyFormat: 'form',
        secretVariable: 'API_KEY',
      });
      expect(new URLSearchParams(request.body).getAll('tags[]')).toEqual([hostile, 'b']);
    }, 60_000);

    test('sends text and files as they are', async () => {
      const common = {
        method: 'PUT',
        url: `${address()}/`,
        headers: [['Content-Type', 'text/plain']] as [string, string][],
        secretVariable: 'API_KEY',
      };
      expect((await send(language, { ...common, body: `@${hostile}`, bodyFormat: 'text' })).body).toBe(`@${hostile}`);
      expect((await send(language, { ...common, body: 'photo.bin', bodyFormat: 'binary' })).body).toBe('the photo');
    }, 60_000);

    test('takes an answer without a body', async () => {
      const request = await send(language, {
        method: 'HEAD',
        url: `${address()}/`,
        headers: [],
        responseFormat: 'none',
        secretVariable: 'API_KEY',
      });
      expect(request.method).toBe('HEAD');
    }, 60_000);
  });
}

test('the variable of the secret stands wherever the secret belongs', () => {
  const request: SampleRequest = {
    method: 'GET',
    url: ['https://example.com/?key=', ''],
    headers: [['Authorization', ['', '']]],
    secretVariable: 'MY_KEY',
  };
  for (const { id, print } of languages) {
    expect(print(request).match(/MY_KEY/g), id).toHaveLength(2);
  }
});
