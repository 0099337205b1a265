/**
 * Figures that only the finished site has, such as the size of a download that holds its pages: a page says a word in their place, and
 * the end of the build puts them in.
 */
export function figure(name: string): string {
  return `figure-${name.replaceAll(/[^a-z0-9]+/gi, '-')}-figure`;
}

/** Puts the figures into a page, or the Markdown of one. */
export function putIn(text: string, figures: Readonly<Record<string, string>>): string {
  return Object.entries(figures).reduce((result, [name, value]) => result.replaceAll(figure(name), value), text);
}
