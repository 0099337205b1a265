import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { languages } from '../../src/generators/samples/languages.ts';
import { joinTexts } from '../../src/generators/samples/request.ts';
import type { SampleRequest } from '../../src/generators/samples/request.ts';
import { sampleRequest } from '../../src/generators/samples/sample-request.ts';
import { secretVariables } from '../../src/generators/samples/secret-variables.ts';
import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import type { BundledOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { BOUNDARY } from '../../src/openapi/model/boundary.ts';
import { isJson } from '../../src/openapi/document/media-types.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import { sentAs } from '../../src/openapi/request/sent-as.ts';
import { requestOf, sendable } from '../../src/site/console/request/make-request.ts';
import { exampleInput } from '../../src/site/console/request/input/request-input.ts';
import { fc } from '../fast-check.ts';
import { canonicalJson, jsonText } from '../json-text.ts';
import { needsProgram } from '../programs.ts';
import { Echo } from './echo.ts';
import { expected } from './expected.ts';
import type { Expected } from './expected.ts';
import { oddRequests, SECRET } from './odd-requests.ts';
import { canRun } from '../samples/interpreters.ts';
import { runSamples } from './run-samples.ts';

const document = await loadDocument(new URL('requests.yaml', import.meta.url));
const operations = listOperations(document);
const bundled = operations.map((operation) => bundleOperation(document, operation));
const secretVariable = secretVariables(operations, 'API_KEY');

const echo = new Echo();
let folder = '';
const FILES = ['file.bin', 'file.png', 'photo.bin', 'pictures.bin', 'a;b,"c.txt', 'parts.bin'];
const PARTS = `--${BOUNDARY}\r\nContent-Type: image/png\r\n\r\nbytes\r\n--${BOUNDARY}--\r\n`;
const contentOf = (file: string): string => (file === 'parts.bin' ? PARTS : `bytes of ${file}`);
/** Variables of all schemes; a console has one secret. */
const env: Record<string, string> = { ODD_KEY: SECRET };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'requests-'));
  await echo.listen();
});
afterAll(async () => {
  echo.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a client has to send: all that it can. */
function expectedOf(client: string): Record<string, Expected> {
  const own = Object.entries(expected).filter(([, { not }]) => !not?.includes(client));
  return Object.fromEntries(own.map(([name, request]) => [name, told(request)]));
}

/** The same as the echo tells it. */
function told({ not: _, body, ...request }: Expected): Expected {
  const isText = isJson(request.headers?.['content-type'] ?? '');
  return { ...request, ...(body !== undefined && { body: isText ? canonicalJson(String(body)) : body }) };
}

/** What a client has sent of the table. */
function sentBy(client: string): Record<string, Expected> {
  return Object.fromEntries(Object.entries(echo.of(client)).filter(([name]) => name in expected));
}

const isSentBy = (client: string, { operationId }: BundledOperation): boolean =>
  !expected[operationId]?.not?.includes(client);

const jsonOperation = bundled.find(({ operationId }) => operationId === 'json') ?? expect.unreachable();
/** Bodies of JSON with numbers and texts of any kind. */
const drawn = Object.fromEntries(fc.sample(jsonText, 20).map((text, index) => [`drawn${index}`, text]));

function drawnRequest(client: string, name: string, body: string): SampleRequest {
  return requestOf(jsonOperation, { values: {}, body }, echo.base(client, name));
}

describe('the table', () => {
  test('has every operation', () => {
    expect(bundled.map(({ operationId }) => operationId)).toEqual(Object.keys(expected));
  });
});

for (const { id, print } of languages) {
  describe(`the samples in ${id}`, () => {
    needsProgram(id, canRun(id satisfies LanguageId));

    test('put on the wire what each construct means, and JSON to the digit', { timeout: 120_000 }, async () => {
      const own = join(folder, id);
      await mkdir(own);
      for (const file of FILES) await writeFile(join(own, file), contentOf(file));
      const samples = bundled
        .filter((operation) => isSentBy(id, operation))
        .map((operation) => {
          const request = sampleRequest(operation, {
            server: echo.base(id, operation.operationId),
            secretVariable: (scheme) => {
              const variable = secretVariable(scheme);
              env[variable] = 'sk_1';
              return variable;
            },
          });
          return [operation.operationId, print(request)] as const;
        });
      const texts = Object.entries(drawn).map(([name, body]) => [name, print(drawnRequest(id, name, body))] as const);
      const odd = Object.entries(oddRequests).map(
        ([name, { request }]) =>
          [name, print({ ...request, url: joinTexts(echo.base(id, name), request.url) })] as const,
      );
      await runSamples(id, Object.fromEntries([...samples, ...odd, ...texts]), { folder: own, env });
      expect(sentBy(id)).toEqual(expectedOf(id));
      const received = echo.of(id);
      for (const [name, { expected: odd }] of Object.entries(oddRequests))
        expect(received[name], name).toEqual(told(odd));
      for (const [name, body] of Object.entries(drawn)) expect(received[name]?.body, body).toBe(canonicalJson(body));
    });
  });
}

describe('the console', () => {
  const files = new Map(FILES.map((name) => [name, new File([contentOf(name)], name, { type: typeOf(name) })]));

  async function send(operation: BundledOperation, name: string, body?: string): Promise<void> {
    const call = { ...exampleInput(operation), ...(body !== undefined && { body }) };
    const { url, ...options } = sendable(requestOf(operation, call, echo.base('console', name)), call, 'sk_1', files);
    await (await fetch(url, options)).text();
  }

  test('sends the same', async () => {
    const chosen: Record<string, string> = { bytes: 'file.bin', image: 'file.png' };
    for (const operation of bundled)
      if (isSentBy('console', operation)) await send(operation, operation.operationId, chosen[operation.operationId]);
    expect(sentBy('console')).toEqual(expectedOf('console'));
  });

  test('sends a body of JSON as it was typed', async () => {
    for (const [name, body] of Object.entries(drawn)) await send(jsonOperation, name, body);
    const received = echo.of('console');
    for (const [name, body] of Object.entries(drawn)) expect(received[name]?.body, body).toBe(canonicalJson(body));
  });

  test('does not send a GET with a body: `fetch` cannot', () => {
    expect(() => new Request('https://example.com', { method: 'GET', body: '{}' })).toThrow(TypeError);
  });
});

function typeOf(name: string): string {
  return name.endsWith('.png') ? 'image/png' : '';
}

test('the line “sent as” is what is sent', () => {
  const lines = operations.flatMap((operation) =>
    operation.parameters.map((parameter) => [operation.operationId, sentAs(document, parameter)] as const),
  );
  const told = lines.filter(([, line]) => line !== undefined);
  expect(told.length).toBeGreaterThan(15);
  for (const [name, line = ''] of told) {
    const { target, headers = {} } = expected[name] ?? expect.unreachable();
    expect(
      [target, ...Object.values(headers)].some((text) => text.includes(line)),
      `${name}: ${line}`,
    ).toBe(true);
  }
});
