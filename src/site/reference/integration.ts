import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { languages } from '../../generators/samples/languages.ts';
import { DocumentError, loadDocument } from '../../openapi/document/load.ts';
import { writeFiles } from './files/write-files.ts';
import { siteIs } from './html/links.ts';
import { listSpacing } from './list-spacing.ts';
import { writeLlms } from './files/write-llms.ts';
import { handOver, makeReference } from './make-reference.ts';
import type { MadeReference } from './make-reference.ts';
import type { ReferenceOptions, ResolvedOptions } from './options.ts';
import { sharedModules } from './shared-modules.ts';
import { indexPages } from './search/index-pages.ts';
import { referenceModules } from './virtual-modules.ts';

/** The index of names, in the folder of the build. */
const INDEX_FILE = 'identifiers.json';

/**
 * Adds the reference of an OpenAPI document to an Astro site with Starlight: an overview, a page for each resource, operation, event
 * and nested schema, and beside each operation `operation.json` (a `BundledOperation`). Put it after `starlight()` in `integrations`.
 * The document is read when the site starts; one that cannot be used stops the build with file, place and reason.
 */
export function reference(options: ReferenceOptions): AstroIntegration {
  let made: MadeReference | undefined;
  let site: string | undefined;
  return {
    name: 'reference',
    hooks: {
      'astro:config:setup': async ({
        config,
        command,
        injectRoute,
        addMiddleware,
        updateConfig,
        createCodegenDir,
        logger,
      }) => {
        const source = sourceOf(options, config.root);
        const changed = new URL('changed', createCodegenDir());
        const resolved = resolveOptions(options, config.base);
        const document = options.document ?? (await bundled(source, logger));
        siteIs(config.site);
        made = makeReference(document, resolved);
        handOver(made);
        await mkdir(new URL('.', changed), { recursive: true });
        await writeFile(changed, '');
        const pathOf = (component: string | undefined) =>
          component === undefined ? undefined : fileURLToPath(new URL(component, config.root));
        const [console, eventTool] = [pathOf(options.console), pathOf(options.eventTool)];
        updateConfig({
          vite: {
            // The oldest engine that is supported: what it does not know, `light-dark()` say, is written otherwise.
            build: { cssTarget: 'safari17' },
            plugins: [
              listSpacing(),
              sharedModules(),
              referenceModules({ changed, console, eventTool }),
              ...(command === 'dev' && 'files' in source ? [watch(source, changed, resolved, logger)] : []),
            ],
          },
        });
        if (options.sameFrame && command === 'build')
          addMiddleware({ order: 'pre', entrypoint: new URL('frame/middleware.ts', import.meta.url) });
        injectRoutes(resolved.base, command, injectRoute);
      },
      'astro:config:done': ({ config }) => {
        site = config.site;
      },
      'astro:build:done': async ({ dir }) => {
        if (!made) return;
        const folder = fileURLToPath(dir);
        const { reference } = made;
        writeFiles(made, folder, site);
        await writeFile(new URL(INDEX_FILE, dir), JSON.stringify(indexPages(reference, folder)));
        if (options.llms) writeLlms({ reference, folder, site, isFull: options.llms === 'full' });
      },
    },
  };
}

type Setup = Parameters<NonNullable<AstroIntegration['hooks']['astro:config:setup']>>[0];

/** Pages are routes in any case; other files are in `astro dev` only: a build writes them when it is done. */
function injectRoutes(address: string, command: Setup['command'], injectRoute: Setup['injectRoute']): void {
  const base = address === '/' ? '' : address;
  const routes = { [`${base}/[...page]`]: 'ReferencePage.astro' };
  const files = { [`${base}/[...page]/operation.json`]: 'operation.json.ts', '/[...page].md': 'page.md.ts' };
  for (const [pattern, file] of Object.entries({ ...routes, ...(command !== 'build' && files) }))
    injectRoute({ pattern, entrypoint: new URL(`routes/${file}`, import.meta.url) });
}

/** The document's own file and its overlays, or the document itself. */
type Given = { files: [file: string, ...overlays: string[]] } | { document: OpenApiDocument };

function sourceOf({ source, overlays = [] }: ReferenceOptions, root: URL): Given {
  const pathOf = (file: string | URL): string => fileURLToPath(new URL(file, root));
  return typeof source === 'string' || source instanceof URL
    ? { files: [pathOf(source), ...overlays.map(pathOf)] }
    : { document: source };
}

function resolveOptions(options: ReferenceOptions, siteBase: string): ResolvedOptions {
  const {
    base = '/reference',
    title = 'API reference',
    secretVariable = 'API_KEY',
    extensions = [],
    pictures = false,
    internal = false,
    explorer,
    scopes,
    search,
    libraries,
    history,
    samplesRan,
    inPage,
  } = options;
  return {
    base: `/${base.replace(/^\/+|\/+$/g, '')}`,
    siteBase: siteBase.replace(/\/+$/, ''),
    title,
    secretVariable,
    extensions,
    pictures,
    internal,
    languages: options.languages ?? languages.map(({ id }) => id),
    ...(explorer !== undefined && { explorer }),
    ...(scopes !== undefined && { scopes }),
    ...(search !== undefined && { search }),
    ...(libraries && { libraries }),
    ...(history && { history }),
    ...(samplesRan && { samplesRan }),
    ...(inPage && { inPage }),
  };
}

async function bundled(given: Given, logger: AstroIntegrationLogger): Promise<OpenApiDocument> {
  if ('document' in given) return given.document;
  const [file, ...overlays] = given.files;
  return loadDocument(file, { overlays, warn: (line) => logger.warn(line) });
}

/** In `astro dev`, any change beside the document or an overlay reads it again; a broken one is logged and the last good one stays. */
function watch(
  given: Extract<Given, { files: unknown }>,
  changed: URL,
  options: ResolvedOptions,
  logger: AstroIntegrationLogger,
) {
  const folders = [...new Set(given.files.map((file) => dirname(file)))];
  const renew = async (): Promise<void> => {
    handOver(makeReference(await bundled(given, logger), options));
    await writeFile(changed, new Date().toISOString());
  };
  return {
    name: 'reference-watch',
    configureServer(server: {
      watcher: { add(path: string): unknown; on(event: 'change', listener: (file: string) => void): unknown };
    }) {
      for (const folder of folders) server.watcher.add(folder);
      server.watcher.on('change', (file) => {
        if (!folders.some((folder) => file.startsWith(folder)) || !/\.(ya?ml|json)$/.test(file)) return;
        renew().catch((error: unknown) => logger.error(error instanceof DocumentError ? error.message : String(error)));
      });
    },
  };
}
