import { expect, test } from 'vitest';
import { ExactNumber } from '../../json-text/exact-number.ts';
import { literalOf, sameJson } from './literal.ts';

test.each<[unknown, string]>([
  ['open', 'open'],
  ['', '""'],
  [' ', ' '],
  [1.5, '1.5'],
  [new ExactNumber('1.50'), '1.50'],
  [null, 'null'],
  [{ a: ['b'] }, '{"a":["b"]}'],
])('%j is told as %s', (value, text) => {
  expect(literalOf(value)).toBe(text);
});

test.each<[unknown, unknown, boolean]>([
  ['a', 'a', true],
  [1, '1', false],
  [null, null, true],
  [null, {}, false],
  [{}, null, false],
  [{ a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  [{ a: undefined }, { b: undefined }, false],
  [{ a: 1 }, { a: 2 }, false],
  [{ constructor: Object }, {}, false],
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [[1], { 0: 1 }, false],
  [{}, [], false],
])('%j and %j are the same JSON: %s', (a, b, isSame) => {
  expect(sameJson(a, b)).toBe(isSame);
});
