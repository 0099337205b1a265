import { describe, expect, it } from 'vitest';
import { sampleRequest } from '../../../generators/samples/sample-request.ts';
import { loadDocument } from '../../../openapi/document/load.ts';
import { listOperations } from '../../../openapi/model/operations.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { exampleInput } from './input/request-input.ts';
import type { RequestInput } from './input/request-input.ts';
import { withFreshEmail } from '../response/fresh-email.ts';
import { liveUrl, defaultMockUrl } from '../../session/addresses.ts';
import { findJsonError } from '../../../json-text/error.ts';
import { requestProblems } from './check/request-problems.ts';
import { bodyProblem, keyProblem } from './problems.ts';
import type { Tools } from './problems.ts';
import { requestOf, secretVariable, sendable } from './make-request.ts';
import { changesData } from '../../session/credentials/operation-access.ts';
import { Session } from '../../session/session.ts';

const document = await loadDocument('spec/openapi.yaml');
const operations = listOperations(document).map((operation) => bundleOperation(document, operation));
const operationNamed = (id: string): BundledOperation => {
  const operation = operations.find(({ operationId }) => operationId === id);
  if (!operation) throw new Error(id);
  return operation;
};
const list: BundledOperation = {
  ...operationNamed('listContacts'),
  parameters: [
    {
      name: 'tags',
      in: 'query',
      required: false,
      deprecated: false,
      description: '',
      schema: { type: 'array' },
      style: 'form',
      explode: true,
    },
    {
      name: 'ids',
      in: 'query',
      required: false,
      deprecated: false,
      description: '',
      schema: { type: ['array', 'null'] },
      style: 'form',
      explode: false,
    },
    {
      name: 'X-Trace',
      in: 'header',
      required: true,
      deprecated: false,
      description: '',
      schema: {},
      style: 'simple',
      explode: false,
    },
  ],
};

/** What the form tells of a call in all. */
function problemsOf(operation: BundledOperation, call: RequestInput, tools?: Tools) {
  return [...requestProblems(operation, call), ...bodyProblem(operation, call, tools)];
}

describe('the environments', () => {
  it('are the servers of the spec', () => {
    expect(document.servers?.map(({ url }) => url)).toEqual([liveUrl, defaultMockUrl]);
  });
});

describe('requestOf', () => {
  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    'prints the example of %s as the build does',
    (_, operation) => {
      const built = sampleRequest(operation, { secretVariable });
      expect(requestOf(operation, exampleInput(operation), liveUrl)).toEqual(built);
      expect(problemsOf(operation, exampleInput(operation))).toEqual([]);
    },
  );

  it('reads a list with commas between its items or as JSON, and JSON where that is what is sent', () => {
    const url = (values: Record<string, string>) => requestOf(list, { values, body: '' }, 'https://x').url;
    expect(url({ 'query.ids': '["red, dark", "blue"]' })).toBe('https://x/contacts?ids=red%2C%20dark,blue');
    expect(url({ 'query.ids': '[9007199254740993]' })).toBe('https://x/contacts?ids=9007199254740993');
    expect(url({ 'query.ids': '[a, b]' })).toBe('https://x/contacts?ids=%5Ba,b%5D');
    const [tags] = list.parameters;
    const json = { ...list, parameters: tags ? [{ ...tags, schema: {}, mediaType: 'application/json' }] : [] };
    const sent = (text: string) => requestOf(json, { values: { 'query.tags': text }, body: '' }, 'https://x').url;
    expect(sent('{"a":1.0}')).toBe('https://x/contacts?tags=%7B%22a%22%3A1.0%7D');
    expect(sent('5')).toBe('https://x/contacts?tags=5');
    expect(sent('five')).toBe('https://x/contacts?tags=%22five%22');
  });

  it('writes lists as their parameter says', () => {
    const { url, headers } = requestOf(
      list,
      { values: { 'query.tags': 'a, b&c ,', 'query.ids': '1,2', 'header.X-Trace': 'x' }, body: '' },
      'https://x',
    );
    expect(url).toBe('https://x/contacts?tags=a&tags=b%26c&ids=1,2');
    expect(headers).toContainEqual(['X-Trace', 'x']);
  });

  it('keeps a body that is not JSON as it was typed', () => {
    const request = requestOf(operationNamed('createContact'), { values: {}, body: '{"a": }' }, liveUrl);
    expect(request).toMatchObject({ body: '{"a": }', bodyFormat: 'text' });
  });
});

describe('sendable', () => {
  const operation = operationNamed('createContact');
  const call = { values: {}, body: '{"email":   "a@example.com"}' };
  const request = requestOf(operation, call, liveUrl);

  it('has the key where the sample has a gap for it, and the body to the letter', () => {
    expect(request.headers).toContainEqual(['Authorization', ['Bearer ', { variable: secretVariable }]]);
    const sent = sendable(request, call, 'sk_test_a');
    expect(sent.headers).toContainEqual(['Authorization', 'Bearer sk_test_a']);
    expect(sent.body).toBe(call.body);
  });

  it('has no Authorization without a key', () => {
    expect(sendable(request, call, '').headers.map(([name]) => name)).toEqual(['Content-Type']);
  });

  it('leaves the key out of what is printed', () => {
    expect(JSON.stringify(request)).not.toContain('sk_test');
  });
});

describe('changesData', () => {
  it('is true of all but reads, of which the search is one', () => {
    const reads = operations.filter((operation) => !changesData(operation)).map(({ operationId }) => operationId);
    expect(reads).toContain('searchContacts');
    expect(reads.filter((id) => !/^(get|list|search)/.test(id))).toEqual([]);
    expect(operations.length - reads.length).toBe(13);
  });
});

describe('problemsOf', () => {
  const problems = (operation: BundledOperation, values: Record<string, string>, body = '') =>
    problemsOf(operation, { values, body }, { findJsonError });

  it('asks for what is required; a path cannot do without', () => {
    expect(problems(operationNamed('getContact'), {})).toMatchObject([{ field: 'path.id', blocking: true }]);
    expect(problems(list, {})).toMatchObject([{ field: 'header.X-Trace', blocking: false }]);
  });

  it('refuses path values that a browser would take for a folder', () => {
    for (const folder of ['.', '..']) {
      expect(problems(operationNamed('getContact'), { 'path.id': folder })).toMatchObject([{ blocking: true }]);
    }
    expect(problems(operationNamed('getContact'), { 'path.id': '...' })).toEqual([]);
    expect(problems(operationNamed('getContact'), { 'path.id': '…' })).toEqual([]);
  });

  it('lets a header hold any text: what no header can hold is encoded', () => {
    const values = { 'header.X-Trace': 'é\n日' };
    expect(problems(list, values)).toEqual([]);
    expect(requestOf(list, { values, body: '' }, 'https://x').headers).toContainEqual([
      'X-Trace',
      '%C3%A9%0A%E6%97%A5',
    ]);
  });

  it('tells which headers a browser does not send', () => {
    const [trace] = list.parameters.filter(({ name }) => name === 'X-Trace');
    const dated = {
      ...list,
      parameters: trace
        ? [
            { ...trace, name: 'Date' },
            { ...trace, name: 'X-Date' },
          ]
        : [],
    };
    expect(problems(dated, { 'header.Date': 'now', 'header.X-Date': 'now' })).toMatchObject([
      { field: 'header.Date', blocking: false },
    ]);
  });

  it('does not send a body with GET: no browser does', () => {
    const search: BundledOperation = { ...operationNamed('createContact'), method: 'GET', parameters: [] };
    expect(problems(search, {}, '{"email": "a@example.com"}')).toMatchObject([{ field: 'body', blocking: true }]);
    expect(problems({ ...search, body: undefined }, {}, '')).toEqual([]);
  });

  it('points at the place in a body where its JSON breaks', () => {
    expect(problems(operationNamed('createContact'), {}, '{\n  "email": }')).toEqual([
      { field: 'body', message: 'Line 2, column 12: A value is missing before “}”.', blocking: false, at: 13 },
    ]);
  });

  it('asks for a live key, and takes the public one of the sandbox', () => {
    const session = new Session();
    expect(keyProblem(list, session)).toEqual([]);
    session.chooseEnvironment('live');
    expect(keyProblem(list, session)).toMatchObject([{ field: 'key' }]);
  });
});

describe('withFreshEmail', () => {
  const operation = operationNamed('createContact');

  it('replaces the email and nothing else, to the last digit and space', () => {
    expect(withFreshEmail(operation, '{"email": "jane+old@example.com",  "id": 9007199254740993}', 'x1')).toBe(
      '{"email": "jane+x1@example.com",  "id": 9007199254740993}',
    );
  });

  it.each(['', '{', '[]', 'null', '{"email": 1}', '{"name": "Jane"}'])('has nothing to offer for %s', (body) => {
    expect(withFreshEmail(operation, body, 'x1')).toBeUndefined();
  });

  it('has nothing to offer where an operation takes no email', () => {
    expect(withFreshEmail(operationNamed('closeConversation'), '{"email": "a@example.com"}', 'x1')).toBeUndefined();
  });
});
