import { describe, expect, test } from 'vitest';
import { fc } from '../../../../tests/fast-check.ts';
import { jsonText } from '../../../../tests/json-text.ts';
import { curl } from '../../../generators/samples/curl.ts';
import { formText } from '../../../generators/samples/form-text.ts';
import { jsonText as bodyText } from '../../../generators/samples/literal.ts';
import { fillSecrets, formFields } from '../../../generators/samples/request.ts';
import type { SampleRequest } from '../../../generators/samples/request.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { BundledOperation, BundledParameter } from '../../../openapi/bundle/bundled-operation.ts';
import { loadDocument } from '../../../openapi/document/load.ts';
import { isForm, isJson, isMultipart, isText } from '../../../openapi/document/media-types.ts';
import { listOperations } from '../../../openapi/model/operations.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import {
  contentOf,
  editableParameters,
  exampleInput,
  fieldOf,
  schemaObject,
  typeOf,
} from '../request/input/request-input.ts';
import { requestOf } from '../request/make-request.ts';
import { fillRequest } from './fill-request.ts';
import { findOperation } from './find-operation.ts';
import { headerOf } from './read/pasted-request.ts';
import type { PastedRequest } from './read/pasted-request.ts';
import { readPasted } from './read/read-pasted.ts';

const KEY = 'sk_test_key';
const server = 'https://api.example.com/v1';
const own = await operationsOf('spec/openapi.yaml');
const foreign = await operationsOf('tests/requests/requests.yaml');

async function operationsOf(file: string): Promise<BundledOperation[]> {
  const document = await loadDocument(file);
  return listOperations(document).map((operation) => bundleOperation(document, operation));
}

/** The request as it is sent, with what `curl` writes of a body. */
function sent(request: SampleRequest): Partial<PastedRequest> {
  const { method, url, headers, body, bodyFormat = 'json', multipartType } = request;
  const address = fillSecrets(url, () => KEY);
  const [origin = ''] = /^https:\/\/[^/]*/.exec(address) ?? [];
  const plain = headers.map(([name, value]): [string, string] => [name, fillSecrets(value, () => KEY).trim()]);
  const text =
    bodyFormat === 'form'
      ? formText(body)
      : bodyFormat === 'text'
        ? String(body)
        : bodyText(body)?.replaceAll('\n', '\n  ');
  return {
    method,
    origin,
    target: address.slice(origin.length),
    headers: multipartType === undefined ? plain : [...plain, ['Content-Type', multipartType]],
    ...(body !== undefined &&
      (bodyFormat === 'multipart'
        ? { body: parts(body) }
        : bodyFormat !== 'binary' && { body: { kind: 'text', text } })),
  };
}

function parts(body: unknown): NonNullable<PastedRequest['body']> {
  const fields = formFields(body).map(([name, value]) => {
    if (typeof value === 'string') return { name, text: value };
    const typed = value.type === undefined ? {} : { type: value.type };
    return 'file' in value ? { name, file: value.file, ...typed } : { name, text: value.text, ...typed };
  });
  return { kind: 'parts', parts: fields };
}

/** The same request as one entry of a HAR. */
function har(request: SampleRequest): string {
  const { method, origin, target, headers, body } = sent(request);
  const type = headerOf(headers ?? [], 'Content-Type') ?? 'multipart/form-data';
  const list = (pairs: [string, string][] = []) => pairs.map(([name, value]) => ({ name, value }));
  const params =
    body?.kind === 'parts' &&
    body.parts.map(({ name, text, file, type: own }) => ({ name, value: text, fileName: file, contentType: own }));
  const postData = body && { mimeType: type, ...(body.kind === 'text' ? { text: body.text } : { params }) };
  const entry = { request: { method, url: `${origin}${target}`, headers: list(headers), postData }, response: {} };
  return JSON.stringify({ log: { entries: [entry] } });
}

/** What the form makes of a text on the page of an operation. */
function filled(operation: BundledOperation, pasted: string): { call: RequestInput; key?: string; left: string[] } {
  const known = { ...operation, address: '/' };
  const found = findOperation({ operations: [known], servers: [server] }, readPasted(pasted), operation.operationId);
  if (!found) throw new Error(`${operation.operationId} is not found in ${pasted}`);
  return fillRequest(operation, found.request, found.path);
}

const hostile = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      `'`,
      `it's`,
      '"',
      '$(id)',
      '`id`',
      '$HOME',
      '\\',
      'a\nb',
      '!!',
      '@x',
      '# x',
      'ü 🎉',
      '{{x}}',
      'a,b',
      '[1]',
      'a&b=c',
      '%41',
      '+',
      '-',
      ';',
    ),
  )
  .filter((text) => !text.includes('\0') && text.isWellFormed());

function textFor(operation: BundledOperation, parameter: BundledParameter): fc.Arbitrary<string> {
  const type = typeOf(schemaObject(operation, parameter.schema));
  if (isJson(parameter.mediaType ?? ''))
    return jsonText.filter((text) => !/ud[89a-f]/i.test(text) && text.isWellFormed());
  const text =
    parameter.in === 'header' ? hostile.map((each) => each.replace(/\s+/g, ' ').trim()).filter(Boolean) : hostile;
  if (type === 'array') return fc.array(text, { minLength: 1, maxLength: 3 }).map((items) => JSON.stringify(items));
  if (type === 'object')
    return fc
      .dictionary(fc.constantFrom('a', 'b c', 'd'), text, { minKeys: 1, maxKeys: 2 })
      .map((value) => JSON.stringify(value));
  return parameter.in === 'path' ? text.filter((each) => !/^\.+$/.test(each)) : text;
}

/** Any call: optional parameters now and then, and a body of any text that the form takes. */
function callOf(operation: BundledOperation): fc.Arbitrary<RequestInput> {
  const example = exampleInput(operation);
  const values = editableParameters(operation).map((parameter) => {
    const text = textFor(operation, parameter);
    return fc.tuple(fc.constant(fieldOf(parameter)), parameter.required ? text : fc.option(text, { nil: '' }));
  });
  const { mediaType = '' } = contentOf(operation) ?? {};
  const json = fc.dictionary(hostile, hostile, { maxKeys: 3 }).map((value) => JSON.stringify(value));
  const body = isJson(mediaType)
    ? fc.oneof(
        json,
        jsonText,
        hostile.filter((text) => text.trim() !== ''),
      )
    : isText(mediaType) && !isForm(mediaType) && !isMultipart(mediaType)
      ? hostile.filter((text) => text.trim() !== '')
      : fc.constant(example.body);
  return fc.record({
    values: fc.tuple(...values).map((pairs) => Object.fromEntries(pairs)),
    body: operation.body ? body : fc.constant(''),
  });
}

describe.each([
  ['all operations of the API', own, 12],
  ['a document with one operation for each construct', foreign, 12],
])('calls of %s', (_, operations, numRuns) => {
  test.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s comes back from curl and HAR as it was',
    (__, operation) => {
      fc.assert(
        fc.property(callOf(operation), (call) => {
          const request = requestOf(operation, call, server);
          const text = curl(request);
          const [read] = readPasted(text, () => KEY);
          expect(read).toMatchObject(sent(request));
          expect(readPasted(har(request))[0]).toMatchObject(sent(request));
          for (const pasted of [text, har(request)]) {
            const { call: again } = filled(operation, pasted);
            expect(curl(requestOf(operation, again, server))).toBe(text);
          }
        }),
        { numRuns },
      );
    },
  );
});

test('all examples of the API come back whole: nothing is told as left out, and the key is found', () => {
  for (const operation of own) {
    const text = curl(requestOf(operation, exampleInput(operation), server)).replaceAll('${ORBINTO_API_KEY:?}', KEY);
    const { key, left } = filled(operation, text);
    expect(left, operation.operationId).toEqual([]);
    expect(key, operation.operationId).toBe(operation.security.length > 0 ? KEY : undefined);
  }
});
