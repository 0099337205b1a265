import { fileURLToPath } from 'node:url';

interface Source {
  /** A file that is written anew when there is another reference to show. */
  changed: URL;
  /** Path of the console's component. */
  console: string | undefined;
  /** Path of the component on the pages of events. */
  eventTool: string | undefined;
}

const MAKE_REFERENCE = fileURLToPath(new URL('make-reference.ts', import.meta.url));

const MODULES: Record<string, (source: Source) => Promise<string>> = {
  'virtual:reference': () =>
    Promise.resolve(
      `import { handedOver } from ${JSON.stringify(MAKE_REFERENCE)};\nexport const { source, reference, views } = handedOver();`,
    ),
  'virtual:reference/console': ({ console }) => Promise.resolve(componentModule(console)),
  'virtual:reference/event-tool': ({ eventTool }) => Promise.resolve(componentModule(eventTool)),
};

/** A module with a component, or with none. */
function componentModule(path: string | undefined): string {
  return path === undefined ? 'export default undefined;' : `export { default } from ${JSON.stringify(path)};`;
}

/** What the integration hands to its pages: the reference that it made, and the components of the site. */
export function referenceModules(source: Source) {
  return {
    name: 'reference-modules',
    resolveId: (id: string): string | undefined => (id in MODULES ? `\0${id}` : undefined),
    load(this: { addWatchFile(file: string): void }, id: string): Promise<string> | undefined {
      const module = id.startsWith('\0') ? MODULES[id.slice(1)] : undefined;
      if (module && id === '\0virtual:reference') this.addWatchFile(fileURLToPath(source.changed));
      return module?.(source);
    },
  };
}
