import { expect, test } from 'vitest';
import type { OpenApiDocument, ResponseObject, SchemaObject } from '../../openapi/document/openapi-document.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import type { ReplayAnswer } from '../replay/played-step.ts';
import { compareAnswers } from './compare-answers.ts';

type Responses = Record<string, Partial<ResponseObject>>;

const answer = (status: number | null, body: unknown = '', more: Partial<ReplayAnswer> = {}): ReplayAnswer => ({
  status,
  headers: [],
  body: typeof body === 'string' ? body : JSON.stringify(body),
  isCut: false,
  ...more,
});

const refusal = (code: string, more: object = {}): unknown => ({ error: { code, message: 'No.', ...more } });

function documentOf(responses: Responses): OpenApiDocument {
  const described = Object.entries(responses).map(([status, response]) => [status, { description: '', ...response }]);
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { get: { operationId: 'listPets', responses: Object.fromEntries(described) as never } } },
  };
}

function compared(before: ReplayAnswer, after: ReplayAnswer, old: Responses = {}, now: Responses = old) {
  const documents = { before: documentOf(old), after: documentOf(now) };
  const operations = { before: listOperations(documents.before)[0], after: listOperations(documents.after)[0] };
  return compareAnswers({ answers: { before, after }, documents, operations }).map(
    ({ isBreaking, in: side, place, message }) =>
      `${isBreaking ? 'breaks' : 'differs'}: ${side} ${place}: ${message.trim()}`,
  );
}

const json = (schema: SchemaObject) => ({ content: { 'application/json': { schema } } });

test('an answer that was cut off, or never came, is compared with none', () => {
  const cut = { isCut: true };
  expect(compared(answer(200, '', cut), answer(500))).toEqual([]);
  expect(compared(answer(200), answer(500, '', cut))).toEqual([]);
  expect(compared(answer(null), answer(500))).toEqual([]);
  expect(compared(answer(200), answer(null))).toEqual([]);
});

test('the same status with another error code is another refusal, at the field that it names', () => {
  expect(compared(answer(422, refusal('missing')), answer(422, refusal('wrong', { param: 'name' })))).toEqual([
    'breaks: request name: is refused otherwise: 422 wrong: No.',
  ]);
  expect(compared(answer(422, refusal('missing')), answer(400, refusal('missing')))).toEqual([
    'breaks: request : is refused otherwise: 400 missing: No.',
  ]);
  expect(compared(answer(399), answer(400, 'not JSON'))).toEqual(['breaks: request : is refused: 400 :']);
  expect(compared(answer(422, refusal('missing')), answer(422, refusal('missing', { param: 'x' })))).toEqual([]);
});

test('the body of a success is no refusal, whatever its fields are called', () => {
  expect(compared(answer(200, refusal('a')), answer(200, refusal('b')))).toEqual([]);
  expect(compared(answer(399, refusal('a')), answer(399, refusal('b')))).toEqual([]);
});

test('what was refused and is not any more breaks nobody; another success does', () => {
  expect(compared(answer(404, refusal('gone')), answer(200))).toEqual([
    'differs: response : is answered with 200 in place of 404',
  ]);
  expect(compared(answer(400, refusal('gone')), answer(399))).toEqual([
    'differs: response : is answered with 399 in place of 400',
  ]);
  expect(compared(answer(201), answer(200))).toEqual(['breaks: response : is answered with 200 in place of 201']);
});

test('a header says once that an operation is deprecated: where it did not before', () => {
  const deprecated = answer(200, '', {
    headers: [
      ['date', 'today'],
      ['deprecation', '@1'],
    ],
  });
  const other = answer(200, '', { headers: [['x-request-id', '1']] });
  const told = 'differs: response header Deprecation: says that the operation is deprecated';
  expect(compared(other, deprecated)).toEqual([told]);
  expect(compared(deprecated, deprecated)).toEqual([]);
  expect(compared(deprecated, other)).toEqual([]);
  expect(compared(other, other)).toEqual([]);
});

test('an answer that the newer document does not describe any more; what neither described is no news', () => {
  expect(compared(answer(200), answer(200), { 200: {} }, { 201: {} })).toEqual([
    'breaks: response : came as 200, which is not described any more',
  ]);
  expect(compared(answer(200), answer(200), { 201: {} }, { 204: {} })).toEqual([]);
});

test('a header that came and is gone is told; one that is written otherwise, or did not come, is not', () => {
  const headers = { 'X-Kept': {}, 'X-Gone': {}, 'X-Unsent': {} };
  const sent = answer(200, '', {
    headers: [
      ['x-gone', '1'],
      ['x-kept', '1'],
    ],
  });
  expect(compared(sent, sent, { 200: { headers } }, { 200: { headers: { 'x-kept': {} } } })).toEqual([
    'breaks: response header X-Gone: came, and is not described any more',
  ]);
});

test('an error code that came is missed where it was listed and is not; a response without a list has any', () => {
  const both = answer(409, refusal('taken'));
  const listed = { 409: { 'x-error-codes': ['taken', 'other'] } };
  const without = { 409: { 'x-error-codes': ['other'] } };
  const told = ['breaks: response error.code: came with the error code `taken`, which is not described any more'];
  expect(compared(both, both, listed, without)).toEqual(told);
  expect(compared(both, both, { 409: {} }, without)).toEqual(told);
  expect(compared(both, both, without, without)).toEqual([]);
  expect(compared(both, both, listed, { 409: {} })).toEqual([]);
  const nameless = answer(409, {});
  expect(compared(nameless, nameless, listed, without)).toEqual([]);
});

test('of a body that both describe, what differs is told at its place', () => {
  const of = (type: 'string' | 'integer', ...required: string[]) =>
    json({
      type: 'object',
      properties: { id: { type }, ...Object.fromEntries(required.map((name) => [name, {}])) },
      required,
    });
  const body = answer(200, { id: '1' });
  expect(compared(body, body, { 200: of('string') }, { 200: of('integer', 'age') })).toEqual([
    'differs: response age: will come; it is new',
    'breaks: response id: came as string, and is integer now',
  ]);
  expect(compared(body, body, { 200: of('string') })).toEqual([]);
});

test('a body whose description is gone is told; one that is no JSON, or never was described, is not', () => {
  const schema = json({ type: 'object', properties: { id: { type: 'string' } } });
  const body = answer(200, { id: '1' });
  const gone = ['breaks: response : came with a body, and none is described any more'];
  expect(compared(body, body, { 200: schema }, { 200: {} })).toEqual(gone);
  expect(compared(answer(200, 'text'), answer(200, 'text'), { 200: schema }, { 200: {} })).toEqual([]);
  expect(compared(body, body, { 200: {} }, { 200: schema })).toEqual([]);
});
