import { describe, expect, test } from 'vitest';
import {
  escapeAttribute,
  escapeHtml,
  escapeLinkText,
  escapeMarkdown,
  escapeTags,
  escapeText,
  escapeXml,
  unescapeHtml,
} from './escape.ts';

const nasty = `<a href="x" title='y'>&amp;</a>`;

describe('escaping', () => {
  test('for HTML takes all that could end a text or an attribute', () => {
    expect(escapeHtml(nasty)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;');
    expect(unescapeHtml(escapeHtml(nasty))).toBe(nasty);
  });

  test('for text leaves quotes, for an attribute in double quotes all but what could end it', () => {
    expect(escapeText(nasty)).toBe(`&lt;a href="x" title='y'&gt;&amp;amp;&lt;/a&gt;`);
    expect(escapeAttribute(nasty)).toBe(`<a href=&quot;x&quot; title='y'>&amp;amp;</a>`);
  });

  test('for XML drops what XML cannot hold, and nothing else', () => {
    expect(escapeXml('a\u0000\u001b\ud800b\ufffe <é\ue000🎉>\t\n')).toBe('ab &lt;é\ue000🎉&gt;\t\n');
  });

  test('of HTML keeps all but the start of a tag, of the text of a link all but its brackets', () => {
    expect(escapeTags('a &amp; <b> < "c"')).toBe('a &amp; &lt;b> &lt; "c"');
    expect(escapeLinkText('a[0][1] `b` (c)')).toBe('a\\[0\\]\\[1\\] `b` (c)');
  });

  test.each(['&', '<', '>', '"', "'"])('takes %s where nothing else is to be escaped', (sign) => {
    expect(unescapeHtml(escapeHtml(`a${sign}`))).toBe(`a${sign}`);
    expect(escapeHtml(sign)).not.toBe(sign);
    expect(escapeText(sign) === sign).toBe(sign === '"' || sign === "'");
    expect(escapeXml(sign) === sign).toBe(sign === "'");
    expect(escapeAttribute(sign) === sign).toBe(!['&', '"'].includes(sign));
  });

  test('for Markdown takes what would be a mark, and leaves words alone', () => {
    expect(escapeMarkdown('a_1_b *c* `d` [e](f) <g> \\ _h_')).toBe(
      'a_1_b \\*c\\* \\`d\\` \\[e\\](f) \\<g> \\\\ \\_h\\_',
    );
  });

  test('is undone once: what was escaped twice is still escaped', () => {
    expect(unescapeHtml('&amp;lt; &#38; &#39; &unknown;')).toBe("&lt; & ' &unknown;");
  });
});
