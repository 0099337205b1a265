import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import type { BuildOptions, Metafile } from 'esbuild';
import { licencesText } from '../../src/site/licences/licences-text.ts';
import { packageFolder, readPackage } from '../../src/site/licences/read-package.ts';
import { buildSite } from '../build.ts';
import { dist as site, root } from '../paths.ts';
import { writeDeclarations } from './declarations.ts';
import { packNpm, PackageError, textIn } from './package-builder.ts';
import type { PackageBuilder } from './package-builder.ts';
import type { Component } from '../../src/generators/sbom.ts';

const FOLDER = 'packages/sandbox';
const PACKED = ['package.json', 'README.md', 'CHANGELOG.md', 'Containerfile', 'LICENSE'];
const LIBRARY = 'src/sandbox/library/orbinto-sandbox.ts';

/** What is bundled besides our own code; the build fails where it is another. */
const BUNDLED = [
  '@hono/node-server',
  '@modelcontextprotocol/core',
  '@modelcontextprotocol/server',
  'hono',
  'ipaddr.js',
  'minisearch',
  'zod',
];

/**
 * The library of the agents' protocol takes a validator for what it never has to validate here. Of its two this one is a seventh of the
 * other, and evaluates nothing.
 */
const LIGHT_VALIDATOR = 'node_modules/@modelcontextprotocol/server/dist/shimsWorkerd.mjs';

/** `orbinto-sandbox-<version>.tgz`. */
export const sandboxPackage: PackageBuilder = {
  name: 'sandbox',
  folder: FOLDER,
  identity: () => ({
    name: '@orbinto/sandbox',
    version: versionOf(FOLDER),
    licence: textIn(`${FOLDER}/package.json`, /"license": "([^"]+)"/),
    purl: 'pkg:npm/%40orbinto/sandbox',
    components: BUNDLED.map(componentOf),
  }),
  prepare: () => buildSite({ onlyIfStale: true }),
  async build(out) {
    // In a copy: two builds at a time do not meet.
    const folder = mkdtempSync(join(tmpdir(), 'orbinto-sandbox-'));
    try {
      for (const file of PACKED) cpSync(join(root, FOLDER, file), join(folder, file));
      await buildSandbox(join(folder, 'dist'));
      return packNpm(folder, out);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The command, the library as ES module and as CommonJS, its types, and others' licences. @param dist absolute path of a folder */
export async function buildSandbox(dist: string): Promise<void> {
  const modules = await bundle({
    entryPoints: { cli: 'src/sandbox/npx.ts', sandbox: LIBRARY },
    // What is loaded late in the sources is a file of its own here, too.
    splitting: true,
    format: 'esm',
    chunkNames: 'chunks/[name]-[hash]',
    outdir: dist,
  });
  await bundle({ entryPoints: [LIBRARY], format: 'cjs', outfile: join(dist, 'sandbox.cjs') });
  writePages(join(dist, 'pages.br'));
  writeDeclarations(join(root, LIBRARY), dist, 'sandbox');
  await writeLicences(modules, join(dist, 'third-party-licenses.txt'));
}

/** The pages that agents read, where the site is built; without them they read the operations, which are in the code. */
function writePages(file: string): void {
  const pages = join(site, 'llms-full.txt');
  if (existsSync(pages)) writeFileSync(file, brotliCompressSync(readFileSync(pages)));
}

async function bundle(options: BuildOptions): Promise<Metafile> {
  const { metafile, warnings } = await build({
    ...options,
    absWorkingDir: root,
    bundle: true,
    metafile: true,
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    alias: { '@modelcontextprotocol/server/_shims': join(root, LIGHT_VALIDATOR) },
    define: { PACKAGE_VERSION: JSON.stringify(versionOf(FOLDER)) },
  });
  if (warnings[0]) throw new PackageError(`esbuild: ${warnings[0].text}`);
  return metafile;
}

async function writeLicences({ inputs }: Metafile, file: string): Promise<void> {
  const folders = new Set(Object.keys(inputs).flatMap((path) => packageFolder(join(root, path)) ?? []));
  const packages = await Promise.all([...folders].map(readPackage));
  const names = packages.map(({ name }) => name).toSorted();
  if (names.join() !== BUNDLED.join())
    throw new PackageError(`The sandbox bundles ${names.join(', ')}: say so in BUNDLED`);
  writeFileSync(file, licencesText(packages, 'This package holds code of the packages below, under their licences.'));
}

function componentOf(name: string): Component {
  const folder = `node_modules/${name}`;
  return {
    name,
    version: versionOf(folder),
    licence: textIn(`${folder}/package.json`, /"license": "([^"]+)"/),
    purl: `pkg:npm/${name.replace('@', '%40')}`,
  };
}

function versionOf(folder: string): string {
  return textIn(`${folder}/package.json`, /"version": "([^"]+)"/);
}
