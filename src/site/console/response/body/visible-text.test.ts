import { expect, it } from 'vitest';
import { visiblePieces, withEscapes } from './visible-text.ts';

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

it('writes an escape that JSON reads as the character', () => {
  const text = '"x\u2066\u2028\ufeff"';
  expect(JSON.parse(withEscapes(text))).toBe(JSON.parse(text));
});
