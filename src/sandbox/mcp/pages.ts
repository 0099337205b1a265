import { SITE } from '../site-address.ts';

/** A page of the documentation, as Markdown. */
export interface Page {
  /** E.g. `/guides/webhooks/`. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly sections: readonly Section[];
}

/** A part of a page, from a heading to the next one. */
export interface Section {
  /** Of the heading, as it stands in an address; '' for what stands before the second. */
  readonly anchor: string;
  readonly heading: string;
  readonly level: number;
  /** Without the heading. */
  readonly text: string;
}

/** What stands between two pages of `llms-full.txt`, and what each begins with. */
const BETWEEN = /\n\n---\n\n(?=Source: http)/;
const SOURCE = /^Source: (\S+)\n\n/;
const HEADING = /^(#{1,6}) (.+)$/;
const LINK = /\[([^\]]*)\]\([^)]*\)/g;
const FENCE = /^\s*(?:`{3,}|~{3,})/;

/** The pages of a site. @param text its `llms-full.txt` */
export function parsePages(text: string): Page[] {
  return text.split(BETWEEN).flatMap((part) => {
    const [source, address] = SOURCE.exec(part) ?? [];
    if (source === undefined || address === undefined) return [];
    const body = part.slice(source.length).trim();
    const sections = sectionsOf(body);
    const path = pathOf(address);
    return [{ path, title: sections[0]?.heading || path, text: body, sections }];
  });
}

/** The address of a page, however it is written: whole, of its Markdown, with an anchor. */
export function pathOf(address: string): string {
  const path = address.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '');
  const page = path.replace(/(?:\/|^)index\.md$|\.md$/, '').replace(/^\/+|\/+$/g, '');
  return page === '' ? '/' : `/${page}/`;
}

/** Where people read a page. */
export function addressOf(path: string): string {
  return `${SITE}${path}`;
}

/** The text of a page from one heading to the next of its rank; undefined where it has no such heading. */
export function sectionText({ sections }: Page, anchor: string): string | undefined {
  const start = sections.findIndex((section) => section.anchor === anchor);
  const first = sections[start];
  if (!first) return undefined;
  const after = sections.slice(start + 1).findIndex(({ level }) => level <= first.level);
  const taken = sections.slice(start, after === -1 ? undefined : start + 1 + after);
  return taken.map(({ level, heading, text }) => `${'#'.repeat(level)} ${heading}\n\n${text}`).join('\n\n');
}

/** @param text does not begin with an empty line */
function sectionsOf(text: string): Section[] {
  const sections: { heading: string; level: number; lines: string[] }[] = [{ heading: '', level: 1, lines: [] }];
  let isCode = false;
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) isCode = !isCode;
    const [, marks, heading] = (!isCode && HEADING.exec(line)) || [];
    if (marks && heading) sections.push({ heading, level: marks.length, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  const [before, ...rest] = sections;
  const told = before?.lines[0] ? sections : rest;
  const taken = new Set<string>();
  return told.map(({ heading, level, lines }, index) => ({
    anchor: index === 0 ? '' : anchorOf(heading, taken),
    heading: plain(heading),
    level,
    text: lines.join('\n').trim(),
  }));
}

/** A heading without marks of Markdown. */
function plain(heading: string): string {
  return heading.replace(LINK, '$1').replace(/[`*]|\\(?=[\p{P}\p{S}])/gu, '');
}

/** As the site makes it, or as the heading says where it links to itself. @param taken those before on the page; it is added */
function anchorOf(heading: string, taken: Set<string>): string {
  const own = /\]\([^)#]*#([^)]+)\)$/.exec(heading)?.[1];
  if (own !== undefined) return own;
  const slug = plain(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
  let anchor = slug;
  for (let count = 1; taken.has(anchor); count += 1) anchor = `${slug}-${count}`;
  taken.add(anchor);
  return anchor;
}
