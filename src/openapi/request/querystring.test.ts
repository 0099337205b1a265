import { describe, expect, test } from 'vitest';
import type { BodyPart } from './body-parts.ts';
import { querystringText, querystringValue } from './querystring.ts';

const form = { mediaType: 'application/x-www-form-urlencoded' };
const json = { mediaType: 'application/json' };

describe('a query that is one value', () => {
  test('of a form is its pairs, as forms are encoded', () => {
    expect(querystringText(form, { foo: 'a + b', bar: true, tags: ['x', 'y'] })).toBe(
      'foo=a+%2B+b&bar=true&tags=x&tags=y',
    );
    const parts = { tags: { style: 'form', explode: false } };
    expect(querystringText({ ...form, parts }, { tags: ['x', 'y z'] })).toBe('tags=x,y%20z');
  });

  test('of another media type is percent-encoded as a whole', () => {
    expect(querystringText(json, { numbers: [1, 2], flag: null })).toBe(
      '%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D',
    );
    expect(querystringText({ mediaType: 'application/jsonpath' }, '$.a.b[1:1]')).toBe('%24.a.b%5B1%3A1%5D');
  });

  test.each([
    [form, { foo: 'a + b', tags: ['x', 'y'] }, 'object'],
    [{ mediaType: 'text/plain' }, 'a+b%20c & d', 'single'],
  ] as const)('is read back: %j %j', (parameter, value, kind) => {
    expect(querystringValue(parameter, querystringText(parameter, value), kind)).toEqual(value);
  });

  test('of JSON is read back as its text', () => {
    const value = { numbers: [1, 2], text: 'a+b c' };
    expect(querystringValue(json, querystringText(json, value), 'object')).toBe(JSON.stringify(value));
  });

  test('that is empty is none; of a form that is no object its text, of one each name with all its values', () => {
    expect(querystringValue(form, '', 'object')).toBeUndefined();
    expect(querystringValue(form, 'a=1+2', 'single')).toBe('a=1+2');
    expect(querystringValue(form, 'a=1&b=&a=2&%61=3', 'object')).toEqual({ a: ['1', '2', '3'], b: '' });
    expect(querystringText(form, 'a=1')).toBe('a=1');
    expect(querystringText({}, 'a b')).toBe('a%20b');
    expect(querystringText(form, { a: { b: 1 }, c: null, d: [] })).toBe('a=%7B%22b%22%3A1%7D&c=null');
  });

  test('of a form sends a member as its own style says', () => {
    const parts: Record<string, BodyPart> = {
      a: { style: 'form', allowReserved: true },
      b: { style: 'deepObject', explode: true },
    };
    expect(querystringText({ ...form, parts }, { a: 'x/y', b: { c: 1 }, toString: 'z' })).toBe(
      'a=x/y&b[c]=1&toString=z',
    );
  });
});
