/** A file beside a script, named from the site's root. */
const ASSET = /(["'`])\/_astro\/([\w@~.-]+)\1/g;
/** Where Vite makes the address of a chunk that it loads ahead. */
const AHEAD = /return\s*(["'`])\/\1\s*\+\s*(\w+)/g;

/**
 * A script of the build that finds its own files wherever it stands. What it asks the site for by path, it asks by `sitePath`.
 */
export function relocateScript(code: string): string {
  return code
    .replace(ASSET, (_, quote: string, name: string) => `new URL(${quote}${name}${quote},import.meta.url).href`)
    .replace(
      AHEAD,
      (_, quote: string, name: string) => `return new URL(${quote}../${quote}+${name},import.meta.url).href`,
    );
}
