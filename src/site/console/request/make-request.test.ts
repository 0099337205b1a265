import { describe, expect, it } from 'vitest';
import { sampleRequest } from '../../../generators/samples/sample-request.ts';
import { loadDocument } from '../../../openapi/document/load.ts';
import { listOperations } from '../../../openapi/model/operations.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { exampleInput } from './input/request-input.ts';
import type { RequestInput } from './input/request-input.ts';
import { withFreshEmail } from '../response/fresh-email.ts';
import { liveUrl, defaultMockUrl } from '../../session/environments.ts';
import { findJsonError } from '../../../json-text/error.ts';
import { parameterProblems } from './check/parameter-problems.ts';
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
  return [...parameterProblems(operation, call), ...bodyProblem(operation, call, tools)];
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
    expect(request.headers).toContainEqual(['Authorization', ['Bearer ', '']]);
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

  it('refuses header values that cannot be sent', () => {
    expect(problems(list, { 'header.X-Trace': 'a\nb' })).toMatchObject([{ blocking: true }]);
    expect(problems(list, { 'header.X-Trace': '日本' })).toMatchObject([{ blocking: true }]);
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

  it('replaces the email and nothing else', () => {
    expect(
      JSON.parse(withFreshEmail(operation, '{"email": "jane+old@example.com", "name": "Jane"}', 'x1') ?? ''),
    ).toEqual({
      email: 'jane+x1@example.com',
      name: 'Jane',
    });
  });

  it.each(['', '{', '[]', 'null', '{"email": 1}', '{"name": "Jane"}'])('has nothing to offer for %s', (body) => {
    expect(withFreshEmail(operation, body, 'x1')).toBeUndefined();
  });

  it('has nothing to offer where an operation takes no email', () => {
    expect(withFreshEmail(operationNamed('closeConversation'), '{"email": "a@example.com"}', 'x1')).toBeUndefined();
  });
});
