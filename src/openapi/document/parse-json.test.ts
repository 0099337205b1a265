import { parseYaml } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { parseJsonFile } from './parse-json.ts';

test.each([
  ['{"a": {"b": [1, -2.5, 1e3, true, null, ""]}}'],
  ['{"a": "\\ud83d\\ude00 \\/ \\t", "<<": {"b": 1}, "__proto__": {"c": 2}}'],
  ['\t[\r\n"2026-11-30", "0x10", "on", "~" ]\n'],
  [`{"${'long'.repeat(400)}": "# not a comment"}`],
])('JSON is read as YAML reads it: %s', (text) => {
  expect(parseJsonFile(text)).toEqual(parseYaml(text));
  expect(JSON.stringify(parseJsonFile(text))).toBe(JSON.stringify(parseYaml(text)));
});

test.each([
  ['a name that stands twice', '{"a": {"b": 1, "b": 1}}'],
  ['a number too large for a double', '{"maximum": 1e400}'],
  ['a comma too many', '{"a": 1,}'],
  ['a comment', '{"a": 1} # one'],
  ['YAML', 'a: 1'],
])('%s is left to YAML', (_, text) => {
  expect(parseJsonFile(text)).toBeUndefined();
});
