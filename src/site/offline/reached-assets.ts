/** Files that name others: pages, scripts, styles. */
const NAMING = /\.(?:html|js|css)$/;

/**
 * Which assets some pages need, now or later: those that they name, and those that these name in turn. A font that only a style names
 * belongs to another script, and is left out; the ones that pages are set in, these load ahead.
 *
 * @param assets all that there are, each with a hash in its name
 * @param read gives the text of a page or an asset
 */
export function reachedFrom(
  pages: readonly string[],
  assets: readonly string[],
  read: (file: string) => string,
): ReadonlySet<string> {
  const byName = new Map(assets.map((file) => [file.slice(file.lastIndexOf('/') + 1), file]));
  const reached = new Set<string>();
  const waiting = [...pages];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const [name] of read(file).matchAll(/[\w@~.-]+\.[A-Za-z0-9]+/g)) {
      const found = byName.get(name);
      if (found === undefined || reached.has(found)) continue;
      if (file.endsWith('.css') && found.endsWith('.woff2')) continue;
      reached.add(found);
      if (NAMING.test(found)) waiting.push(found);
    }
  }
  return reached;
}
