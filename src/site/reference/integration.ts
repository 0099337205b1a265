import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { languages } from '../../generators/samples/languages.ts';
import { DocumentError, loadDocument } from '../../openapi/document/load.ts';
import { toOpenApi31 } from '../../openapi/convert/upgrade.ts';
import { rewriteLinks } from './document-links.ts';
import { listSpacing } from './list-spacing.ts';
import { writeLlms } from './llms.ts';
import { buildReference } from './model.ts';
import type { Reference } from './model.ts';
import type { ReferenceOptions, ResolvedOptions } from './options.ts';
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
  let built: Reference | undefined;
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
        const source = sourceOf(options.source, config.root);
        const data = new URL('document.json', createCodegenDir());
        const resolved = resolveOptions(options, config.base);
        built = await writeDocument(source, data, resolved, logger);
        const console =
          options.console === undefined ? undefined : fileURLToPath(new URL(options.console, config.root));
        updateConfig({
          vite: {
            plugins: [
              listSpacing(),
              referenceModules({ data, options: resolved, outDir: config.outDir, console }),
              ...(command === 'dev' && typeof source === 'string' ? [watch(source, data, resolved, logger)] : []),
            ],
          },
        });
        if (options.sameFrame && command === 'build')
          addMiddleware({ order: 'pre', entrypoint: new URL('frame/middleware.ts', import.meta.url) });
        const base = resolved.base === '/' ? '' : resolved.base;
        injectRoute({
          pattern: `${base}/[...page]`,
          entrypoint: new URL('routes/ReferencePage.astro', import.meta.url),
        });
        if (command === 'build') {
          // Its pattern is such that Astro comes to it after all pages.
          injectRoute({ pattern: '/[...files].written', entrypoint: new URL('routes/files.ts', import.meta.url) });
          return;
        }
        injectRoute({
          pattern: `${base}/[...page]/operation.json`,
          entrypoint: new URL('routes/operation.json.ts', import.meta.url),
        });
        injectRoute({ pattern: '/[...page].md', entrypoint: new URL('routes/page.md.ts', import.meta.url) });
      },
      'astro:config:done': ({ config }) => {
        site = config.site;
      },
      'astro:build:done': async ({ dir }) => {
        if (!built) return;
        const folder = fileURLToPath(dir);
        await writeFile(new URL(INDEX_FILE, dir), JSON.stringify(indexPages(built, folder)));
        if (options.llms) writeLlms({ reference: built, folder, site, isFull: options.llms === 'full' });
      },
    },
  };
}

/** Path of the file, or the document itself. */
function sourceOf(source: ReferenceOptions['source'], root: URL): string | OpenApiDocument {
  return typeof source === 'string' || source instanceof URL ? fileURLToPath(new URL(source, root)) : source;
}

function resolveOptions(options: ReferenceOptions, siteBase: string): ResolvedOptions {
  const {
    base = '/reference',
    title = 'API reference',
    secretVariable = 'API_KEY',
    extensions = [],
    pictures = false,
    explorer,
    scopes,
  } = options;
  return {
    base: `/${base.replace(/^\/+|\/+$/g, '')}`,
    siteBase: siteBase.replace(/\/+$/, ''),
    title,
    secretVariable,
    extensions,
    pictures,
    languages: options.languages ?? languages.map(({ id }) => id),
    ...(explorer !== undefined && { explorer }),
    ...(scopes !== undefined && { scopes }),
  };
}

/** Pages read the bundled document from a file: it is parsed once for the integration and once for the pages, bundled once. */
async function writeDocument(
  source: string | OpenApiDocument,
  data: URL,
  options: ResolvedOptions,
  logger: AstroIntegrationLogger,
): Promise<Reference> {
  const warn = (line: string): void => logger.warn(line);
  const document = toOpenApi31(typeof source === 'string' ? await loadDocument(source, warn) : source);
  const built = buildReference(document, options);
  await mkdir(new URL('.', data), { recursive: true });
  await writeFile(data, rewriteLinks(JSON.stringify(document), built));
  return built;
}

/** In `astro dev`, any change beside the document bundles it again; a broken one is logged and the last good one stays. */
function watch(source: string, data: URL, options: ResolvedOptions, logger: AstroIntegrationLogger) {
  const folder = dirname(source);
  return {
    name: 'reference-watch',
    configureServer(server: {
      watcher: { add(path: string): unknown; on(event: 'change', listener: (file: string) => void): unknown };
    }) {
      server.watcher.add(folder);
      server.watcher.on('change', (file) => {
        if (!file.startsWith(folder) || !/\.(ya?ml|json)$/.test(file)) return;
        writeDocument(source, data, options, logger).catch((error: unknown) =>
          logger.error(error instanceof DocumentError ? error.message : String(error)),
        );
      });
    },
  };
}
