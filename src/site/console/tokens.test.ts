import { describe, expect, it } from 'vitest';
import { tokenize } from './tokens.ts';
import type { Language } from './tokens.ts';

const kinds = (text: string, language: Language) =>
  tokenize(text, language)
    .filter((token) => token.text.trim() !== '')
    .map((token) => `${token.kind} ${token.text.trim()}`);

describe('tokenize', () => {
  it.each<[Language, string]>([
    ['json', '{"a": [1, -2.5e3, true, "x\\"y", nul], "open'],
    ['shell', `curl 'https://a/b?c=1' \\\n  -H "Authorization: Bearer $ORBINTO_API_KEY" -d '{"a": "it'\\''s"}' # end`],
    ['javascript', 'const r = await fetch(`x${1}`, { method: "POST" }); // ü 🎉 \u2028'],
    ['javascript', "'unclosed"],
  ])('loses no character of %s', (language, text) => {
    expect(
      tokenize(text, language)
        .map((token) => token.text)
        .join(''),
    ).toBe(text);
  });

  it('tells the names of JSON members from strings', () => {
    expect(kinds('{"a": "b", "n": null}', 'json')).toEqual([
      'punctuation {',
      'key "a"',
      'punctuation :',
      'string "b"',
      'punctuation ,',
      'key "n"',
      'punctuation :',
      'keyword null',
      'punctuation }',
    ]);
  });

  it('sees options and quoted words in a shell command', () => {
    expect(kinds("curl -X POST 'https://a'", 'shell')).toEqual([
      'function curl',
      'keyword -X',
      'plain POST',
      "string 'https://a'",
    ]);
  });

  it('sees keywords and calls in JavaScript', () => {
    expect(kinds('const a = await fetch("x")', 'javascript')).toEqual([
      'keyword const',
      'plain a',
      'punctuation =',
      'keyword await',
      'function fetch',
      'punctuation (',
      'string "x"',
      'punctuation )',
    ]);
  });

  it('takes time in proportion to the length of the text', () => {
    const started = performance.now();
    tokenize(`"${'\\'.repeat(200_000)}`, 'json');
    tokenize(`${"'".repeat(100_001)}${'\\'.repeat(50_000)}`, 'shell');
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
