import { describe, expect, test } from 'vitest';
import { ExactNumber } from '../../json-text/exact-number.ts';
import { cookiePairs, headerText, pathText, queryPairs } from './serialize.ts';
import type { WireParameter } from './serialize.ts';

const list = ['blue', 'black'];
const map = { R: 100, G: 200 };
const parameter = (place: WireParameter['in'], style: string, explode: boolean): WireParameter => ({
  name: 'color',
  in: place,
  style,
  explode,
});
const query = (value: unknown, more: Partial<WireParameter> = {}): string =>
  queryPairs({ ...parameter('query', 'form', true), ...more }, value).join('&');

// The table of the specification, row by row.
describe('a query parameter', () => {
  test.each([
    ['form', true, '', 'color='],
    ['form', true, 'blue', 'color=blue'],
    ['form', true, list, 'color=blue&color=black'],
    ['form', true, map, 'R=100&G=200'],
    ['form', false, list, 'color=blue,black'],
    ['form', false, map, 'color=R,100,G,200'],
    ['spaceDelimited', false, list, 'color=blue%20black'],
    ['spaceDelimited', false, map, 'color=R%20100%20G%20200'],
    ['pipeDelimited', false, list, 'color=blue%7Cblack'],
    ['deepObject', true, map, 'color[R]=100&color[G]=200'],
    ['deepObject', true, { a: { b: [1, 2] } }, 'color[a][b]=1&color[a][b]=2'],
    ['form', false, [], ''],
    ['form', true, {}, ''],
  ])('of style %s, explode %s', (style, explode, value, expected) => {
    expect(query(value, { style, explode })).toBe(expected);
  });

  test('encodes each item by itself, so that a comma in one separates nothing', () => {
    expect(query(['red, dark', 'blue'], { explode: false })).toBe('color=red%2C%20dark,blue');
    expect(query({ 'a,b': 'c=d' }, { explode: false })).toBe('color=a%2Cb,c%3Dd');
    expect(query({ 'a&b': 'c' })).toBe('a%26b=c');
  });

  test('leaves nothing as it is but letters, digits and -._~', () => {
    expect(query("-._~ !'()*:/?#[]@$&+,;=%é🎉\ud800")).toBe(
      'color=-._~%20%21%27%28%29%2A%3A%2F%3F%23%5B%5D%40%24%26%2B%2C%3B%3D%25%C3%A9%F0%9F%8E%89%EF%BF%BD',
    );
  });

  test('keeps reserved characters where it may have them, and what is encoded already; what would end the value is encoded', () => {
    const allowReserved = true;
    expect(query('a/b?c', { allowReserved })).toBe('color=a/b?c');
    expect(query(":/?@!$()*,;=%2F%zz #[]&+'é", { allowReserved })).toBe(
      'color=:/?@!$()*,;=%2F%25zz%20%23%5B%5D%26%2B%27%C3%A9',
    );
  });

  test('that is a document is written as its media type has it', () => {
    expect(query(map, { mediaType: 'application/json' })).toBe('color=%7B%22R%22%3A100%2C%22G%22%3A200%7D');
    expect(query('name', { mediaType: 'application/json' })).toBe('color=%22name%22');
    expect(query('name', { mediaType: 'text/plain' })).toBe('color=name');
  });

  test('keeps the digits of its numbers', () => {
    expect(query([new ExactNumber('9007199254740993'), new ExactNumber('10.50')])).toBe(
      'color=9007199254740993&color=10.50',
    );
  });
});

describe('a path parameter', () => {
  test.each([
    ['simple', false, 'blue', 'blue'],
    ['simple', false, list, 'blue,black'],
    ['simple', false, map, 'R,100,G,200'],
    ['simple', true, map, 'R=100,G=200'],
    ['label', false, '', '.'],
    ['label', false, 'blue', '.blue'],
    ['label', false, list, '.blue,black'],
    ['label', true, list, '.blue.black'],
    ['label', true, map, '.R=100.G=200'],
    ['matrix', false, '', ';color'],
    ['matrix', false, 'blue', ';color=blue'],
    ['matrix', false, list, ';color=blue,black'],
    ['matrix', false, map, ';color=R,100,G,200'],
    ['matrix', true, list, ';color=blue;color=black'],
    ['matrix', true, map, ';R=100;G=200'],
    ['simple', false, 5, '5'],
    ['simple', false, true, 'true'],
    ['simple', false, ['a,b', 'c/d'], 'a%2Cb,c%2Fd'],
    ['matrix', true, ['a;b'], ';color=a%3Bb'],
  ])('of style %s, explode %s', (style, explode, value, expected) => {
    expect(pathText(parameter('path', style, explode), value)).toBe(expected);
  });
});

describe('a header parameter', () => {
  const header = parameter('header', 'simple', false);

  test('is its text', () => {
    expect(headerText(header, ['a b', 'c;d'])).toBe('a b,c;d');
    expect(headerText({ ...header, mediaType: 'text/plain' }, 'abc')).toBe('abc');
  });

  test('holds ASCII only, whatever sends it', () => {
    expect(headerText(header, 'é\r\nX: 1')).toBe('%C3%A9%0D%0AX: 1');
    expect(headerText({ ...header, mediaType: 'application/json' }, { a: 'é' })).toBe('{"a":"\\u00e9"}');
  });
});

test('a cookie parameter is a pair, or one for each item', () => {
  expect(cookiePairs(parameter('cookie', 'form', true), ['a;b', 'c'])).toEqual(['color=a%3Bb', 'color=c']);
});
