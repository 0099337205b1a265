import { expect, test } from 'vitest';
import {
  compact,
  escapeCharacters,
  escapeSlashes,
  sorted,
  spaced,
  writeCharacters,
  writeSlashes,
} from './json-forms.ts';

test('white space goes between tokens alone, and comes as Python has it', () => {
  const text = ' { "a b" : [ 1.0 , "c:, d" ] } ';
  expect(compact(text)).toBe('{"a b":[1.0,"c:, d"]}');
  expect(spaced(text)).toBe('{"a b": [1.0, "c:, d"]}');
});

test('characters are escaped, all of them or those that are asked for', () => {
  expect(escapeCharacters('aé\u007f🦊')).toBe(String.raw`a\u00e9` + '\u007f' + String.raw`\ud83e\udd8a`);
  expect(escapeCharacters('<é>', /[<>]/g)).toBe(String.raw`\u003cé\u003e`);
});

test('an escape is written out unless the character needs it', () => {
  expect(writeCharacters(String.raw`\u00e9\u00E9\ud83e\udd8a`)).toBe('éé🦊');
  expect(writeCharacters(String.raw`\u0022\u005c\u001f\n\\u00e9\u12`)).toBe(
    String.raw`\u0022\u005c\u001f\n\\u00e9\u12`,
  );
  expect(writeCharacters(String.raw`\u0020`)).toBe(' ');
});

test('slashes are escaped once, and no other escape is touched', () => {
  expect(escapeSlashes(String.raw`a/b\/c\\/d`)).toBe(String.raw`a\/b\/c\\\/d`);
  expect(writeSlashes(String.raw`a/b\/c\\/d\n`)).toBe(String.raw`a/b/c\\/d\n`);
});

test('the names of every object are put in order, and of a list nothing', () => {
  const value = { b: [{ d: null, c: 1 }, 2, 1], a: 'x', aa: {} };
  expect(JSON.stringify(sorted(value))).toBe('{"a":"x","aa":{},"b":[{"c":1,"d":null},2,1]}');
  expect(sorted('text')).toBe('text');
});
