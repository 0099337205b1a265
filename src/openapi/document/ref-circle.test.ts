import { expect, test } from 'vitest';
import { chainProblem, findCircle } from './ref-circle.ts';

const ref = (name: string) => ({ $ref: `#/${name}` });
/** A chain of so many references, the last of which leads to a value. */
const chain = (length: number) => ({
  ...Object.fromEntries(Array.from({ length }, (_, n) => [`r${n}`, ref(`r${n + 1}`)])),
  [`r${length}`]: {},
});

test.each<[object, string | undefined]>([
  [{ a: ref('b'), b: ref('a') }, '#/b'],
  [{ list: [7, null, { 'x/y': ref('list/2/x~1y') }] }, '#/list/2/x~1y'],
  [{ a: ref('b'), b: { items: ref('a') } }, undefined],
  [{ a: ref('gone'), b: { $ref: 'other.yaml#/b' }, c: { $ref: '#' } }, undefined],
  [chain(10), undefined],
  [chain(150), undefined],
])('in %j a circle of nothing but references stands at %s', (file, place) => {
  expect(findCircle(file as Record<string, unknown>)).toBe(place);
});

test.each<[name: string, file: unknown, isRefused: boolean]>([
  ['a hundred references after each other', chain(100), false],
  ['one more', chain(101), true],
  ['one more, in a list', { list: [chain(101), { a: chain(101) }], ...chain(101) }, true],
  ['a circle', { a: ref('b'), b: ref('a') }, false],
  ['what has no members', { a: undefined, b: null, c: 7 }, false],
  ['no object', [chain(101)], false],
])('%s: refused as a chain or not', (_, file, isRefused) => {
  expect(chainProblem(file)?.endsWith('leads to nothing but other $refs, more than 100 of them')).toBe(
    isRefused ? true : undefined,
  );
});
