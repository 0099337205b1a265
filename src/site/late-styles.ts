import type { AstroIntegration } from 'astro';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What is read of a chunk that a bundler has made. */
export interface Chunk {
  readonly type: 'chunk' | 'asset';
  readonly isEntry?: boolean;
  /** File names of what it cannot run without. */
  readonly imports?: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}

type Bundle = Readonly<Record<string, Chunk>>;

/** File names of the style sheets of some chunks. */
function stylesOf(chunks: Iterable<Chunk>): Set<string> {
  return new Set([...chunks].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
}

/** The scripts of the pages, and what they cannot run without. */
function loadedAtOnce(bundle: Bundle): Set<Chunk> {
  const found = new Set<Chunk>();
  const add = (chunk: Chunk | undefined): void => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const file of chunk.imports ?? []) add(bundle[file]);
  };
  for (const chunk of Object.values(bundle)) if (chunk.isEntry) add(chunk);
  return found;
}

/** File names of the style sheets that only chunks want which scripts of the pages `import()`. */
export function stylesLoadedLate(bundle: Bundle): Set<string> {
  const early = stylesOf(loadedAtOnce(bundle));
  return new Set([...stylesOf(Object.values(bundle))].filter((file) => !early.has(file)));
}

/** Takes the links to some style sheets out of a page. */
export function withoutLinks(html: string, isLate: (file: string) => boolean): string {
  return html.replace(/<link rel="stylesheet" href="([^"]+)"[^>]*>/g, (link, href: string) =>
    isLate(href) ? '' : link,
  );
}

/**
 * Leaves the styles of what a page loads late to the moment when it does: Vite loads them with the chunk and waits for them. Astro
 * puts them into each page whose scripts could load the chunk, where they hold up the first paint.
 */
export function lateStyles(): AstroIntegration {
  const late = new Set<string>();
  const early = new Set<string>();
  const isLate = (file: string): boolean => late.has(file) && !early.has(file);
  return {
    name: 'late-styles',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugin = {
          name: 'late-styles',
          enforce: 'pre' as const,
          generateBundle(this: { environment: { name: string } }, _: unknown, bundle: Bundle): void {
            const [into, files] =
              this.environment.name === 'client'
                ? [late, stylesLoadedLate(bundle)]
                : [early, stylesOf(Object.values(bundle))];
            for (const file of files) into.add(file);
          },
        };
        // A small sheet would be put into the pages as text, where nobody finds it again.
        const assetsInlineLimit = (file: string): boolean | undefined => (isLate(file) ? false : undefined);
        updateConfig({ vite: { plugins: [plugin], build: { assetsInlineLimit } } });
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = `${folder}/${file}`;
          const html = readFileSync(path, 'utf8');
          const without = withoutLinks(html, (href) => isLate(href.replace(/^\//, '')));
          if (without !== html) writeFileSync(path, without);
        }
        logger.info(`${[...late].filter(isLate).length} style sheets are loaded with what needs them`);
      },
    },
  };
}
