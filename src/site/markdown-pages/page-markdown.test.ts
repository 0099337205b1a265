import { expect, it } from 'vitest';
import { pageContent } from './page-content.ts';
import { pageMarkdown } from './page-markdown.ts';

const print = (main: string) =>
  pageMarkdown(
    pageContent(`<main>${main}</main>`, (text) => text === 'JSON'),
    (href) => href,
  );

it('drops what only works in a page, keeps hidden tabs with their labels', () => {
  const tabs = `<div><ul role="tablist"><li><a role="tab" id="t1" href="#p1">Go</a></li><li><a role="tab" id="t2" href="#p2">PHP</a></li></ul>
    <div role="tabpanel" aria-labelledby="t1"><p>One</p></div><div role="tabpanel" aria-labelledby="t2" hidden><p>Two</p></div></div>`;
  expect(
    print(`<h1>T</h1><nav>n</nav><button>Copy</button><script>x</script>${tabs}<p data-markdown-ignore>i</p>`),
  ).toBe('# T\n\n**Go**\n\nOne\n\n**PHP**\n\nTwo\n');
});

it('keeps code with its language and title, but not a title that only names the language', () => {
  const block = (caption: string) =>
    `<figure><figcaption>${caption}</figcaption><button>Copy</button><pre data-language="json"><code><span>{</span>\n<span>}</span></code></pre></figure>`;
  expect(print(block('JSON'))).toBe('```json\n{\n}\n```\n');
  expect(print(block('201 Created'))).toBe('**201 Created**\n\n```json\n{\n}\n```\n');
});

it('tells notes as quotes, terms as a list, tables as tables', () => {
  expect(print('<div role="note"><p class="title">Note</p><p>Text</p></div>')).toBe('> **Note**\n>\n> Text\n');
  expect(print('<dl><div><dt>Base</dt><dd><code>x</code></dd></div><dt>Version</dt><dd>1</dd></dl>')).toBe(
    '- **Base**: `x`\n- **Version**: 1\n',
  );
  expect(print('<table><tr><th>A</th></tr><tr><td><code>b|c</code></td></tr></table>')).toBe(
    '| A |\n| - |\n| `b\\|c` |\n',
  );
});

it('keeps apart inline elements that only style keeps apart', () => {
  expect(print('<p><a href="/x/"><span>POST</span><span>/pets<wbr>/{id}</span></a>, <b>a</b><b>b</b></p>')).toBe(
    '[POST /pets/{id}](/x/), **a** **b**\n',
  );
  expect(
    print('<table><tr><th>A</th></tr><tr><td><div><code>b</code></div><div><code>c</code></div></td></tr></table>'),
  ).toBe('| A |\n| - |\n| `b` `c` |\n');
});
