import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { findNpm } from '../../scripts/bootstrap/process.mjs';
import { peersFolder } from '../peers.ts';
import { runMeasured } from './process-tree.ts';
import type { Usage } from './process-tree.ts';

/** Makes a site from an OpenAPI document. */
export interface Builder {
  readonly name: string;
  /** Where the last site lies. */
  readonly out: string;
  /** Whether a page, by its path below `out`, is an operation's. */
  readonly isOperation: (path: string) => boolean;
  /** Puts aside what an earlier build left, caches included. */
  clean(): Promise<void>;
  readonly build: (spec: string) => Promise<Usage>;
}

/** `npm run reference`. */
export function ownBuilder(folder: string): Builder {
  const out = join(folder, 'own');
  return {
    name: 'npm run reference',
    out,
    // reference/TAG/OPERATION/index.html
    isOperation: (path) => path.split(/[\\/]/).length === 4,
    clean: () => putAside(folder, [out]),
    build: (spec) => npmRun(root, ['reference', '--', spec, '--out', out]),
  };
}

/** Astro compiles the packages that a project names, so they are named; they are found among the peers. */
const PROJECT = {
  private: true,
  type: 'module',
  scripts: { build: 'astro build' },
  dependencies: { '@astrojs/starlight': '*', astro: '*', 'starlight-openapi': '*' },
};
const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightOpenAPI, { openAPISidebarGroups } from 'starlight-openapi';
const plugins = [starlightOpenAPI([{ base: 'reference', schema: process.env.SPEC }])];
export default defineConfig({ integrations: [starlight({ title: 'API', plugins, sidebar: openAPISidebarGroups })] });
`;
const CONTENT = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** A project of Starlight with the plugin starlight-openapi and nothing else, set up as its own guide says. */
export async function starlightOpenapi(folder: string): Promise<Builder> {
  const project = join(folder, 'starlight-openapi');
  const files = {
    'package.json': JSON.stringify(PROJECT),
    'astro.config.mjs': CONFIG,
    'src/content.config.ts': CONTENT,
    'src/content/docs/index.md': '---\ntitle: API\n---\n',
  };
  await mkdir(join(project, 'src/content/docs'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(project, name), text);
  const out = join(project, 'dist');
  const caches = [out, join(project, '.astro'), join(project, 'node_modules')];
  return {
    name: 'starlight-openapi',
    out,
    isOperation: (path) => /operations[\\/](?!tags[\\/])/.test(path),
    clean: () => putAside(folder, caches),
    build: (spec) => npmRun(project, ['build'], { SPEC: spec }),
  };
}

let aside = 0;

/**
 * Moves what is there to a place of its own, where nobody looks until the benchmark ends. Deleting it would slow the next build: ext4
 * tries the place of each file that was deleted in the last minutes before it finds one for a new file.
 */
async function putAside(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths.filter((one) => existsSync(one))) {
    const place = join(folder, 'aside', String((aside += 1)));
    await mkdir(place, { recursive: true });
    await rename(path, join(place, basename(path)));
  }
}

function npmRun(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Usage> {
  const quiet = { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  return runMeasured({ file: process.execPath, args: [findNpm(), 'run', ...args], cwd, env: { ...quiet, ...env } });
}

/** A folder for the time of the benchmark, below the peers so that a project in it finds their packages; removed in the end. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(peersFolder, '.astro', `reference-${process.pid}`);
  await mkdir(folder, { recursive: true });
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
