import { expect, test } from 'vitest';
import { repeatsName } from './repeats-name.ts';

test('an object that has a name twice is found, however deep and however it is written', () => {
  expect(repeatsName('{"a": [{"b": 1, "\\u0062": 2}]}')).toBe(true);
  expect(repeatsName('[{"a": {"a": 1}}, {"a": 1}]')).toBe(false);
});
