/** Pieces of Markdown. @see https://spec.commonmark.org/ */
import { escapeLinkText } from '../../text/escape.ts';

/** A text as inline code, whatever it contains. */
export function code(text: string): string {
  const single = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...single.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return longest > 0 || single === '' ? `${ticks} ${single} ${ticks}` : ticks + single + ticks;
}

/** A block of code with its language. */
export function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^\s*(`{3,})/gm)].map(([, run = '']) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text.trimEnd()}\n${ticks}`;
}

export interface LinkedText {
  text: string;
  href?: string | undefined;
}

/** A code, a scope, a level: as code, linked where it has a place. */
export function linkedCode({ text, href }: LinkedText): string {
  return href === undefined ? code(text) : `[${code(text)}](${href})`;
}

export function link(text: string, href: string | undefined): string {
  return href === undefined ? text : `[${escapeLinkText(text)}](${href})`;
}

/** Puts a block below an item of a list. */
export function indent(block: string, spaces = 2): string {
  return block.replace(/^(?=.)/gm, ' '.repeat(spaces));
}

/** Blocks with an empty line between them; what is empty is left out. */
export function blocks(...parts: (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join('\n\n');
}

/** A description below a heading: its own headings go down to stand below it, and what no page shows of its HTML is left out. */
export function prose(text: string, level: number): string {
  return outsideCode(withoutHidden(text).trim(), (part) =>
    part
      .replace(UNDERLINED, (_, title: string, [sign]: string) => `${sign === '=' ? '#' : '##'} ${title.trim()}`)
      .replace(/^(#{1,6})(?=\s)/gm, (marks) => '#'.repeat(Math.min(6, marks.length + level))),
  );
}

/** A heading of one line with a line below it. A list, a quote or a table has none, and a line after an empty one is a break. */
const UNDERLINED = /^ {0,3}(?![-*+>#|=\d\s])([^\n|]*\S)[ \t]*\n {0,3}(=+|-+)[ \t]*$/gm;

/** A fenced block, or a span of inline code. */
const CODE = /^ *(`{3,})[^\n]*\n[\s\S]*?^ *\1`*[ \t]*$|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\2(?!`)/.source;
/** Code, or a comment or an element that is never shown. */
const HIDDEN = new RegExp(
  String.raw`${CODE}|<!--[\s\S]*?(?:-->|$(?![\s\S]))|<(script|style|iframe)\b[\s\S]*?(?:<\/\3\s*>|$(?![\s\S]))`,
  'gim',
);

function withoutHidden(markdown: string): string {
  if (!markdown.includes('<')) return markdown;
  return markdown.replace(HIDDEN, (whole, fenced?: string, ticks?: string) => (fenced || ticks ? whole : ''));
}

/** Code, or what opens a link and its target. */
const LINK = new RegExp(`${CODE}|${/(\]\()([^)\s]+)/.source}`, 'gm');

/** Gives every link and image of a Markdown text another target. Code is left alone. */
export function mapLinks(markdown: string, target: (href: string) => string): string {
  return markdown.replace(LINK, (whole, _fence, _ticks, open?: string, href?: string) =>
    open === undefined || href === undefined ? whole : open + target(href),
  );
}

function outsideCode(markdown: string, change: (part: string) => string): string {
  return markdown
    .split(/(^ *(`{3,})[^\n]*\n[\s\S]*?^ *\2`*[ \t]*$)/m)
    .map((part, index) => (index % 3 === 0 ? change(part) : index % 3 === 1 ? part : ''))
    .join('');
}
