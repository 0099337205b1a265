import { describe, expect, test } from 'vitest';
import type { SchemaObject } from '../document/openapi-document.ts';
import { boundChanges } from './bound-changes.ts';

const told = (before: SchemaObject, after: SchemaObject): string[] =>
  boundChanges({ before, after }).map(({ shift, what }) => `${shift}: ${what}`);

describe('a rule that comes takes values away, one that goes brings some:', () => {
  test.each<[SchemaObject, string]>([
    [{ minLength: 1 }, '`minLength` is now `1`'],
    [{ maxItems: 0 }, '`maxItems` is now `0`'],
    [{ minimum: 0 }, '`minimum` is now `0`'],
    [{ multipleOf: 2 }, '`multipleOf` is now `2`'],
    [{ format: 'date' }, '`format` is now `date`'],
    [{ pattern: '^a' }, '`pattern` is now `^a`'],
    [{ allOf: [{ pattern: 'b' }], pattern: 'a' }, '`pattern` is now `a and b`'],
    [{ uniqueItems: true }, '`uniqueItems` is now `true`'],
    [{ additionalProperties: false }, 'other members are no longer allowed'],
    [{ items: false }, 'further items are no longer allowed'],
    [{ not: {} }, 'the rule `not` was added'],
    [{ contains: true }, 'the rule `contains` was added'],
    [{ dependentRequired: { title: ['a'] } }, 'the rule `dependentRequired` was added'],
  ])('%j', (rule, words) => {
    expect(told({}, rule)).toEqual([`narrower: ${words}`]);
    expect(told(rule, {})).toEqual([expect.stringMatching(/^wider: .*(?:no longer holds|now allowed|was removed)$/)]);
    expect(told(rule, { ...rule })).toEqual([]);
  });

  test.each<[SchemaObject]>([[{ minLength: 0 }], [{ minItems: 0 }], [{ minProperties: 0 }], [{ uniqueItems: false }]])(
    'but %j says nothing',
    (rule) => {
      expect([told({}, rule), told(rule, {})]).toEqual([[], []]);
    },
  );
});

test.each<[SchemaObject, SchemaObject, string]>([
  [{ minLength: 1 }, { minLength: 2 }, 'narrower'],
  [{ exclusiveMinimum: 2 }, { exclusiveMinimum: 1 }, 'wider'],
  [{ maximum: 1 }, { maximum: 2 }, 'wider'],
  [{ maxProperties: 2 }, { maxProperties: 1 }, 'narrower'],
  [{ multipleOf: 2 }, { multipleOf: 4 }, 'other'],
  [{ pattern: 'a' }, { pattern: 'b' }, 'other'],
])('from %j to %j the values are %s', (before, after, shift) => {
  expect(told(before, after)).toEqual([expect.stringMatching(`^${shift}: .* went from .* to `)]);
});

describe('a rule is the same in another order and with other texts,', () => {
  test.each<[SchemaObject, SchemaObject]>([
    [{ not: { type: 'string', title: 'A' } }, { not: { 'x-note': 1, type: 'string' } }],
    [
      { if: { properties: { a: { const: 1, description: 'A' }, b: {} } } },
      { if: { properties: { b: {}, a: { const: 1 } } } },
    ],
    [{ not: { const: { a: 1, b: 2 } } }, { not: { const: { b: 2, a: 1 } } }],
    [
      { pattern: 'a', allOf: [{ pattern: 'b' }] },
      { pattern: 'b', allOf: [{ pattern: 'a' }, { pattern: 'a' }] },
    ],
    [
      { not: { const: 1 }, allOf: [{ not: { const: 2 } }] },
      { not: { const: 2 }, allOf: [{ not: { const: 1 } }] },
    ],
  ])('%j and %j', (before, after) => {
    expect(told(before, after)).toEqual([]);
  });
});

describe('a rule has changed where a member or data that is called as a text is says something else,', () => {
  test.each<[SchemaObject, SchemaObject]>([
    [{ if: { properties: { title: { const: 1 } } } }, { if: { properties: { title: { const: 2 } } } }],
    [{ not: { const: { description: 'a' } } }, { not: { const: { description: 'b' } } }],
    [{ not: { enum: [{ default: 1 }] } }, { not: { enum: [{ default: 2 }] } }],
    [{ dependentRequired: { title: ['a'] } }, { dependentRequired: { title: ['b'] } }],
    [{ dependentSchemas: { example: { required: ['a'] } } }, { dependentSchemas: { example: { required: ['b'] } } }],
  ])('%j and %j', (before, after) => {
    expect(told(before, after)).toEqual([expect.stringMatching(/^other: the rule `\w+` has changed$/)]);
  });
});
