import { expect, it } from 'vitest';
import { linesWithEscapes, shorten, visiblePieces, withEscapes } from './visible-text.ts';

it('shows an override of direction as its escape', () => {
  expect(visiblePieces('a\u202eb')).toEqual([
    { text: 'a', escape: false },
    { text: '\\u202e', escape: true },
    { text: 'b', escape: false },
  ]);
});

it('leaves letters of any script and joined emoji alone', () => {
  for (const text of ['', 'Zoë', 'مرحبا', '👩‍👩‍👧', 'क्‍ष']) expect(withEscapes(text)).toBe(text);
});

it('leaves lines lines', () => {
  expect(linesWithEscapes('{\n  "a": "\u202ex"\n}')).toBe('{\n  "a": "\\u202ex"\n}');
});

it('writes an escape that JSON reads as the character', () => {
  const text = '"x\u2066\u2028\ufeff"';
  expect(JSON.parse(withEscapes(text))).toBe(JSON.parse(text));
});

it('keeps what fits, and of a longer text its beginning and its end', () => {
  expect(shorten('x'.repeat(50), 50)).toBe('x'.repeat(50));
  expect(shorten(`begin${'x'.repeat(100)}end`, 50)).toMatch(/^beginx{34}…x{7}end$/);
});
