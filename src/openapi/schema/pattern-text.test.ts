import { describe, expect, test } from 'vitest';
import { matches, textsOf, unicodePattern } from './pattern-text.ts';

const raw = String.raw;
const texts = (pattern: string): string[] => [...new Set(textsOf(pattern))];

describe('texts for a pattern, short ones first:', () => {
  test.each<[pattern: string, first: string[]]>([
    ['', ['']],
    ['abc', ['abc']],
    ['a|b|c', ['a', 'b', 'c']],
    ['^a?b*c+$', ['c', 'abcc', 'abbccc']],
    ['y{3}', ['yyy']],
    ['y{2,}', ['yy', 'yyy', 'yyyy']],
    ['y{2,4}', ['yy', 'yyy', 'yyyy']],
    ['x{0,1}', ['', 'x']],
    ['a+?b??c{2}?', ['acc', 'aabcc']],
    ['[abc]', ['a', 'b', 'c']],
    ['[^a-z]', ['A', 'B', 'C']],
    [raw`[\]a]`, ['a', ']']],
    [raw`[a\\]`, ['a', '\\']],
    [raw`\d\D`, ['0a', '1b', '2c']],
    [raw`\w\W`, ['a-', 'b.', 'c ']],
    [raw`\s\S`, [' a', '\nb', '\tc']],
    [raw`\p{Lu}\P{L}`, ['A0', 'B1', 'C2']],
    [raw`\bab\b`, ['ab']],
    [raw`\u0041\u{1F600}\x42`, ['A😀B']],
    [raw`\n\t\r\f\v\0`, ['\n\t\r\f\v\0']],
    [raw`\.\/\$`, ['./$']],
    ['.', ['a', 'b', 'c']],
    ['(ab)+c', ['abc', 'ababc']],
    ['(?:a|b){2}', ['ab', 'ba']],
    ['(?<n>a)b', ['ab']],
    ['(?=a)ab', ['ab']],
    ['(?!b)a', ['a']],
    ['(?<!a)b', ['b']],
    ['b(?<=b)', ['b']],
    ['🎉{2}', ['🎉🎉']],
    ['(a|)b', ['ab', 'b']],
  ])('%s', (pattern, first) => {
    expect(texts(pattern).slice(0, first.length)).toEqual(first);
    for (const text of first) expect(matches(pattern, text), text).toBe(true);
  });

  test('what may be repeated has no more than it may have', () => {
    expect(texts('^[ab]{1,3}$').map((text) => text.length)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(texts('a{2}')).toEqual(['aa']);
  });

  test.each([')', 'a)b'])('none for %s, which is no pattern', (pattern) => {
    expect(texts(pattern)).toEqual([]);
  });

  test.each(['(', '[', '[z-a]', '[]', raw`\p{Nothing}`])('%s, which is none or matches nothing, ends', (pattern) => {
    expect(texts(pattern)).toEqual(['']);
  });
});

describe('a pattern is read by the Unicode rules,', () => {
  test.each<[string, string | undefined]>([
    ['^a$', '^a$'],
    [raw`[\w\:]`, raw`[\w:]`],
    [raw`^\@\:$`, '^@:$'],
    [raw`a\-b`, 'a-b'],
    [raw`[a\-z]`, raw`[a\-z]`],
    [raw`\/\$\(`, raw`\/\$\(`],
    ['(', undefined],
    [raw`\1`, undefined],
  ])('%s as %s', (pattern, read) => {
    expect(unicodePattern(pattern)).toBe(read);
  });

  test('and counts characters; one that is none excludes nothing', () => {
    expect(matches('^.$', '🎉')).toBe(true);
    expect(matches('^..$', '🎉')).toBe(false);
    expect(matches('(', 'a')).toBe(true);
  });
});
