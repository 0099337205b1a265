import { expect, test } from 'vitest';
import { quoted, visibleJson } from './visible-text.ts';

test('what is not seen is written out, and read back as it was', () => {
  const value = { name: 'a\u202eb\u200b\u{e0049}\n\u2028\u0085é日本🎉' };
  const json = visibleJson(value);
  expect(json).toBe(String.raw`{"name":"a\u202eb\u200b\udb40\udc49\n\u2028\u0085é日本🎉"}`);
  expect(JSON.parse(json)).toEqual(value);
});

test('a text of others stands in one line, in quotes, and is cut', () => {
  expect(quoted('a\nb')).toBe(String.raw`'a\u000ab'`);
  expect(quoted('x'.repeat(61))).toBe(`'${'x'.repeat(60)}…'`);
  expect(quoted('🎉'.repeat(1_000_000))).toBe(`'${'🎉'.repeat(60)}…'`);
});
