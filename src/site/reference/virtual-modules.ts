import { fileURLToPath } from 'node:url';
import type { ResolvedOptions } from './options.ts';

interface Source {
  /** The bundled document. */
  data: URL;
  options: ResolvedOptions;
  /** Folder of the built site. */
  outDir: URL;
  /** Path of the console's component. */
  console: string | undefined;
}

const MODULES: Record<string, (source: Source) => Promise<string>> = {
  // Pages are made at build, so the document is read from its file then: as source text, megabytes would pass through the bundler.
  'virtual:reference': ({ data, options }) =>
    Promise.resolve(
      `import { readFileSync } from 'node:fs';\nexport const document = JSON.parse(readFileSync(${JSON.stringify(fileURLToPath(data))}, 'utf8'));\nexport const options = ${JSON.stringify(options)};`,
    ),
  'virtual:reference/output': ({ outDir }) =>
    Promise.resolve(`export const outDir = ${JSON.stringify(fileURLToPath(outDir))};`),
  'virtual:reference/console': ({ console }) =>
    Promise.resolve(
      console === undefined ? 'export default undefined;' : `export { default } from ${JSON.stringify(console)};`,
    ),
};

/** What the integration hands to its pages: the document with the options, and the console's component. */
export function referenceModules(source: Source) {
  return {
    name: 'reference-modules',
    resolveId: (id: string): string | undefined => (id in MODULES ? `\0${id}` : undefined),
    load(this: { addWatchFile(file: string): void }, id: string): Promise<string> | undefined {
      const module = id.startsWith('\0') ? MODULES[id.slice(1)] : undefined;
      if (module && id === '\0virtual:reference') this.addWatchFile(fileURLToPath(source.data));
      return module?.(source);
    },
  };
}
