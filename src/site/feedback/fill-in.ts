/**
 * Tells in a reader's message which page it is about, and which language the samples were in.
 * @param href a link of `feedbackLink`
 * @param page its address, without what stands behind the path: that may be the reader's own
 */
export function fillIn(href: string, page: string, language = 'curl'): string {
  const [about, samples] = [page, language].map(encodeURIComponent);
  return href.replace('Page%3A%20%0D%0ASamples%3A%20%0D', () => `Page%3A%20${about}%0D%0ASamples%3A%20${samples}%0D`);
}
