import { expect, test } from 'vitest';
import { equal, ucs2length } from './validator-runtime.ts';

test('the length of a text is counted in characters', () => {
  expect([ucs2length(''), ucs2length('aé'), ucs2length('🦊🦊')]).toEqual([0, 2, 2]);
});

test.each<[unknown, unknown, boolean]>([
  [1, 1, true],
  [1, '1', false],
  [null, null, true],
  [null, {}, false],
  [{}, null, false],
  [[], {}, false],
  [{}, [], false],
  [[1, [2]], [1, [2]], true],
  [[1, 2], [1], false],
  [[1, 2], [2, 1], false],
  [{ a: 1, b: { c: [] } }, { b: { c: [] }, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 1 }, false],
  [{ a: undefined, b: 1 }, { c: 1, b: 1 }, false],
  [{ a: 1 }, { a: 2 }, false],
  [{ toString: undefined }, { a: undefined }, false],
])('%j and %j: %j', (a, b, same) => {
  expect(equal(a, b)).toBe(same);
});
