/** Fills the page numbers into the contents. @returns how many were not known */
export function numberPages(pages: Readonly<Record<string, number>>): number {
  let unknown = 0;
  for (const place of document.querySelectorAll<HTMLElement>('.book-contents [data-of]')) {
    const page = pages[place.dataset['of'] ?? ''];
    if (page === undefined) unknown += 1;
    place.textContent = page === undefined ? '' : String(page);
  }
  return unknown;
}
