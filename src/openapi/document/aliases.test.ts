import { expect, test } from 'vitest';
import { aliasProblem } from './aliases.ts';

test.each<[unknown]>([[undefined], [null], ['text'], [7], [{}], [[]], [{ a: [1, { b: null }], c: 'd' }]])(
  'nothing stands twice in %j',
  (file) => {
    expect(aliasProblem(file)).toBeUndefined();
  },
);

test('what stands in several places is no problem, what stands in itself is', () => {
  const shared = { a: [1, 2] };
  expect(aliasProblem({ one: shared, two: [shared, { three: shared }] })).toBeUndefined();
  const own: { a: object; b?: { c: unknown[] } } = { a: shared };
  own.b = { c: [7, own] };
  expect(aliasProblem({ own })).toMatch(/stands for what it is a part of$/);
});

test('a file may be written out at ten times its length, and a hundred thousand values besides', () => {
  const row = Array.from({ length: 999 }, () => 0);
  const times = (count: number) => aliasProblem(Array.from({ length: count }, () => row));
  expect(times(111)).toBeUndefined();
  expect(times(112)).toBe('the YAML aliases of this file stand for more than 111,130 values');
  expect(aliasProblem(Array.from({ length: 112 }, () => [...row]))).toBeUndefined();
});

test('what doubles over and over is refused', () => {
  let node: unknown[] = [0];
  for (let n = 0; n < 60; n += 1) node = [node, node];
  expect(aliasProblem(node)).toMatch(/stand for more than/);
});
