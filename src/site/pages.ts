import type { AstroIntegration } from 'astro';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Serves the files of a folder as pages: `status.astro` at `/status/`, `openapi.json.ts` at `/openapi.json`.
 * Astro looks for pages in `<srcDir>/pages` only, and `srcDir` is the root of the repository here.
 *
 * @param options.directory Folder relative to the root. Tests and files that start with `_` are left out.
 */
export function pages(options: { directory: string }): AstroIntegration {
  return {
    name: 'pages',
    hooks: {
      'astro:config:setup': ({ config, injectRoute }) => {
        const folder = new URL(`${options.directory}/`, config.root);
        const files = globSync('**/*.{astro,ts}', { cwd: fileURLToPath(folder) }).sort();
        for (const file of files.map((name) => name.replaceAll('\\', '/'))) {
          if (isPage(file)) injectRoute({ pattern: patternOf(file), entrypoint: new URL(file, folder) });
        }
      },
    },
  };
}

function isPage(file: string): boolean {
  return !file.endsWith('.test.ts') && !file.split('/').some((part) => part.startsWith('_'));
}

/** `changelog/index.astro` → `/changelog`, `openapi.json.ts` → `/openapi.json`. TypeScript overlooks folders that start with a dot. */
export function patternOf(file: string): string {
  const path = file
    .replace(/\.(astro|ts)$/, '')
    .replace(/(^|\/)index$/, '')
    .replace(/^well-known\//, '.well-known/');
  return `/${path}`;
}
