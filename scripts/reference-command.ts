import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { OpenApiDocument } from '../src/openapi/document/openapi-document.ts';
import { DocumentError, loadDocument } from '../src/openapi/document/load.ts';
import { root } from './paths.ts';
import { besides, inputHash, isCurrent, publish, refusal } from './reference-output.ts';

const usage =
  'Usage: npm run reference -- SPEC --out DIR [--base /reference] [--allow FOLDER …] [--internal] [--llms-full] [--site https://docs.example.com [--pictures]]';

/** A mistake in the command line; the message is all that is told. */
class UsageError extends Error {}

interface Arguments {
  spec: string;
  out: string;
  site: string | undefined;
  base: string;
  pictures: boolean;
  llmsFull: boolean;
  /** Whether what is marked `x-internal` is shown. */
  internal: boolean;
  /** Folders that `$ref`s may lead into, beside the document's own. */
  allow: string[];
}

function readArguments(argv: string[]): Arguments {
  const options = {
    out: { type: 'string' },
    site: { type: 'string' },
    base: { type: 'string', default: '/reference' },
    pictures: { type: 'boolean', default: false },
    'llms-full': { type: 'boolean', default: false },
    internal: { type: 'boolean', default: false },
    allow: { type: 'string', multiple: true },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    const [spec, ...others] = positionals;
    if (spec === undefined || others.length > 0 || !values.out) throw new UsageError(usage);
    const { out, site, base, pictures, internal, allow = [], 'llms-full': llmsFull } = values;
    if (pictures && site === undefined) throw new UsageError(`--pictures needs --site\n${usage}`);
    return {
      spec: resolve(spec),
      out: resolve(out),
      site,
      base,
      pictures,
      llmsFull,
      internal,
      allow: allow.map((folder) => resolve(folder)),
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${(error as Error).message}\n${usage}`);
  }
}

/**
 * Builds into a folder beside `out` and moves it there when all of it is written, so that a failure leaves `out` as it was.
 * @returns Whether anything was to be built.
 */
async function buildReference({ spec, out, allow, ...options }: Arguments): Promise<boolean> {
  const refused = await refusal(out);
  if (refused !== undefined) throw new UsageError(refused);
  const document = await loadDocument(spec, { allow, warn: (line) => console.error(`Note: ${line}`) });
  const madeOf = await inputHash([document, options]);
  if (await isCurrent(out, madeOf)) return false;
  await mkdir(join(root, '.astro'), { recursive: true });
  await mkdir(dirname(out), { recursive: true });
  const project = await mkdtemp(join(root, '.astro', 'reference-'));
  const built = await mkdtemp(besides(out));
  const clean = (): void => [project, built].forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  const stop = (): never => {
    clean();
    return process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await cp(join(root, 'src/site/reference/standalone'), project, { recursive: true });
    await buildSite({ document, project, built, ...options });
    await publish(built, out, madeOf);
    return true;
  } finally {
    clean();
  }
}

interface Site extends Omit<Arguments, 'spec' | 'out' | 'allow'> {
  document: OpenApiDocument;
  /** Astro's root: a copy of `standalone/`. */
  project: string;
  built: string;
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

async function buildSite({ document, project, built, site, base, pictures, llmsFull, internal }: Site): Promise<void> {
  const [
    { build },
    { default: starlight },
    { reference },
    { indexProse },
    { referencePolicy },
    { thirdPartyLicences },
    sharing,
  ] = await Promise.all([
    import('astro'),
    import('@astrojs/starlight'),
    import('../src/site/reference/integration.ts'),
    import('../src/site/reference/search/index-prose.ts'),
    import('../src/site/security/reference-policy.ts'),
    import('../src/site/licences/integration.ts'),
    pictures ? import('../src/site/sharing/integration.ts') : undefined,
  ]);
  const { title } = document.info;
  await build({
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
      indexProse(),
      ...(sharing ? [sharing.sharingPictures({ site: title, tagline: TITLE })] : []),
      thirdPartyLicences(),
      // The last one: it looks at the pages as they are.
      referencePolicy(),
    ],
    vite: {
      cacheDir: join(project, 'vite'),
      server: { fs: { allow: [root] } },
      // Astro writes small scripts into every page; a file is written once, and fetched once.
      build: { assetsInlineLimit: (path: string) => (path.endsWith('.js') ? false : undefined) },
    },
  });
}

/** Builds a site as the command line says, and tells of it. */
export async function run(argv: string[]): Promise<void> {
  try {
    const given = readArguments(argv);
    const isFresh = await buildReference(given);
    console.log(`The reference of ${given.spec} is in ${given.out}${isFresh ? '' : ' already: nothing has changed'}`);
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof DocumentError;
    console.error(isExpected ? error.message : error);
    process.exitCode = 1;
  }
}
