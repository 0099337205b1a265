import { describe, expect, test } from 'vitest';
import type { EncodedPair, ValueKind } from './deserialize.ts';
import { decoded, encodedPairs, headerValue, pathValue, takeQueryValue } from './deserialize.ts';
import type { WireParameter } from './serialize.ts';
import { headerText, pathText, queryPairs } from './serialize.ts';

const parameter = (place: WireParameter['in'], style: string, explode: boolean): WireParameter => ({
  ...{ name: 'color', in: place, style, explode },
});
const kindOf = (value: unknown): ValueKind =>
  Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : 'single';
const query = (of: WireParameter, text: string, kind: ValueKind): unknown =>
  takeQueryValue(of, encodedPairs(text), kind);

const VALUES = ['blue', 'a+b c', 'é%2F', ['blue'], ['blue', 'a, b', 'c=d'], { R: '100', 'g;h': 'a=b,c' }];
const written = (place: WireParameter['in'], styles: string[], values: unknown[] = VALUES) =>
  styles
    .flatMap((style) =>
      [true, false].flatMap((explode) => values.map((value): [string, boolean, unknown] => [style, explode, value])),
    )
    .map((row): [...typeof row, WireParameter] => [...row, parameter(place, row[0], row[1])]);

describe('what is written is read back:', () => {
  test.each(written('path', ['simple', 'label', 'matrix'], VALUES))(
    'in a path, %s, explode %s, %j',
    (_, __, value, of) => {
      expect(pathValue(of, pathText(of, value), kindOf(value))).toEqual(value);
    },
  );

  test.each([
    ...written('query', ['form']),
    ...written('query', ['spaceDelimited', 'pipeDelimited'], ['blue', ['blue', 'black'], { R: '100', G: '200' }]),
  ])('in a query, %s, explode %s, %j', (_, __, value, of) => {
    expect(query(of, queryPairs(of, value).join('&'), kindOf(value))).toEqual(value);
  });

  test.each([[{ R: '100', G: 'a b' }], [{ a: { b: ['1', '2', '3'], c: 'x' }, d: 'y' }], [{ a: { b: { c: 'deep' } } }]])(
    'in a query, deepObject, %j',
    (value) => {
      const of = parameter('query', 'deepObject', true);
      expect(query(of, queryPairs(of, value).join('&'), 'object')).toEqual(value);
    },
  );

  test.each(written('header', ['simple'], ['a b', ['a', 'b'], { R: '100', G: '200' }]))(
    'in a header, %s, explode %s, %j',
    (_, __, value, of) => {
      expect(headerValue(of, headerText(of, value), kindOf(value))).toEqual(value);
    },
  );
});

test('a header that could be several values stays a text, and so does a document', () => {
  const of = parameter('header', 'simple', true);
  expect(headerValue(of, 'R=1,G', 'object')).toBe('R=1,G');
  expect(headerValue(of, 'R=1,R=2', 'object')).toBe('R=1,R=2');
  expect(headerValue({ ...of, mediaType: 'application/json' }, '[1,2]', 'array')).toBe('[1,2]');
});

test('a path parameter that is a document, or has no sign, is read as it stands', () => {
  expect(
    pathValue({ ...parameter('path', 'simple', false), mediaType: 'application/json' }, '%5B1%2C2%5D', 'array'),
  ).toBe('[1,2]');
  expect(pathValue(parameter('path', 'label', false), 'blue', 'single')).toBe('blue');
  expect(pathValue(parameter('path', 'matrix', false), ';other=1', 'single')).toBe('');
  expect(pathValue(parameter('path', 'simple', false), 'R,1,G', 'object')).toEqual({ R: '1', G: '' });
  expect(pathValue(parameter('path', 'simple', true), 'R,G=1', 'object')).toEqual({ R: '', G: '1' });
});

test('where reserved signs pass, what would not come back stays encoded', () => {
  const of = { ...parameter('query', 'form', true), allowReserved: true };
  expect(query(of, 'color=a/b?c', 'single')).toBe('a/b?c');
  expect(query(of, 'color=a%2Fb', 'single')).toBe('a%2Fb');
  expect(query(of, 'color=a%20b', 'single')).toBe('a b');
  const inPath = { ...parameter('path', 'simple', false), allowReserved: true };
  expect(pathValue(inPath, 'a+b', 'single')).toBe('a+b');
  expect(pathValue(inPath, 'a:%40b', 'single')).toBe('a:%40b');
});

describe('the pairs of a query', () => {
  test('are split at their first sign; empty ones are none', () => {
    expect(encodedPairs('a=1=2&&b&=c&')).toEqual([
      ['a', '1=2'],
      ['b', ''],
      ['', 'c'],
    ]);
    expect(encodedPairs('')).toEqual([]);
  });

  test('are taken by whom they belong to, whatever they are encoded as', () => {
    const pairs: EncodedPair[] = encodedPairs('c%6Flor=a&size=1&color=b&color%5Bx%5D=2');
    expect(takeQueryValue(parameter('query', 'form', true), pairs, 'array')).toEqual(['a', 'b']);
    expect(pairs.map(([name]) => name)).toEqual(['size', 'color%5Bx%5D']);
    expect(takeQueryValue(parameter('query', 'form', true), pairs, 'array')).toBeUndefined();
    expect(takeQueryValue(parameter('query', 'deepObject', true), pairs, 'object')).toEqual({ x: '2' });
    expect(takeQueryValue(parameter('query', 'deepObject', true), pairs, 'object')).toBeUndefined();
    expect(takeQueryValue(parameter('query', 'form', true), pairs, 'object')).toEqual({ size: '1' });
    expect(pairs).toEqual([]);
    expect(takeQueryValue(parameter('query', 'form', true), pairs, 'object')).toBeUndefined();
  });

  test('of a single value: the first; of a document its text', () => {
    expect(query(parameter('query', 'form', true), 'color=a&color=b', 'single')).toBe('a');
    const document = { ...parameter('query', 'form', true), mediaType: 'application/json' };
    expect(query(document, 'color=%7B%22a%22%3A1%7D&x=2', 'object')).toBe('{"a":1}');
  });

  test('of a list are told apart by the signs of its style, in each way they are encoded', () => {
    const read = (style: string, text: string) => query(parameter('query', style, false), `color=${text}`, 'array');
    expect(read('spaceDelimited', 'a%20b')).toEqual(['a', 'b']);
    expect(read('spaceDelimited', 'a+b')).toEqual(['a', 'b']);
    expect(read('pipeDelimited', 'a|b')).toEqual(['a', 'b']);
    expect(read('pipeDelimited', 'a%7Cb')).toEqual(['a', 'b']);
    expect(read('pipeDelimited', 'a%7cb')).toEqual(['a', 'b']);
    expect(read('form', 'a,b%2Cc')).toEqual(['a', 'b,c']);
  });
});

test('a text that is not encoded well stays as it is, but for plus signs', () => {
  expect(decoded('a+%20b')).toBe('a  b');
  expect(decoded('100%+%zz')).toBe('100% %zz');
});
