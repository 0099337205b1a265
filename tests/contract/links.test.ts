/** What the spec says of what follows from an answer: each OpenAPI Link is followed, as a program would. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Link } from '../../src/openapi/model/links.ts';
import type { Operation } from '../../src/openapi/model/operations.ts';
import { openSandbox } from '../open-sandbox.ts';
import type { OpenSandbox } from '../open-sandbox.ts';

import { operationOf, operations } from './contract.ts';
import { exampleRequest } from './requests.ts';
import { freshKey } from './transports.ts';

const BASE = 'http://sandbox.test';

let sandbox: OpenSandbox;
beforeAll(() => {
  sandbox = openSandbox();
});
afterAll(() => sandbox.close());

const links = operations.flatMap((operation) =>
  operation.responses.flatMap((response) =>
    response.links.map((link): [string, string, Operation, Link] => [
      operation.operationId,
      link.name,
      operation,
      link,
    ]),
  ),
);

/** The value of a runtime expression. @see https://spec.openapis.org/oas/v3.1.0#runtime-expressions */
function valueOf(expression: unknown, operation: Operation, body: unknown): string {
  const [, pathName] = /^\$request\.path\.(\w+)$/.exec(String(expression)) ?? [];
  if (pathName !== undefined)
    return String(operation.parameters.find(({ name }) => name === pathName)?.examples[0]?.value);
  const [, pointer = ''] = /^\$response\.body#(.+)$/.exec(String(expression)) ?? [];
  const value = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, token) => (at as Readonly<Record<string, unknown>>)[token], body);
  expect(value, String(expression)).toBeTypeOf('string');
  return String(value);
}

test('every operation whose answer has a body leads on', () => {
  const ends = operations.filter(({ responses }) => responses.every((response) => response.links.length === 0));
  expect(
    ends.map(({ operationId }) => operationId).sort(),
    'no `links` below their success; see spec/links.yaml',
  ).toEqual(['deleteChatbot', 'deleteContact', 'deleteWebhook', 'getMessage']);
});

test.each(links)('%s leads to %s', async (_id, _name, operation, link) => {
  const key = freshKey();
  const isPaged = Object.keys(link.parameters).includes('after');
  // So that there is a next page of each list.
  await sandbox.fetch(exampleRequest(operationOf('createWebhook'), BASE, { key }));
  const sent = operation.operationId === 'searchContacts' ? { body: { query: 'example.com' } } : {};
  const first = await sandbox.fetch(
    exampleRequest(operation, BASE, { key, ...sent, query: isPaged ? '?limit=1' : '' }),
  );
  const body: unknown = await first.json();
  expect(first.ok, JSON.stringify(body)).toBe(true);

  const target = operationOf(link.operationId ?? '');
  const values = Object.entries(link.parameters).map(([name, value]): [string, string] => [
    name,
    valueOf(value, operation, body),
  ]);
  const isIn = (place: string, name: string) =>
    target.parameters.some((each) => each.in === place && each.name === name);
  const path = Object.fromEntries(values.filter(([name]) => isIn('path', name)));
  const query = new URLSearchParams(values.filter(([name]) => isIn('query', name)));
  expect(Object.keys(path).length + query.size).toBe(values.length);
  const next = await sandbox.fetch(
    exampleRequest(target, BASE, {
      key,
      ...(isPaged ? sent : {}),
      path,
      query: query.size > 0 ? `?${query.toString()}` : '',
    }),
  );
  expect(next.ok, await next.text()).toBe(true);
});
