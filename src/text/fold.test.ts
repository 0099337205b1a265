import { describe, expect, test } from 'vitest';
import { fc } from '../../tests/fast-check.ts';
import { fold } from './fold.ts';

describe('two texts compare as one:', () => {
  test.each([
    ['ΚΏΣ', 'Κώς'],
    ['ΚΏΣ', 'κώσ'],
    ['ΟΔΥΣΣΕΎΣ', 'Οδυσσεύς'],
    ['STRASSE', 'Straße'],
    ['STRASSE', 'STRAẞE'],
    ['ISTANBUL', 'İstanbul'],
    ['ISTANBUL', 'ıstanbul'],
    ['ISTANBUL', 'istanbul'],
    ['Jose\u0301', 'JOSÉ'],
    ['A\u030angstro\u0308m', '\u212bngström'],
    ['ﬃ', 'FFI'],
    ['Ж', 'ж'],
    ['ᏸ', 'Ᏸ'],
    ['\u1e69', 's\u0307\u0323'],
  ])('%s and %s', (one, other) => expect(fold(one)).toBe(fold(other)));
});

describe('two texts do not compare as one:', () => {
  test.each([
    ['é', 'e'],
    ['ö', 'oe'],
    ['２', '2'],
    ['jane', 'jane '],
  ])('%s and %s', (one, other) => expect(fold(one)).not.toBe(fold(other)));
});

test('what is folded stays as it is, in whatever form and in small letters it came', () => {
  const isStable = (text: string) => {
    const folded = fold(text);
    return [folded, text.normalize('NFD'), text.toLowerCase()].every((other) => fold(other) === folded);
  };
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), isStable), { numRuns: 1_000 });
});

test('half of a character outlives it', () => {
  expect(fold('A\ud800')).toBe('a\ud800');
});
