import MarkdownIt from 'markdown-it';
import sanitize from 'sanitize-html';
import { unescapeHtml } from '../../../text/escape.ts';
import { highlight } from './highlight.ts';
import { Html } from '../../../text/markup.ts';

const markdown = new MarkdownIt({
  html: true,
  linkify: true,
  highlight: (code, language) => highlight(code.trimEnd(), language).text,
});
const memo = new Map<string, Html>();

markdown.renderer.rules['heading_open'] = (tokens, index, _, env) => `<h${demoted(tokens[index]?.tag, env)}>`;
markdown.renderer.rules['heading_close'] = (tokens, index, _, env) => `</h${demoted(tokens[index]?.tag, env)}>`;
markdown.renderer.rules['table_open'] = () => '<div class="scroll"><table>';
markdown.renderer.rules['table_close'] = () => '</table></div>';

function demoted(tag = 'h1', environment: Record<string, unknown> = {}): number {
  return Math.min(6, Number(tag.slice(1)) + Number(environment['top'] ?? 4) - 1);
}

const allowed: sanitize.IOptions = {
  allowedTags: [...sanitize.defaults.allowedTags, 'img', 'details', 'summary', 'del', 'ins'],
  allowedAttributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    '*': ['class'],
    td: ['align', 'colspan', 'rowspan'],
    th: ['align', 'colspan', 'rowspan'],
  },
  allowedClasses: { pre: ['code'], span: ['k', 's', 'n', 'f', 'm', 'l'], div: ['scroll'], code: [/^language-[\w-]+$/] },
  allowedSchemes: ['http', 'https', 'mailto'],
};

/**
 * CommonMark with tables, as HTML without script, style, or ids. Whatever is in the text, the result is inert.
 * @param top Level of a `#` heading: headings of a description stand below those of the page.
 */
export function renderMarkdown(text: string, top = 4): Html {
  const key = top + text;
  const known = memo.get(key);
  if (known) return known;
  const rendered = markdown.render(text, { top });
  const result = new Html((text.includes('<') ? sanitize(rendered, allowed) : rendered).trim());
  memo.set(key, result);
  return result;
}

/** The first sentence or line without any markup: for `<meta name="description">` and tables. */
export function plainSummary(text: string, limit = 200): string {
  const [paragraph = ''] = text.trim().split(/\n\s*\n/);
  const plain = unescapeHtml(
    sanitize(markdown.renderInline(paragraph.replace(/^#+\s*/, ''), { top: 1 }), {
      allowedTags: [],
      allowedAttributes: {},
    }),
  )
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= limit ? plain : `${plain.slice(0, plain.lastIndexOf(' ', limit))} …`;
}
