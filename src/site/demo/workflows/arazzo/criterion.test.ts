import { expect, test } from 'vitest';
import { check } from './criterion.ts';
import type { Context } from './expression.ts';
import { evaluate, fillIn, sourcesIn } from './expression.ts';

const context: Context = {
  inputs: { email: 'ada@example.com', limit: 3 },
  steps: { create: { id: 'con_1' } },
  response: {
    status: 201,
    headers: new Headers({ 'X-Request-Id': 'req_1' }),
    body: { status: 'Open', count: 3, 'a/b': { '~c': null }, data: [{ id: 'con_1' }], secret: "it's" },
  },
};

test.each([
  ['$statusCode == 201', true],
  ['$statusCode != 201', false],
  ["$response.body#/status == 'open'", true],
  ["$response.body#/status == 'closed'", false],
  ["$response.body#/secret == 'it''s'", true],
  ['$response.body#/count >= $inputs.limit', true],
  ['$response.body#/count > 3', false],
  ['$response.body#/status > 1', false],
  ['$response.body#/a~1b/~0c == null', true],
  ['$response.body#/data/0/id == $steps.create.outputs.id', true],
  ['$response.body#/data/1/id == $steps.create.outputs.id', false],
  ['$response.body#/toString == null', false],
  ["$response.header.X-Request-Id == 'req_1'", true],
])('%s', (condition, isMet) => {
  expect(check({ condition }, context).isMet).toBe(isMet);
});

test('a regular expression is held against its context', () => {
  const type = 'regex' as const;
  const found = (where: string) => check({ context: where, type, condition: '^con_' }, context);
  expect(found('$response.body#/data/0/id')).toMatchObject({ isMet: true, found: 'con_1' });
  expect(found('$response.body#/count').isMet).toBe(false);
});

test.each(['$statusCode == 200 && true', '$statusCode', '200 == 200', '$statusCode == two', '$method == 1'])(
  '%s is not known',
  (condition) => expect(() => check({ condition }, context)).toThrow('This runner does not know'),
);

test('expressions are filled in whole, and in the middle of a text', () => {
  const payload = {
    to: '$inputs.email',
    list: ['$steps.create.outputs.id', 7],
    note: 'for {$inputs.email}!',
    plain: 'a {b}',
  };
  expect(fillIn(payload, context)).toEqual({
    to: 'ada@example.com',
    list: ['con_1', 7],
    note: 'for ada@example.com!',
    plain: 'a {b}',
  });
  expect(sourcesIn(payload)).toEqual([
    { step: undefined, name: 'email' },
    { step: 'create', name: 'id' },
    { step: undefined, name: 'email' },
  ]);
  expect(evaluate('$inputs.gone', context)).toBeUndefined();
});
