import { describe, expect, it, test } from 'vitest';
import type { SchemaObject } from '../../../../openapi/document/openapi-document.ts';
import { loadDocument } from '../../../../openapi/document/load.ts';
import { listOperations } from '../../../../openapi/model/operations.ts';
import { bundleOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import { exampleInput } from '../input/request-input.ts';
import { checkBody } from './check-body.ts';

const document = await loadDocument('spec/openapi.yaml');
const operations = listOperations(document).map((operation) => bundleOperation(document, operation));
const operationNamed = (id: string) => operations.find(({ operationId }) => operationId === id) ?? expect.unreachable();

/** Field and message of each problem. */
function told(operation: BundledOperation, body: unknown): [string, string][] {
  return checkBody(operation, { values: {}, body: JSON.stringify(body, null, 2) }).map(({ field, message }) => [
    field,
    message,
  ]);
}

test('all examples of the spec pass', () => {
  const wrong = operations.flatMap((operation) =>
    (operation.body?.content[0]?.examples ?? []).flatMap(({ value }) => told(operation, value)),
  );
  expect(wrong).toEqual([]);
});

describe('a body that breaks its schema', () => {
  it('is told at the fields, in words', () => {
    const body = {
      email: 'nobody',
      name: '',
      phone: 5,
      tags: ['a', ' ', 7, 'a'.repeat(51)],
      avatar_url: 'x y',
      nickname: 'J',
    };
    expect(told(operationNamed('createContact'), body)).toEqual([
      ['body/email', 'Must be an email address.'],
      ['body/name', 'Must have at least 1 character.'],
      ['body/phone', 'Must be a text.'],
      ['body/avatar_url', 'Must be an address such as https://example.com.'],
      ['body/tags/1', 'Must not be blank.'],
      ['body/tags/2', 'Must be a text.'],
      ['body/tags/3', 'Must have at most 50 characters.'],
      ['body/nickname', 'The schema has no field of this name.'],
    ]);
  });

  it('is told where a value is missing, deep inside too', () => {
    expect(told(operationNamed('createContact'), {})).toEqual([['body/email', 'A value is required.']]);
    const workflow = {
      entry_step: 'a',
      steps: [{ id: 'a', type: 'question', text: 'x', options: [{ label: 'Yes' }] }],
    };
    expect(told(operationNamed('createChatbot'), { name: 'A', workflow })).toEqual([
      ['body/workflow/steps/0/options/0/next', 'A value is required.'],
    ]);
  });

  it('names the place, and where it stands in the text', () => {
    const text = JSON.stringify({ email: 'a@example.com', tags: ['x', ''] });
    const [problem] = checkBody(operationNamed('createContact'), { values: {}, body: text });
    expect(problem).toMatchObject({ place: 'tags[1]', at: text.indexOf('""'), end: text.indexOf('""') + 2 });
  });

  it('of a union is told of the alternative that was meant', () => {
    const triggers = [{ type: 'time_on_page', seconds: 'soon' }, { type: 'no_such' }, 'x'];
    const workflow = { entry_step: 'end', steps: [{ id: 'end', type: 'end' }] };
    expect(told(operationNamed('createChatbot'), { name: 'A', workflow, triggers })).toEqual([
      ['body/triggers/0/seconds', 'Must be a whole number.'],
      ['body/triggers/1/type', expect.stringMatching(/^Must be /)],
      ['body/triggers/2', 'Fits none of the forms that the schema allows, or too many of them.'],
    ]);
  });
});

const any = (schema: unknown): BundledOperation => ({
  ...operationNamed('createContact'),
  $defs: { Tree: { type: 'object', properties: { of: { $ref: '#/$defs/Tree' }, n: { type: 'integer' } } } },
  body: {
    required: true,
    description: '',
    content: [{ mediaType: 'application/json', schema: schema as SchemaObject, examples: [] }],
  },
});

test('names of any kind lead to their fields', () => {
  const names = ['a/b', '~', '%', '%23', '#', ' ', 'é', '', '__proto__', '"'];
  const operation = any({ additionalProperties: { type: 'integer' } });
  const body = `{${names.map((name) => `${JSON.stringify(name)}: "x"`).join()}}`;
  const escape = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
  expect(checkBody(operation, { values: {}, body: body }).map(({ field }) => field)).toEqual(
    names.map((name) => `body/${escape(name)}`),
  );
});

test('recursion is followed as far as the body goes', () => {
  expect(told(any({ $ref: '#/$defs/Tree' }), { of: { of: { n: 0.5 } } })).toEqual([
    ['body/of/of/n', 'Must be a whole number.'],
  ]);
});

test('what is only read is not asked for', () => {
  const operation = any({ required: ['id', 'name'], properties: { id: { readOnly: true }, name: {} } });
  expect(told(operation, {}).map(([field]) => field)).toEqual(['body/name']);
});

test('the operation stays as it is, and what the check cannot read is let through', () => {
  const operation = operationNamed('createChatbot');
  const before = JSON.stringify(operation);
  checkBody(operation, { values: {}, body: exampleInput(operation).body });
  expect(JSON.stringify(operation)).toBe(before);
  expect(told(any({ type: 'string', pattern: '(' }), 'x')).toEqual([]);
  expect(told(any({ $ref: '#/$defs/Nobody' }), 'x')).toEqual([]);
  expect(checkBody(operation, { values: {}, body: '{' })).toEqual([]);
});
