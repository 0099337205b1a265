/** The book as one page: runs in a browser, on the origin of the built site. */
import { numberPages } from './page-numbers.ts';
import { ownIds, ownLinks } from './own-links.ts';

export interface BookSource {
  title: string;
  /** `Version 1.1.0, 29 November 2026, commit abc1234` */
  edition: string;
  /** Where the site is published: links to what is not in the book lead there. */
  site: string;
  parts: { title: string; pages: string[] }[];
}

interface Chapter {
  address: string;
  article: HTMLElement;
}

/** What nobody reads on paper, and what would run. */
const LEFT_OUT =
  'script, template, nav, footer, iframe, dialog, site-search, starlight-toc, .sl-anchor-link, [class~="print:hidden"]';

/** Makes this page the book. @returns the links within it that lead nowhere */
export async function composeBook(source: BookSource): Promise<string[]> {
  const styles = new Set<string>();
  const addresses = source.parts.flatMap(({ pages }) => pages);
  const chapters = new Map<string, Chapter>();
  for (const address of addresses) chapters.set(address, await chapterOf(address, styles));
  const sections = source.parts.map((part) => partOf(part, chapters));
  document.head.append(...[...styles].map((html) => document.createRange().createContextualFragment(html)));
  document.body.append(titlePage(source), contents(sections), ...sections);
  headPages(sections);
  const broken = ownLinks(document.body, new Set(addresses), source.site);
  await ready();
  for (const { article } of chapters.values()) endPlainly(article);
  return broken;
}

/** The main part of a page under ids of its own, its headings two levels lower: below those of the book and the part. */
async function chapterOf(address: string, styles: Set<string>): Promise<Chapter> {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
  for (const style of page.querySelectorAll('link[rel="stylesheet"], head style')) styles.add(style.outerHTML);
  const main = page.querySelector('main');
  if (!main) throw new Error(`${address} has no main part.`);
  const article = document.createElement('article');
  article.className = 'book-chapter';
  article.append(...document.importNode(main, true).childNodes);
  for (const part of article.querySelectorAll(LEFT_OUT)) part.remove();
  for (const image of article.querySelectorAll('img')) image.loading = 'eager';
  for (const select of article.querySelectorAll('select')) nameChoice(select);
  for (const heading of article.querySelectorAll('h1, h2, h3, h4, h5')) lower(heading);
  ownIds(article, address);
  return { address, article };
}

/** Puts the name of the samples' language in place of what chooses it: the scripts that would set it are left out. */
function nameChoice(select: HTMLSelectElement): void {
  const { language } = document.documentElement.dataset;
  const chosen = [...select.options].find(({ value }) => value === language);
  if (chosen) select.replaceWith(chosen.text);
}

function lower(heading: Element): void {
  const lowered = document.createElement(`h${Number(heading.tagName.slice(1)) + 1}`);
  for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
  lowered.append(...heading.childNodes);
  heading.replaceWith(lowered);
}

function partOf({ title, pages }: BookSource['parts'][number], chapters: ReadonlyMap<string, Chapter>): HTMLElement {
  const section = document.createElement('section');
  section.className = 'book-part';
  const heading = document.createElement('h1');
  heading.id = `part-${title.toLowerCase().replace(/\W+/g, '-')}`;
  heading.textContent = title;
  section.append(...pages.flatMap((page) => chapters.get(page)?.article ?? []));
  // Above its first chapter, on the same sheet.
  section.querySelector('.book-chapter')?.prepend(heading);
  return section;
}

function titlePage({ title, edition, site }: BookSource): HTMLElement {
  const page = document.createElement('header');
  page.className = 'book-title-page';
  const [name, of, where] = ['p', 'p', 'p'].map((tag) => document.createElement(tag)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  [name.textContent, of.textContent, where.textContent] = [title, edition, site];
  name.className = 'book-title';
  page.append(name, of, where);
  return page;
}

/** Parts and chapters with their pages, which are filled in once they are known; of guides their sections, too. */
function contents(sections: readonly HTMLElement[]): HTMLElement {
  const nav = document.createElement('nav');
  nav.className = 'book-contents';
  const heading = document.createElement('h1');
  heading.id = 'contents';
  heading.textContent = 'Contents';
  nav.append(heading);
  for (const section of sections)
    for (const target of section.querySelectorAll<HTMLElement>('h1, h2, .book-chapter[data-guide] h3[id]'))
      if (target.id !== '' && !target.closest('aside, [role="tabpanel"]')) nav.append(entryOf(target));
  return nav;
}

function entryOf(target: HTMLElement): HTMLElement {
  const entry = document.createElement('a');
  entry.className = `book-entry ${target.tagName.toLowerCase()}`;
  entry.setAttribute('href', `#${target.id}`);
  const [name, dots, page] = ['name', 'dots', 'page'].map((className) => {
    const part = document.createElement('span');
    part.className = `book-${className}`;
    return part;
  }) as [HTMLElement, HTMLElement, HTMLElement];
  name.textContent = (target.textContent ?? '').trim().replace(/\s+/g, ' ');
  page.dataset['of'] = target.id;
  page.textContent = '000';
  entry.append(name, dots, page);
  return entry;
}

/** Each chapter begins on a page of its own kind, which has its title, and that of its part, at its head. */
function headPages(sections: readonly HTMLElement[]): void {
  const style = document.createElement('style');
  let count = 0;
  for (const section of sections) {
    const part = section.querySelector('h1')?.textContent ?? '';
    for (const chapter of section.querySelectorAll<HTMLElement>('.book-chapter')) {
      const title = chapter.querySelector('h2')?.textContent?.trim() ?? '';
      const name = `chapter-${(count += 1)}`;
      chapter.style.setProperty('page', name);
      style.append(
        `@page ${name} { @top-left { content: ${JSON.stringify(part)} } @top-right { content: ${JSON.stringify(title)} } }\n`,
      );
    }
  }
  document.head.append(style);
}

/** Takes away what is below the last line: it would be a sheet of nothing where the line ends one. */
function endPlainly(article: HTMLElement): void {
  const bottomOf = (element: Element): number => element.getBoundingClientRect().bottom;
  for (let last: Element | undefined = article; last;) {
    if (last instanceof HTMLElement)
      for (const side of ['padding', 'margin', 'border']) last.style.setProperty(`${side}-bottom`, '0', 'important');
    const shown: Element[] = [...last.children].filter((child) => child.checkVisibility());
    last = shown.sort((a, b) => bottomOf(a) - bottomOf(b)).at(-1);
  }
}

async function ready(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter(({ sheet }) => !sheet);
  await Promise.all(links.map((link) => new Promise((resolve) => link.addEventListener('load', resolve))));
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  await document.fonts.ready;
}

Object.assign(globalThis, { composeBook, numberPages });
