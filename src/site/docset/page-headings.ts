import { DomUtils, parseDocument } from 'htmlparser2';

export interface PageHeading {
  readonly id: string;
  readonly text: string;
}

/** The headings of a page's content that have an anchor, but for its title. */
export function pageHeadings(html: string): { title: string; headings: PageHeading[] } {
  const [main] = DomUtils.getElementsByTagName('main', parseDocument(html));
  if (!main) return { title: '', headings: [] };
  const [title] = DomUtils.getElementsByTagName('h1', main);
  const headings = DomUtils.getElementsByTagName((name) => /^h[2-4]$/.test(name), main);
  const found = headings.filter(({ attribs }) => attribs['id']);
  return {
    title: title ? textOf(title) : '',
    headings: found.map((element) => ({ id: element.attribs['id'] ?? '', text: textOf(element) })),
  };
}

function textOf(element: Parameters<typeof DomUtils.textContent>[0]): string {
  return DomUtils.textContent(element).replaceAll(/\s+/g, ' ').trim();
}
