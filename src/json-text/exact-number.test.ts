import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fc } from '../../tests/fast-check.ts';
import { canonicalJson, jsonText, numberText } from '../../tests/json-text.ts';
import {
  asDoubles,
  copyExact,
  ExactNumber,
  exactNumber,
  isLarger,
  isNumeric,
  parseExact,
  stringifyExact,
} from './exact-number.ts';

test('a number that a double writes alike is a plain one; any other keeps its digits', () => {
  expect(exactNumber('9007199254740992')).toBe(9007199254740992);
  expect(exactNumber('1.5')).toBe(1.5);
  for (const source of ['9007199254740993', '10.50', '1.0', '1e400', '-0', '1E5', '0.1000000000000000055'])
    expect(exactNumber(source)).toEqual(new ExactNumber(source));
});

test('it calculates as a double and prints as it was written', () => {
  const price = new ExactNumber('10.50');
  expect([Number(price) + 1, String(price), JSON.stringify([price]), isNumeric(price)]).toEqual([
    11.5,
    '10.50',
    '[10.50]',
    true,
  ]);
});

test('whole numbers are compared to the last digit', () => {
  const [lower, upper] = [new ExactNumber('9223372036854775806'), new ExactNumber('9223372036854775807')];
  expect([isLarger(upper, lower), isLarger(lower, upper), isLarger(lower, lower)]).toEqual([true, false, false]);
  expect([isLarger(1.5, 1), isLarger(lower, 1.5), isLarger(-1, lower)]).toEqual([true, true, false]);
  expect([isLarger(1.5, 1.5), isLarger(1, 1.5), isLarger(-2, -10), isLarger(2, 2)]).toEqual([
    false,
    false,
    true,
    false,
  ]);
});

test('a copy keeps every digit and shares nothing, not even one object of its own', () => {
  fc.assert(
    fc.property(jsonText, (text) => {
      expect(stringifyExact(copyExact(parseExact(text)))).toBe(stringifyExact(parseExact(text)));
    }),
  );
  const twice = { price: new ExactNumber('1.10') };
  const copy = copyExact({ a: twice, list: [twice] });
  copy.a.price = new ExactNumber('2.0');
  expect(JSON.stringify([twice, copy])).toBe('[{"price":1.10},{"a":{"price":2.0},"list":[{"price":1.10}]}]');
});

describe('JSON that is read and written again', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('keeps every digit and every text', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        expect(canonicalJson(stringifyExact(parseExact(text)))).toBe(canonicalJson(text));
      }),
    );
  });

  test('does so in engines that cannot write a number as it stands', async () => {
    vi.stubGlobal('JSON', { parse: JSON.parse, stringify: JSON.stringify });
    vi.resetModules();
    // Other tests of this process are to get the module of their own engine.
    onTestFinished(() => void vi.resetModules());
    const older = await import('./exact-number.ts');
    fc.assert(
      fc.property(jsonText, (text) => {
        expect(canonicalJson(older.stringifyExact(older.parseExact(text), 2))).toBe(canonicalJson(text));
      }),
    );
    expect(older.stringifyExact({ '_"1"': new older.ExactNumber('1.0'), a: '"_1.0"' })).toBe(
      '{"_\\"1\\"":1.0,"a":"\\"_1.0\\""}',
    );
  });

  test('is read as `JSON.parse` reads it but for its digits, and refused where that refuses', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseExact(text)).toEqual(JSON.parse(text));
      }),
    );
    for (const text of ['', '01', '1.', '[1.0,]', '{"a":1.0', '.5', '"\n1.0"'])
      expect(() => parseExact(text)).toThrow(SyntaxError);
  });

  test('a number alone is one', () => {
    fc.assert(
      fc.property(numberText, (text) => {
        expect(stringifyExact(parseExact(text))).toBe(text);
      }),
    );
  });
});

test('a value as a validator reads it has doubles only, at any depth', () => {
  const value = parseExact('{"a": [1.0, {"b": 9007199254740993}], "c": null, "d": "1.0", "e": true}');
  expect(asDoubles(value)).toStrictEqual({ a: [1, { b: 9007199254740992 }], c: null, d: '1.0', e: true });
});
