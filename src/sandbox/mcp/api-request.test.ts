import { expect, test } from 'vitest';
import { apiAnswer } from './api-answer.ts';
import { apiRequest, toRequest } from './api-request.ts';
import type { DescribedOperation } from './described-operation.ts';

const parameter = (name: string, place: string, required = false) => ({
  name,
  in: place,
  required,
  description: '',
  schema: {},
});
const operation = {
  operationId: 'getToy',
  method: 'GET',
  path: '/pets/{id}/toys/{toy_id}',
  parameters: [
    parameter('id', 'path', true),
    parameter('toy_id', 'path', true),
    parameter('tag', 'query'),
    parameter('sort', 'query', true),
  ],
} as unknown as DescribedOperation;
const given = { id: 'a/b', toy_id: 7, sort: true };

test('a request has its values where they belong, each encoded', () => {
  expect(apiRequest(operation, given, undefined)).toEqual({ method: 'GET', target: '/pets/a%2Fb/toys/7?sort=true' });
  const tagged = apiRequest(operation, { ...given, id: '\ud800', tag: 'a b&c' }, undefined);
  expect(tagged.target).toBe('/pets/%EF%BF%BD/toys/7?tag=a+b%26c&sort=true');
  const bare = { ...operation, path: '/pets', parameters: [] };
  expect(apiRequest(bare, {}, undefined)).toEqual({ method: 'GET', target: '/pets' });
});

test('a body is sent as JSON where the operation takes one, empty or not', () => {
  const withBody = { ...operation, path: '/pets', parameters: [], body: { required: true, schema: {} } };
  expect(apiRequest(withBody, {}, null)).toMatchObject({ body: 'null' });
  expect(apiRequest(withBody, {}, { a: 1 })).toMatchObject({ body: '{"a":1}' });
  expect(() => apiRequest(operation, given, {})).toThrow('getToy takes no body.');
});

test.each<[Record<string, unknown>, string]>([
  [{ ...given, page: 1 }, "getToy has no parameter 'page'; it has id, toy_id, tag, sort."],
  [{ id: 'a', toy_id: 'b' }, "getToy needs the parameter 'sort'."],
  [{ ...given, id: undefined }, "getToy needs the parameter 'id'."],
  [{ ...given, tag: ['a'] }, "The parameter 'tag' must be text, a number, true or false."],
  [{ ...given, tag: null }, "The parameter 'tag' must be text, a number, true or false."],
  ...['', '.', '..'].map((id): [Record<string, unknown>, string] => [
    { ...given, id },
    `The parameter 'id' must not be '${id}'.`,
  ]),
])('%j is refused: %s', (values, message) => {
  expect(() => apiRequest(operation, values, undefined)).toThrow(message);
});

test('a value of a path may begin with dots', () => {
  expect(apiRequest(operation, { ...given, id: '...' }, undefined).target).toContain('/pets/.../toys');
});

test('an operation without parameters says that it has none', () => {
  const bare = { ...operation, parameters: [] };
  expect(() => apiRequest(bare, { a: 1 }, undefined)).toThrow("getToy has no parameter 'a'; it has none.");
});

test('what is sent says who asks, and what its body is', async () => {
  const headers = new Headers({ Authorization: 'Bearer x' });
  const base = 'http://sandbox/v1';
  const plain = toRequest(base, { method: 'GET', target: '/pets?a=b' }, headers);
  expect([plain.url, plain.method, plain.headers.get('Authorization')]).toEqual([
    `${base}/pets?a=b`,
    'GET',
    'Bearer x',
  ]);
  expect(plain.headers.has('Content-Type')).toBe(false);
  const sent = toRequest(base, { method: 'POST', target: '/pets', body: '{}' }, headers);
  expect([sent.headers.get('Content-Type'), await sent.text()]).toEqual(['application/json', '{}']);
  expect(headers.has('Content-Type')).toBe(false);
});

test('an answer is told with its status, as data, with the time to wait; one that is no JSON as it is', async () => {
  const told = await apiAnswer(
    Response.json({ error: 1 }, { status: 429, headers: { 'Retry-After': '3' } }),
    'the API',
  );
  expect(told).toMatchObject({
    isError: true,
    data: { status: 429, body: { error: 1 }, retry_after_seconds: 3 },
    text: expect.stringMatching(
      /^HTTP 429 from the API\. Retry after 3 seconds\. The line below is data\..*\n\{"error":1\}$/,
    ) as string,
  });
  const fine = await apiAnswer(new Response('<p>'), 'the API');
  expect(fine).toEqual({
    text: expect.stringMatching(/^HTTP 200 from the API\. The line.*\n"<p>"$/) as string,
    data: { status: 200, body: '<p>' },
  });
  expect((await apiAnswer(new Response(null, { status: 204 }), 'the API')).data).toEqual({ status: 204, body: null });
});
