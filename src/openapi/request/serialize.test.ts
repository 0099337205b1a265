import { describe, expect, test } from 'vitest';
import { encodeQuery, wirePairs, wireText } from './serialize.ts';
import type { WireParameter } from './serialize.ts';

const list = ['blue', 'black'];
const map = { R: 100, G: 200 };
const parameter = (place: WireParameter['in'], style: string, explode: boolean): WireParameter => ({
  name: 'color',
  in: place,
  style,
  explode,
});
const query = (style: string, explode: boolean, value: unknown): string =>
  wirePairs(parameter('query', style, explode), value)
    .map(([name, text]) => `${name}=${text}`)
    .join('&');

// The table of the specification, row by row.
describe('a query parameter', () => {
  test.each([
    ['form', true, 'blue', 'color=blue'],
    ['form', true, list, 'color=blue&color=black'],
    ['form', true, map, 'R=100&G=200'],
    ['form', false, list, 'color=blue,black'],
    ['form', false, map, 'color=R,100,G,200'],
    ['spaceDelimited', false, list, 'color=blue black'],
    ['pipeDelimited', false, list, 'color=blue|black'],
    ['deepObject', true, map, 'color[R]=100&color[G]=200'],
    ['deepObject', true, { a: { b: [1, 2] } }, 'color[a][b]=1&color[a][b]=2'],
  ])('of style %s, explode %s', (style, explode, value, expected) => {
    expect(query(style, explode, value)).toBe(expected);
  });

  test('that is a document is written as one', () => {
    expect(wirePairs({ ...parameter('query', 'form', true), mediaType: 'application/json' }, map)).toEqual([
      ['color', '{"R":100,"G":200}'],
    ]);
  });
});

describe('a path or header parameter', () => {
  test.each([
    ['simple', false, list, 'blue,black'],
    ['simple', false, map, 'R,100,G,200'],
    ['simple', true, map, 'R=100,G=200'],
    ['label', false, 'blue', '.blue'],
    ['label', true, list, '.blue.black'],
    ['label', true, map, '.R=100.G=200'],
    ['matrix', false, 'blue', ';color=blue'],
    ['matrix', false, list, ';color=blue,black'],
    ['matrix', true, list, ';color=blue;color=black'],
    ['matrix', true, map, ';R=100;G=200'],
    ['simple', false, 5, '5'],
    ['simple', false, true, 'true'],
  ])('of style %s, explode %s', (style, explode, value, expected) => {
    expect(wireText(parameter('path', style, explode), value)).toBe(expected);
  });
});

test('a query keeps brackets, commas and colons readable and escapes what would end a value', () => {
  expect(encodeQuery('a[b]:c,d')).toBe('a[b]:c,d');
  expect(encodeQuery('a&b=c#d+e é')).toBe('a%26b%3Dc%23d%2Be%20%C3%A9');
});
