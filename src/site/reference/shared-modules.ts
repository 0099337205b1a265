import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const source = resolve(import.meta.dirname, '../..');
/** Code that Node runs as it is: it knows nothing of Astro. */
const FOLDERS = ['openapi', 'generators', 'json-text', 'text', 'site/reference/html', 'site/reference/view'].map(
  (name) => join(source, name) + sep,
);

/**
 * In a build, pages import our own code from where the integration has it already, in place of a bundled copy: what was found out of
 * a schema, an operation or a line of code is known to pages and files alike, and there is less to bundle.
 */
export function sharedModules() {
  return {
    name: 'shared-modules',
    enforce: 'pre' as const,
    apply: 'build' as const,
    applyToEnvironment: ({ name }: { name: string }): boolean => name === 'prerender',
    resolveId(id: string, importer: string | undefined): { id: string; external: true } | undefined {
      if (importer === undefined || !id.startsWith('.') || !id.endsWith('.ts')) return undefined;
      const file = resolve(dirname(importer), id);
      return FOLDERS.some((folder) => file.startsWith(folder))
        ? { id: pathToFileURL(file).href, external: true }
        : undefined;
    },
  };
}
