import { describe, expect, it } from 'vitest';
import { fc } from '../../tests/fast-check.ts';
import { findJsonError } from './error.ts';

const place = (text: string) => {
  const error = findJsonError(text);
  return error && `${error.line}:${error.column} ${error.message}`;
};

describe('findJsonError', () => {
  it('is silent on any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 4 }), (text, indent) => {
        expect(findJsonError(JSON.stringify(JSON.parse(text), null, indent))).toBeUndefined();
      }),
    );
  });

  it.each([
    ['{\n  "a": 1,\n}', '2:9 Remove the comma before “}”.'],
    ['[1, 2,]', '1:6 Remove the comma before “]”.'],
    ['{\n  "a": 1\n  "b": 2\n}', '3:3 A comma is missing before this.'],
    ['{a: 1}', '1:2 Put double quotes around the name a.'],
    ['{"a" 1}', '1:6 A colon is missing after the name "a".'],
    ['{"a": }', '1:7 A value is missing before “}”.'],
    ["{'a': 1}", '1:2 Use straight double quotes (") around text.'],
    ['{"a": "b}', '1:7 This text has no closing double quote on its line.'],
    ['{"a": undefined}', '1:7 undefined is not a JSON value. Put text in double quotes.'],
    ['{"a": 01}', '1:7 01 is not a JSON number.'],
    ['{"a": "C:\\dir"}', '1:10 This backslash starts no escape that JSON knows. Write \\\\ for a backslash.'],
    ['{"a": "x\ty"}', '1:9 A tab or control character in a text must be escaped, such as \\t.'],
    ['{"a": [1, 2}', '1:12 “}” does not match the open “[”.'],
    ['{"a": [1, 2', '1:12 The text ends too early: a “]” is missing.'],
    ['{"a": 1} x', '1:10 The JSON is complete before this. Remove what follows.'],
    ['{"a": 1 // one\n}', '1:9 JSON has no comments. Remove this one.'],
    ['["🎉\tx"]', '1:5 A tab or control character in a text must be escaped, such as \\t.'],
    ['["\\\\\\x"]', '1:5 This backslash starts no escape that JSON knows. Write \\\\ for a backslash.'],
    ['["\\u12g4"]', '1:3 This backslash starts no escape that JSON knows. Write \\\\ for a backslash.'],
    ['{"a": 1', '1:8 The text ends too early: a “}” is missing.'],
    ['{"a": {"b": [', '1:14 The text ends too early: a “]” is missing.'],
    ['{"a"', '1:5 The text ends too early: a “}” is missing.'],
    ['{"a": 1, ', '1:9 The text ends too early: a “}” is missing.'],
    ['{"a": 1, 2: 3}', '1:10 A name in double quotes belongs here.'],
    ['{1: 2}', '1:2 A name in double quotes belongs here.'],
    ['[1, "a": 2]', '1:8 A comma is missing before this.'],
    ['[,1]', '1:2 A value is missing before “,”.'],
    ['[1,,2]', '1:4 A value is missing before “,”.'],
    ['{"a":: 1}', '1:6 A value is missing before “:”.'],
    ['[[] 1]', '1:5 A comma is missing before this.'],
    ['[{} 1]', '1:5 A comma is missing before this.'],
    ['[1}', '1:3 “}” does not match the open “[”.'],
    ['[1] ]', '1:5 The JSON is complete before this. Remove what follows.'],
    [']', '1:1 A value is missing before “]”.'],
    ['[-]', '1:2 - is not a JSON value. Put text in double quotes.'],
    ['[1.]', '1:2 1. is not a JSON number.'],
    ['[-01]', '1:2 -01 is not a JSON number.'],
    ['[1.5e]', '1:2 1.5e is not a JSON number.'],
    ['[1x5]', '1:2 1x5 is not a JSON number.'],
    ['[1e5, 1E+5, -1.5e-5, 0.10, tru]', '1:28 tru is not a JSON value. Put text in double quotes.'],
    ['[“a”]', '1:2 Use straight double quotes (") around text.'],
    ['[1 /* one */]', '1:4 JSON has no comments. Remove this one.'],
    ['{} {}', '1:4 The JSON is complete before this. Remove what follows.'],
    ['\n\n  x', '3:3 x is not a JSON value. Put text in double quotes.'],
    ['', '1:1 A value is missing before the end.'],
  ])('explains %j', (text, message) => {
    expect(place(text)).toBe(message);
  });

  it('always finds the mistake that the parser found', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 3 }), (text, at, noise) => {
        const position = at % (text.length + 1);
        const broken = text.slice(0, position) + noise + text.slice(position);
        let valid = true;
        try {
          JSON.parse(broken);
        } catch {
          valid = false;
        }
        const error = findJsonError(broken);
        expect(error === undefined).toBe(valid);
        // The scanner's own words, never the parser's: those differ between browsers.
        expect(error?.message ?? '').not.toMatch(/position|Unexpected|JSON at/i);
      }),
      { numRuns: 2_000 },
    );
  });

  it('survives deep nesting', () => {
    expect(findJsonError('['.repeat(50_000))).toMatchObject({ line: 1 });
  });
});
