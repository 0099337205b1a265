import { parseYaml } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { keepDigits } from './exact-numbers.ts';

/** A file as JSON writes it, once its digits are kept. */
function read(text: string): string {
  const parsed = parseYaml(text);
  keepDigits(text, parsed);
  return JSON.stringify(parsed);
}

test.each([
  ['a: 10.50', '{"a":10.50}'],
  ['a: 9007199254740993\nb: 9007199254740992', '{"a":9007199254740993,"b":9007199254740992}'],
  ['[1.0, {a: -0}, [2.50]]', '[1.0,{"a":-0},[2.50]]'],
  ['{"a":1.0,"b":[1e400,2]}', '{"a":1.0,"b":[1e400,2]}'],
  ['- 1.0 # One.\n-  2.50 ', '[1.0,2.50]'],
  ['_a: 1.0\n__: _2.50', '{"_a":1.0,"__":"_2.50"}'],
  ['a: &shared { b: 1.0 }\nc: *shared', '{"a":{"b":1.0},"c":{"b":1.0}}'],
])('%j keeps its digits: %s', (text, json) => {
  expect(read(text)).toBe(json);
});

test.each([
  ['a: 1.5\nb: 7', '{"a":1.5,"b":7}'],
  ['a: "1.0"\nb: v1.0\nc: 1.0.0', '{"a":"1.0","b":"v1.0","c":"1.0.0"}'],
  ['a: costs 1.0 more', '{"a":"costs 1.0 more"}'],
  ['a: |\n  1.50\nb: 2.0', '{"a":"1.50\\n","b":2.0}'],
  ['1.50: a\nb: 2.0', '{"1.5":"a","b":2.0}'],
  ['a: !!float 1.50\nb: 2.0', '{"a":1.5,"b":2}'],
  ['1.0', '1'],
])('what is no number of its own in %j, or stands where no mark can, stays: %s', (text, json) => {
  expect(read(text)).toBe(json);
});
