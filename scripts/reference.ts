// `npm run reference -- SPEC --out DIR`: a site with nothing but the reference of one OpenAPI document.
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { OpenApiDocument } from '../src/openapi/document.ts';
import { DocumentError, loadDocument } from '../src/openapi/load.ts';
import { root } from './paths.ts';

const usage = 'Usage: npm run reference -- SPEC --out DIR [--site https://docs.example.com] [--base /reference]';

/** A mistake in the command line; the message is all that is told. */
class UsageError extends Error {}

interface Arguments {
  spec: string;
  out: string;
  site: string | undefined;
  base: string;
}

function readArguments(argv: string[]): Arguments {
  const options = {
    out: { type: 'string' },
    site: { type: 'string' },
    base: { type: 'string', default: '/reference' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    const [spec, ...others] = positionals;
    if (spec === undefined || others.length > 0 || !values.out) throw new UsageError(usage);
    return { spec: resolve(spec), out: resolve(values.out), site: values.site, base: values.base };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${(error as Error).message}\n${usage}`);
  }
}

/** Builds into a folder beside `out` and moves it there when all of it is written, so that a failure leaves `out` as it was. */
async function buildReference({ spec, out, site, base }: Arguments): Promise<void> {
  const document = await loadDocument(spec);
  await mkdir(join(root, '.astro'), { recursive: true });
  await mkdir(dirname(out), { recursive: true });
  const project = await mkdtemp(join(root, '.astro', 'reference-'));
  const built = await mkdtemp(join(dirname(out), '.reference-'));
  try {
    await cp(join(root, 'src/site/reference/standalone'), project, { recursive: true });
    await buildSite({ document, project, built, site, base });
    await rm(out, { recursive: true, force: true });
    await rename(built, out);
  } finally {
    await rm(project, { recursive: true, force: true });
    await rm(built, { recursive: true, force: true });
  }
}

interface Site {
  document: OpenApiDocument;
  /** Astro's root: a copy of `standalone/`. */
  project: string;
  built: string;
  site: string | undefined;
  base: string;
}

async function buildSite({ document, project, built, site, base }: Site): Promise<void> {
  const [{ build }, { default: starlight }, { reference }] = await Promise.all([
    import('astro'),
    import('@astrojs/starlight'),
    import('../src/site/reference/integration.ts'),
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
    integrations: [
      starlight({
        title,
        customCss: [fileURLToPath(new URL('../src/site/styles/index.css', import.meta.url))],
        disable404Route: true,
        expressiveCode: false,
        pagefind: true,
        sidebar: [],
      }),
      reference({ source: document, base, title: 'API reference' }),
    ],
    vite: { cacheDir: join(project, 'vite'), server: { fs: { allow: [root] } } },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const given = readArguments(process.argv.slice(2));
    await buildReference(given);
    console.log(`The reference of ${given.spec} is in ${given.out}`);
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof DocumentError;
    console.error(isExpected ? error.message : error);
    process.exitCode = 1;
  }
}
