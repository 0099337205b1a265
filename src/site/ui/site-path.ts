/**
 * The address of a file of this site: in a copy, which may stand in any folder, from where the page's `data-root` leads to.
 * @param path from the site's root, `/errors.json`
 */
export function sitePath(path: string): string {
  const { root } = document.documentElement.dataset;
  return root === undefined ? path : new URL(root + path.slice(1), document.baseURI).href;
}
