/** What a character is written as where it would mean something else. The one table: every printer escapes by these functions. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const entity = (character: string): string => ENTITIES[character] ?? character;

/** For HTML: between tags, and in an attribute in quotes of either kind. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, entity) : text;
}

/** For HTML and SVG between tags only, where quotes need no escape; code is full of them. */
export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, entity) : text;
}

/** For HTML in an attribute in double quotes only. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&"]/g, entity);
}

/** For a text that is taken for HTML already: it may neither open nor end an element. */
export function escapeTags(html: string): string {
  return html.replace(/</g, entity);
}

/**
 * For XML: between tags, and in an attribute in double quotes. Characters that XML cannot hold at all are dropped.
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function escapeXml(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"]/g, entity);
}

/** The text that was escaped for HTML. */
export function unescapeHtml(html: string): string {
  const character = (written: string) => Object.keys(ENTITIES).find((one) => ENTITIES[one] === written);
  return html.replace(/&(?:amp|lt|gt|quot|#38|#39);/g, (written) => character(written) ?? '&');
}

/** For the text of a Markdown link, which may be code. */
export function escapeLinkText(text: string): string {
  return text.replace(/[[\]]/g, '\\$&');
}

/**
 * For Markdown, in a line: a text that is shown letter by letter, whatever it holds.
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}
