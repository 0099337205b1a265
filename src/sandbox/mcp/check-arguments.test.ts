import { expect, test } from 'vitest';
import type { ArgumentsSchema } from './check-arguments.ts';
import { faultOf } from './check-arguments.ts';

const schema: ArgumentsSchema = {
  type: 'object',
  properties: {
    query: { type: 'string', maxLength: 3 },
    kind: { type: 'string', maxLength: 9, enum: ['cat', 'dog'] },
    limit: { type: 'integer', minimum: 1, maximum: 20 },
    body: { type: 'object' },
  },
  required: ['query'],
  additionalProperties: false,
};

test.each<[Record<string, unknown>, string | undefined]>([
  [{ query: 'abc' }, undefined],
  [{ query: 'a', kind: 'dog', limit: 1, body: {} }, undefined],
  [{ query: 'a', limit: 20, kind: undefined }, undefined],
  [{ query: 'abcd' }, "'query' of find must be text of 1 to 3 characters."],
  [{ query: '' }, "'query' of find must be text of 1 to 3 characters."],
  [{ query: 7 }, "'query' of find must be text of 1 to 3 characters."],
  [{}, "find needs the argument 'query'."],
  [{ toString: 1, query: 'a' }, "find takes no argument 'toString'; it takes query, kind, limit, body."],
  [{ quer: 'a' }, "find takes no argument 'quer'; it takes query, kind, limit, body."],
  [{ query: 'a', kind: 'cow' }, "'kind' of find must be one of cat, dog."],
  ...[0, 21, 1.5, '3', null].map((limit): [Record<string, unknown>, string] => [
    { query: 'a', limit },
    "'limit' of find must be a whole number from 1 to 20.",
  ]),
  ...[[], null, 'x'].map((body): [Record<string, unknown>, string] => [
    { query: 'a', body },
    "'body' of find must be an object.",
  ]),
])('of %j is told: %s', (given, fault) => {
  expect(faultOf('find', schema, given)).toBe(fault);
});

test('nothing is needed where nothing is required', () => {
  expect(
    faultOf('find', { type: 'object', properties: schema.properties, additionalProperties: false }, {}),
  ).toBeUndefined();
});
