import { describe, expect, test } from 'vitest';
import { plainSummary, renderMarkdown } from './markdown.ts';

describe('a description', () => {
  test('is CommonMark with tables', () => {
    const html = renderMarkdown('One **two** `three`.\n\n| a | b |\n|---|---|\n| 1 | 2 |').text;
    expect(html).toContain('<strong>two</strong>');
    expect(html).toContain('<code>three</code>');
    expect(html).toMatch(/<div class="scroll"><table>[\s\S]*<td>2<\/td>/);
  });

  test('has its code highlighted by classes, without styles', () => {
    const html = renderMarkdown('```json\n{"a": 1}\n```').text;
    expect(html).toContain('<pre class="code"');
    expect(html).toMatch(/<span class="[a-z]">/);
    expect(html).not.toContain('style=');
  });

  test('keeps its headings below those of the page, without ids', () => {
    expect(renderMarkdown('# Top\n\n## Next').text).toBe('<h4>Top</h4><h5>Next</h5>');
    expect(renderMarkdown('# Top', 2).text).toBe('<h2>Top</h2>');
  });

  test('may use plain HTML', () => {
    expect(renderMarkdown('a<br>b <a href="https://example.com" target="_blank">c</a>').text).toBe(
      '<p>a<br />b <a href="https://example.com">c</a></p>',
    );
  });
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<iframe src="https://evil.example"></iframe>',
  '<style>body{display:none}</style>',
  '<p style="position:fixed" onclick="x()" id="_top">x</p>',
  '<svg><script>alert(1)</script></svg>',
  '<form action="https://evil.example"><input name="key"></form>',
  '```"><script>alert(1)</script>\ncode\n```',
  '<div class="reference aside">x</div>',
])('%s is inert', (text) => {
  const html = renderMarkdown(text).text;
  expect(html).not.toMatch(
    /<script|<iframe|<style|<svg|<form|<input|\son\w+=|style=|\sid=|href="\s*java|class="reference/i,
  );
});

test('a summary is one line of plain text', () => {
  expect(plainSummary('# Title\n\nMore.')).toBe('Title');
  expect(plainSummary('Uses `a < b` & [links](https://example.com)\nover lines.\n\nSecond.')).toBe(
    'Uses a < b & links over lines.',
  );
  expect(plainSummary('word '.repeat(100))).toHaveLength(201);
});
