import type { Identified } from './identifiers.ts';
import type { ProseResult } from './prose.ts';
import type { Recent } from './recent.ts';

/** One line of the list: a link that is an option, so that it opens in a new tab like any other. */
export interface Row {
  href: string;
  /** What is remembered of it. */
  title: string;
  content: Node[];
  /** What is searched for instead, where it leads to no page. */
  query?: string;
}

/** Rows under a title; it is left out where there are none. */
export interface Group {
  title: string;
  rows: Row[];
}

export function identifierRow({ name, kind, page, href, hasMore }: Identified): Row {
  const [method, path] = kind === 'operation' ? name.split(' ') : [];
  const shown =
    method && path
      ? [text('span', method, `method method-${method.toLowerCase()}`), text('code', path)]
      : [text('code', name), text('span', kind, 'search-kind')];
  return {
    href,
    title: page,
    content: [line(...shown), line(text('span', hasMore ? `${page} and others` : page, 'search-page'))],
  };
}

/** @param section what the page is: `Guide` */
export function proseRow({ title, href, excerpt, part }: ProseResult, section: string): Row {
  const heading = [
    text('b', title),
    ...(part ? [text('span', part.title, 'search-part')] : []),
    ...(section ? [text('span', section, 'search-section')] : []),
  ];
  const summary = document.createElement('span');
  summary.className = 'search-excerpt';
  summary.append(...marked(excerpt));
  return { href: part?.href ?? href, title, content: [line(...heading), summary] };
}

export function recentRow({ query, title, href }: Recent): Row {
  return { href, title, content: [line(text('span', query), text('span', title, 'search-page'))] };
}

export function pageRow(title: string, href: string, section: string): Row {
  return {
    href,
    title,
    content: [line(text('b', title), ...(section ? [text('span', section, 'search-section')] : []))],
  };
}

/** Another way to write a query that found nothing. */
export function queryRow(query: string): Row {
  return { href: '#', title: query, query, content: [line(text('span', 'Search for'), text('b', query))] };
}

/** An excerpt is HTML; only its text and its marks are taken over. */
function marked(excerpt: string): Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) =>
    node.nodeName === 'MARK' ? text('mark', node.textContent ?? '') : new Text(node.textContent ?? ''),
  );
}

function line(...parts: Node[]): HTMLElement {
  const element = document.createElement('span');
  element.className = 'search-line';
  element.append(...parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part])));
  return element;
}

export function text(name: string, content: string, className = ''): HTMLElement {
  const element = document.createElement(name);
  element.textContent = content;
  if (className) element.className = className;
  return element;
}
