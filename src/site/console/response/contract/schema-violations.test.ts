import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../../openapi/document/openapi-document.ts';
import { schemaViolations } from './schema-violations.ts';

/** What is wrong, as a reader sees it. */
function told(value: unknown, schema: Schema, $defs: Record<string, Schema> = {}): string[] {
  return schemaViolations(value, schema, $defs).map(({ path, message }) => `${path.join('.')} ${message}`);
}

const Contact: Schema = {
  type: 'object',
  required: ['id', 'email'],
  properties: {
    id: { type: 'string', pattern: '^con_' },
    email: { type: ['string', 'null'], format: 'email' },
    status: { enum: ['open', 'closed'] },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 2 },
    parent: { $ref: '#/$defs/Contact' },
  },
};
const contact = { $ref: '#/$defs/Contact' };

describe('schemaFaults', () => {
  it('finds nothing wrong with what fits, other members included', () => {
    expect(
      told({ id: 'con_1', email: null, more: 1, parent: { id: 'con_2', email: 'a@b.co' } }, contact, { Contact }),
    ).toEqual([]);
  });

  it.each<[unknown, string]>([
    [{ email: null }, 'id is missing'],
    [{ id: 1, email: null }, 'id is a number, not a string'],
    [{ id: 'con_1', email: 1 }, 'email is a number, not a string or null'],
    [{ id: 'x', email: null }, 'id is "x", which does not match ^con_'],
    [{ id: 'con_1', email: 'no' }, 'email is "no", which is no email'],
    [{ id: 'con_1', email: null, status: 'gone' }, 'status is "gone", none of "open", "closed"'],
    [{ id: 'con_1', email: null, tags: ['a', 2] }, 'tags.1 is a number, not a string'],
    [{ id: 'con_1', email: null, tags: ['a', 'b', 'c'] }, 'tags has more than 2 items'],
    [{ id: 'con_1', email: null, parent: { id: 'con_2' } }, 'parent.email is missing'],
    [[], ' is an array, not an object'],
    [null, ' is null, not an object'],
  ])('says of %j: %s', (value, message) => expect(told(value, contact, { Contact })).toEqual([message]));

  it('tells an undocumented member only where none is allowed', () => {
    const closed = { type: 'object', properties: { a: {} }, additionalProperties: false };
    expect(told({ a: 1, b: 2 }, closed)).toEqual(['b is not part of the documented answer']);
  });

  it('names places in maps and lists, whatever their names', () => {
    const map = { type: 'object', additionalProperties: { type: 'number' } };
    const value = JSON.parse('{"a/b": "x", "__proto__": "x", "ü~": "x", "0": "x"}') as unknown;
    expect(schemaViolations(value, map, {}).map(({ path }) => path)).toEqual([['0'], ['a/b'], ['__proto__'], ['ü~']]);
  });

  it('tells a number from an integer, and limits', () => {
    expect(told(1.5, { type: 'integer' })).toEqual([' is 1.5, not an integer']);
    expect(told(7, { maximum: 5, multipleOf: 2 })).toEqual([' is 7, more than 5', ' is 7, no multiple of 2']);
  });

  it('keeps long and hostile values short and visible', () => {
    const [message] = told(`\u202e${'x'.repeat(10_000)}`, { const: 'y' });
    expect(message).toContain('\\u202e');
    expect(message?.length).toBeLessThan(120);
  });
});

describe('schemaFaults of a union', () => {
  const cat: Schema = {
    type: 'object',
    required: ['type', 'lives'],
    properties: { type: { const: 'cat' }, lives: { type: 'integer' } },
  };
  const dog: Schema = {
    type: 'object',
    required: ['type', 'name'],
    properties: { type: { const: 'dog' }, name: { type: 'string' } },
  };
  const $defs = { Cat: cat, Dog: dog };
  const oneOf = [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }];

  it('tells what is wrong with the alternative that the discriminator names', () => {
    const mapping = { cat: '#/$defs/Cat', dog: '#/$defs/Dog' };
    const union: Schema = { oneOf, discriminator: { propertyName: 'type', mapping } };
    expect(told([{ type: 'dog' }, { type: 'cat', lives: 'nine' }], { items: union }, $defs)).toEqual([
      '0.name is missing',
      '1.lives is a string, not an integer',
    ]);
  });

  it('finds the alternative by its fixed values where there is no discriminator', () => {
    expect(told({ type: 'dog', name: 1 }, { oneOf }, $defs)).toEqual(['name is a number, not a string']);
    expect(told({ pet: { type: 'cat' } }, { properties: { pet: { anyOf: oneOf } } }, $defs)).toEqual([
      'pet.lives is missing',
    ]);
  });

  it('says so where it can be none of them, or is both', () => {
    expect(told({ type: 'bird' }, { oneOf }, $defs)).toEqual([
      ' does not match exactly one of the documented alternatives',
    ]);
    expect(told(1, { anyOf: [{ type: 'string' }, { type: 'null' }] })).toEqual([
      ' matches none of the documented alternatives',
    ]);
    expect(told(1, { oneOf: [{ type: 'number' }, { type: 'integer' }] })).toEqual([
      ' does not match exactly one of the documented alternatives',
    ]);
  });
});

describe('schemaFaults at its limits', () => {
  it('throws where a schema cannot be used', () => {
    expect(() => told('a', { pattern: '(' })).toThrow();
    expect(() => told('a', { $ref: '#/$defs/Nowhere' })).toThrow();
  });

  it('throws a RangeError where a value is nested too deep', () => {
    const Nested = { type: 'array', items: { $ref: '#/$defs/Nested' } };
    const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown;
    expect(() => told(deep, { $ref: '#/$defs/Nested' }, { Nested })).toThrow(RangeError);
  });

  it('leaves the schema it was given as it was', () => {
    const before = JSON.stringify(Contact);
    told({}, contact, { Contact });
    expect(JSON.stringify(Contact)).toBe(before);
  });
});
