/** `/guides/webhooks/` → `guides-webhooks` */
export function keyOf(address: string): string {
  return address.replace(/^\/|\/$/g, '').replaceAll('/', '-');
}

/** Attributes that name other elements by their ids. */
const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers'];

/** Gives all ids of a chapter a prefix, so that those of two chapters never meet. The title gets that of the page itself. */
export function ownIds(chapter: HTMLElement, address: string): void {
  const key = keyOf(address);
  const own = (id: string): string => `${key}--${id}`;
  for (const element of chapter.querySelectorAll('*')) {
    if (element.id !== '') element.id = own(element.id);
    for (const name of REFERENCES) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.split(/\s+/).map(own).join(' '));
    }
    // Gradients and markers of drawings.
    for (const { name, value } of [...element.attributes])
      if (value.includes('url(#')) element.setAttribute(name, value.replaceAll('url(#', `url(#${key}--`));
  }
  const title = chapter.querySelector('h2');
  if (title) title.id = key;
  chapter.dataset['page'] = address;
  if (address.startsWith('/guides/')) chapter.dataset['guide'] = '';
}

/**
 * Has links to pages of the book lead there within it, and all others to the published site.
 * @returns those that lead nowhere
 */
export function ownLinks(book: HTMLElement, pages: ReadonlySet<string>, site: string): string[] {
  const broken = new Set<string>();
  for (const link of book.querySelectorAll('.book-chapter a[href]')) {
    const page = link.closest<HTMLElement>('.book-chapter')?.dataset['page'] ?? '/';
    const href = link.getAttribute('href') ?? '';
    const url = new URL(href, new URL(page, location.origin));
    if (url.origin !== location.origin) continue;
    if (!pages.has(url.pathname)) {
      link.setAttribute('href', new URL(url.pathname + url.search + url.hash, site).href);
      continue;
    }
    const key = keyOf(url.pathname);
    const id = url.hash.length > 1 ? `${key}--${decodeURIComponent(url.hash.slice(1))}` : key;
    if (!document.getElementById(id)) broken.add(`${page}: ${href}`);
    link.setAttribute('href', `#${id}`);
  }
  return [...broken];
}
