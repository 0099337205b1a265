/** What each program of a collection sends is what the sample in curl sends. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import newman from 'newman';
import type { NewmanRunOptions } from 'newman';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectionTool, hasCollectionTools } from '../../scripts/collection-tools.ts';
import { findHurl } from '../../scripts/hurl.ts';
import { hasInso } from '../../scripts/inso.ts';
import { collectionFiles } from '../../src/generators/collection-files.ts';
import { collectionOf } from '../../src/generators/collection/collection.ts';
import type { Collection } from '../../src/generators/collection/collection.ts';
import { postmanEnvironment } from '../../src/generators/postman-environment.ts';
import { postmanCollection } from '../../src/generators/postman.ts';
import { curl } from '../../src/generators/samples/curl.ts';
import { sampleRequest } from '../../src/generators/samples/sample-request.ts';
import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import { canonicalJson } from '../json-text.ts';
import { isForm, isJsonSequence } from '../../src/openapi/document/media-types.ts';
import { execute, needsProgram } from '../programs.ts';
import { Echo } from '../requests/echo.ts';
import type { Expected } from '../requests/expected.ts';
import { runSamples } from '../requests/run-samples.ts';
import { runInsomnia } from './run-insomnia.ts';

const document = await loadDocument(new URL('bodies.yaml', import.meta.url));
/** Each at a path of its own name; what tells the id is not among them. */
const operations = listOperations(document).filter(({ path, operationId }) => path.split('/')[1] === operationId);
const FILES = ['file.bin', 'file.png', 'photo.bin', 'pictures.bin', 'people.csv'];
/** The id that adding a pet tells. */
const TOLD = 'pet_9';
/** Hoppscotch says so of a request without a body. */
const FORM = 'application/x-www-form-urlencoded';

const echo = new Echo(JSON.stringify({ id: TOLD }));
let folder: string;
let sentByCurl: Record<string, Expected>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bodies-'));
  await echo.listen();
  const own = await folderWithFiles('curl');
  const samples = operations.map((operation) => {
    const request = sampleRequest(bundleOperation(document, operation), {
      server: base('curl'),
      secretVariable: 'API_KEY',
    });
    return [operation.operationId, curl(request)] as const;
  });
  await runSamples('curl', Object.fromEntries(samples), { folder: own, env: { API_KEY: 'sk_1' } });
  sentByCurl = JSON.parse(JSON.stringify(sentBy('curl')).replaceAll('pet_1', TOLD)) as typeof sentByCurl;
});
afterAll(async () => {
  echo.close();
  await rm(folder, { recursive: true });
});

const base = (client: string): string => echo.base(client, '').slice(0, -1);

async function folderWithFiles(client: string): Promise<string> {
  const own = join(folder, client);
  await mkdir(own, { recursive: true });
  for (const file of FILES) await writeFile(join(own, file), `bytes of ${file}`);
  return own;
}

/**
 * The requests with a body, by operation. A form counts by its fields: there are two ways to write a space. JSON counts by its
 * values, in parts and lines too.
 */
function sentBy(client: string): Record<string, Expected> {
  const received = echo.of(client);
  return Object.fromEntries(
    operations.map(({ operationId }) => [
      operationId,
      comparable(received[operationId] ?? expect.unreachable(operationId)),
    ]),
  );
}

function comparable({ headers = {}, ...request }: Expected): Expected {
  const { 'content-type': type = '', ...others } = headers;
  const { body } = request;
  return {
    ...request,
    target: comparableTarget(request.target),
    headers: { 'content-type': type, ...others },
    ...(body !== undefined && { body: comparableBody(type, body) }),
  };
}

/** Of two ways to encode, neither is wrong. */
function comparableTarget(target: string): string {
  const [path = '', query = ''] = target.split('?');
  return [decodeURIComponent(path), ...[...new URLSearchParams(query)].map((pair) => JSON.stringify(pair))].join(' ');
}

function comparableBody(type: string, body: string | string[]): string | string[] {
  if (typeof body !== 'string')
    return body.map((part) => part.replace(/(?<=^.* application\/json\n\n|^name=meta\n\n).*/s, canonicalJson));
  if (isForm(type)) return [...new URLSearchParams(body)].map((pair) => JSON.stringify(pair));
  return isJsonSequence(type) ? body.split('\n').map(canonicalJson) : body;
}

/** Unpacks the collection of a program, with the files of its bodies beside it; the folder that it is in. */
async function unpack(program: string): Promise<string> {
  const own = await folderWithFiles(program);
  const environment = { id: 'local', name: 'Local', baseUrl: base(program), apiKey: 'sk_1' };
  const collection = JSON.parse(withOneKey(JSON.stringify({ ...collectionOf(document), secrets: [] }))) as Collection;
  for (const [path, text] of collectionFiles(collection, [environment], 'x')) {
    if (!path.startsWith(`${program}/`)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return own;
}

/** The environments here have a value for one secret alone. */
function withOneKey(text: string): string {
  return collectionOf(document).secrets.reduce((made, name) => made.replaceAll(name, 'api_key'), text);
}

async function run(program: string, args: readonly string[], cwd: string): Promise<void> {
  const { exit, stdout, stderr } = await execute([process.execPath, collectionTool(program), ...args], {
    cwd,
    timeout: 170_000,
  });
  expect(exit, stdout + stderr).toBe(0);
}

/** The parts that a program cannot write, or writes without their media type. */
function withParts(change: (parts: string[]) => string[], sent = sentByCurl): Record<string, Expected> {
  return Object.fromEntries(
    Object.entries(structuredClone(sent)).map(([name, request]) => {
      const isMultipart = request.headers?.['content-type'] === 'multipart/form-data';
      return [name, isMultipart ? { ...request, body: change(request.body as string[]) } : request];
    }),
  );
}

/** Without the headers, the texts, and the parts, that a program would read as something else. */
function withoutRead(reads: RegExp, texts: readonly string[], typeOfNone = ''): Record<string, Expected> {
  const wanted = withParts((parts) => parts.filter((part) => part.startsWith('name=meta') || !reads.test(part)));
  for (const [name, { headers = {}, body, ...request }] of Object.entries(wanted)) {
    const isLeftOut = texts.includes(name);
    const sent = Object.entries(headers).filter(([, value]) => !reads.test(value));
    wanted[name] = {
      ...request,
      headers: { ...Object.fromEntries(sent), ...(isLeftOut && { 'content-type': typeOfNone }) },
      ...(body !== undefined && !isLeftOut && { body }),
    };
  }
  return wanted;
}

const untyped = (part: string): string => part.replace(/^(name=\S+) application\/json\n/, '$1\n');

test('the samples send each body, and say of each what it is', () => {
  for (const { method, headers } of Object.values(sentByCurl).filter((request) => request.method !== 'GET')) {
    expect(method).toMatch(/^(?:POST|PUT|PATCH)$/);
    expect(headers?.['content-type']).toMatch(/^\w+\/[\w.+-]+(?:; charset=utf-8)?$/);
  }
});

test('Postman sends what the samples send', async () => {
  const own = await folderWithFiles('postman');
  const options: NewmanRunOptions = {
    collection: JSON.parse(withOneKey(JSON.stringify(postmanCollection(document)))) as NewmanRunOptions['collection'],
    environment: postmanEnvironment({ name: 'Local', baseUrl: base('postman'), apiKey: 'sk_1' }),
    workingDir: own,
  };
  await new Promise<void>((resolve, reject) => {
    newman.run(options, (error, summary) => {
      const failed = summary.run.failures.map(({ error: { message } }) => message);
      if (error || failed.length > 0) reject(error ?? new Error(failed.join('\n')));
      else resolve();
    });
  });
  expect(sentBy('postman')).toEqual(withoutRead(/\{\{/, ['template']));
});

describe('of the programs from npm', () => {
  needsProgram('what CI gets into tests/collections/tools', hasCollectionTools);

  test('Bruno sends what the samples send', async () => {
    await run('@usebruno/cli/bin/bru.js', ['run', '-r', '--env', 'Local'], await unpack('bruno'));
    expect(sentBy('bruno')).toEqual(withoutRead(/\{\{/, ['template']));
  });

  test('httpYac sends what the samples send', async () => {
    await run('httpyac/bin/httpyac.js', ['send', 'x.http', '--all', '--env', 'local'], await unpack('http'));
    // It ends the lines of other multipart bodies than forms with a line feed alone.
    const { mixed, ...sent } = sentBy('http');
    expect(mixed?.headers).toMatchObject({ 'content-type': 'multipart/mixed' });
    const wanted = withoutRead(/^(?:< |###)|\{\{/m, ['template', 'included', 'request']);
    expect({ ...sent, mixed: wanted['mixed'] }).toEqual(wanted);
  });

  test('Hoppscotch sends what the samples send, but files, which its reader chooses, and media types of parts', async () => {
    const args = ['test', 'x-hoppscotch.json', '-e', 'x-hoppscotch-local.json'];
    await run('@hoppscotch/cli/bin/hopp.js', args, await unpack('hoppscotch'));
    const withoutFile = (part: string) => part.replace(/^(name=\S+) filename=[^]*/, '$1\n\n');
    const wanted = withParts((parts) => parts.map(withoutFile).map(untyped), withoutRead(/<</, ['template'], FORM));
    for (const name of ['bytes', 'image', 'elsewhere']) delete wanted[name]?.body;
    expect(sentBy('hoppscotch')).toEqual(wanted);
  });
});

describe('of Insomnia', () => {
  needsProgram('Insomnia’s inso', hasInso);

  test('it sends what the samples send, but media types of files and of parts', async () => {
    const { exit, stdout, stderr } = await runInsomnia(join(await unpack('insomnia'), 'x-insomnia.json'), 'Local');
    expect(exit, stdout + stderr).toBe(0);
    // It tells the media type of a file by its name.
    const byName = (part: string) =>
      part.replace(/^(name=\S+ filename=\S+\.bin) image\/png/, '$1 application/octet-stream');
    expect(sentBy('insomnia')).toEqual(withParts((parts) => parts.map(byName)));
  });
});

describe('of Hurl', () => {
  needsProgram('Hurl', () => findHurl() !== undefined);

  test('it sends what the samples send, but media types of parts', async () => {
    const own = await unpack('hurl');
    const { exit, stderr } = await execute([findHurl() ?? 'hurl', '--variables-file', 'x-local.properties', 'x.hurl'], {
      cwd: own,
    });
    expect(exit, stderr).toBe(0);
    expect(sentBy('hurl')).toEqual(withParts((parts) => parts.map(untyped)));
  });
});
