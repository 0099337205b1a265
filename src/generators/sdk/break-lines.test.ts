import { expect, test } from 'vitest';
import { breakLines } from './break-lines.ts';

test('a line is as long as it may be, and breaks between words', () => {
  expect(breakLines('aaa bb cc', 6)).toEqual(['aaa bb', 'cc']);
  expect(breakLines('aaa bb cc', 5)).toEqual(['aaa', 'bb cc']);
  expect(breakLines('', 5)).toEqual(['']);
});

test('a word that is longer stands alone', () => {
  expect(breakLines('a bbbbbbbb c', 4)).toEqual(['a', 'bbbbbbbb', 'c']);
});

test('lines after the first hang, within the width', () => {
  expect(breakLines('- aa bb cc', 6, '  ')).toEqual(['- aa', '  bb', '  cc']);
});

test('space at the beginning stays', () => {
  expect(breakLines('  aa bb', 4)).toEqual(['  aa', 'bb']);
});
