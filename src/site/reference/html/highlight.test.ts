import { createCssVariablesTheme, createHighlighter } from 'shiki';
import { expect, test } from 'vitest';
import { highlight, tokenClasses } from './highlight.ts';

const text = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '',
    );

test.each([
  ['shellscript', `curl -X POST "https://example.com" \\\n  -d '{\n  "a": "<b>"\n\n}'\n# done`],
  ['javascript', 'const text = `two\nlines ${1 + 1}`;\n\nfetch(text); // 1'],
  ['python', 'text = """two\nlines"""\nprint(f"{text}")'],
  ['php', "<?php\n$a = ['id' => 'cust omer', \"b\" => \"x?y=1&z=2\"];\n// it's 'so'"],
  ['ruby', `request["Content-Type"] = 'application/json'\nputs "a: #{b['c']}"`],
  ['go', 'req.Header.Set("Authorization", "Bearer "+key)\nbody := `{"a": "b"}`'],
  ['shellscript', `curl "https://e.com/a?b=c" -d '{"a": "it", "b": "$X"}' -H "A: 'b'"`],
  ['json', '{\n  "a": [1, true, null, "b\\""]\n}'],
])('%s is coloured line by line as shiki colours the whole', async (grammar, code) => {
  const html = highlight(code, grammar).text.replaceAll('<wbr>', '');
  expect(text(html)).toBe(code);
  const theme = createCssVariablesTheme({ name: 'reference', variablePrefix: '--shiki-' });
  const shiki = await createHighlighter({ themes: [theme], langs: [grammar] });
  const tokens = shiki.codeToTokensBase(code, { lang: grammar as 'json', theme: 'reference' as never });
  const coloured = (name: string): string =>
    tokens
      .flat()
      .filter(({ color, content }) => tokenClasses[color ?? ''] === name && content.trim() !== '')
      .map(({ content }) => content)
      .join('')
      .replace(/\s/g, '');
  for (const name of new Set(Object.values(tokenClasses))) {
    const spans = [...html.matchAll(new RegExp(`<span class="${name}">([^<]*)</span>`, 'g'))].map(
      ([, inner = '']) => inner,
    );
    expect(text(spans.join('')).replace(/\s/g, ''), name).toBe(coloured(name));
  }
});

test('an unknown language is shown as plain text', () => {
  expect(highlight('<a>', 'klingon').text).toBe('<pre class="code" tabindex="0"><code>&lt;a&gt;</code></pre>');
});

test('texts of a line keep their place, whatever else the line has', () => {
  const code = `print("one", "\u0001", "é", 'two') # "three`;
  expect(highlight(code, 'python').text.replace(/<[^>]+>/g, '')).toBe(code);
});

test('a text with letters of any kind does not change the colours of the texts beside it', () => {
  const classes = (text: string) => highlight(`{"a": "${text}", "b": "c"}`, 'json').text.replaceAll(text, 'x');
  expect(classes('é')).toBe(classes('x'));
});

test('an address in code is broken before a slash of its path', () => {
  expect(highlight('curl "https://e.com/v1/pets"', 'curl').text).toContain('"https://e.com<wbr>/v1<wbr>/pets"');
});
