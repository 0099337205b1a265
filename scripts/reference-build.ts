// The part of `npm run reference` that reads the document and builds the site: a process of its own, started by reference-command.ts.
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { AstroInlineConfig } from 'astro';
import type { OpenApiDocument } from '../src/openapi/document/openapi-document.ts';
import { DocumentError, isTooDeep } from '../src/openapi/document/document-error.ts';
import { loadDocument } from '../src/openapi/document/load.ts';
import { root } from './paths.ts';
import type { Arguments, Folders } from './reference-command.ts';
import { inputHash, isCurrent, publish } from './reference-output.ts';

// Most of what making a page takes is garbage: collected whenever a third was added to the heap, it never fills much more than is needed.
setFlagsFromString('--heap-growing-percent=30');

/**
 * Builds into a folder beside `out` and moves it there when all of it is written, so that a failure leaves `out` as it was.
 * @returns Whether anything was to be built.
 */
async function buildReference(
  { spec, out, allow, overlays, ...options }: Arguments,
  { project, built }: Folders,
): Promise<boolean> {
  const document = await loadDocument(spec, { allow, overlays, warn: (line) => console.error(`Note: ${line}`) });
  const madeOf = await inputHash([document, options]);
  if (await isCurrent(out, madeOf)) return false;
  await Promise.all([project, built].map((folder) => mkdir(folder, { recursive: true })));
  await cp(join(root, 'src/site/reference/standalone'), project, { recursive: true });
  await buildSite({ document, project, built, ...options });
  await publish(built, out, madeOf);
  return true;
}

interface Site extends Omit<Arguments, 'spec' | 'out' | 'allow' | 'overlays'>, Folders {
  document: OpenApiDocument;
}

const component = (path: string): string => fileURLToPath(new URL(`../src/site/${path}.astro`, import.meta.url));
/** Of Starlight's own parts, those that are replaced. */
const COMPONENTS = {
  Search: component('reference/search/Search'),
  Sidebar: component('reference/components/Sidebar'),
  LanguageSelect: component('reference/standalone/LanguageSelect'),
  ThemeProvider: component('components/starlight/ThemeProvider'),
  ThemeSelect: component('components/starlight/ThemeSelect'),
};

const TITLE = 'API reference';

/**
 * Before a build, Astro starts a server of its own to find out what is in content collections. A site with a reference only has none,
 * and that would be a fifth of a small build.
 */
const WITHOUT_COLLECTIONS = { devOutput: false, sync: false };

/** Loaded only where there is something to build. */
const loadTools = (pictures: boolean) =>
  Promise.all([
    import('astro'),
    import('@astrojs/starlight'),
    import('../src/site/reference/integration.ts'),
    import('../src/site/reference/rendered-pages.ts'),
    import('../src/site/reference/search/index-prose.ts'),
    import('../src/site/security/reference-policy.ts'),
    import('../src/site/licences/integration.ts'),
    pictures ? import('../src/site/sharing/integration.ts') : undefined,
  ]);

async function buildSite({ document, project, built, site, base, pictures, llmsFull, internal }: Site): Promise<void> {
  const [
    { build },
    { default: starlight },
    { reference },
    { renderedPages },
    { indexProse },
    { referencePolicy },
    { thirdPartyLicences },
    sharing,
  ] = await loadTools(pictures);
  const { title } = document.info;
  const [prose, policy] = [indexProse(), referencePolicy()];
  const config: AstroInlineConfig = {
    root: project,
    srcDir: '.',
    outDir: built,
    configFile: false,
    logLevel: 'error',
    trailingSlash: 'always',
    ...(site !== undefined && { site }),
    ...(base !== '/' && { redirects: { '/': `${base}/` } }),
    // While one page is written, the next is rendered.
    build: { concurrency: 4 },
    integrations: [
      starlight({
        title,
        customCss: [fileURLToPath(new URL('../src/site/styles/index.css', import.meta.url))],
        disable404Route: true,
        expressiveCode: false,
        pagefind: true,
        sidebar: [],
        components: COMPONENTS,
      }),
      reference({
        source: document,
        base,
        title: TITLE,
        llms: llmsFull ? 'full' : 'list',
        pictures,
        internal,
        sameFrame: true,
      }),
      prose,
      ...(sharing ? [sharing.sharingPictures({ site: title, tagline: TITLE })] : []),
      thirdPartyLicences(),
      policy,
      renderedPages(prose, policy),
    ],
    vite: {
      cacheDir: join(project, 'vite'),
      server: { fs: { allow: [root] } },
      // Astro writes small scripts into every page; a file is written once, and fetched once.
      build: { assetsInlineLimit: (path: string) => (path.endsWith('.js') ? false : undefined) },
    },
  };
  await build(config, WITHOUT_COLLECTIONS);
}

/** What is told of an error: a line where it is the document's, all of it where it is ours. */
function told(error: unknown): unknown {
  if (error instanceof DocumentError) return error.message;
  return isTooDeep(error) ? 'The document cannot be shown: its schemas include each other too deeply.' : error;
}

/** Whoever started this has gone: nobody waits for the site any more, or cleans up after it. */
const exit = (): never => process.exit(1);
process.once('disconnect', exit);
process.once('message', (message: { given: Arguments; folders: Folders }) => {
  buildReference(message.given, message.folders)
    .then((isFresh) => {
      const { spec, out } = message.given;
      console.log(`The reference of ${spec} is in ${out}${isFresh ? '' : ' already: nothing has changed'}`);
    })
    .catch((error: unknown) => {
      console.error(told(error));
      process.exitCode = 1;
    })
    .finally(() => process.off('disconnect', exit).disconnect?.());
});
