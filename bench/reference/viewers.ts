import { globSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../scripts/paths.ts';
import { installPeers } from '../peers.ts';
import { ownBuilder, starlightOpenapi } from './builders.ts';
import { redocBundle } from './redoc.ts';

/** Shows a document: a folder to serve, and where in it the operation is. */
export interface Viewer {
  readonly name: string;
  readonly folder: string;
  readonly path: string;
  /** CSS of the elements of which one holds the summary. */
  readonly heading: string;
}

/** The operation that is looked at. */
export interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
}

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const HEADINGS = 'h1, h2, h3, h4';

/** The operation of that id in a document. @throws if there is none */
export async function findOperation(file: string, id: string): Promise<Operation> {
  type Item = Readonly<Record<string, { operationId?: string; summary?: string; tags?: string[] }>>;
  const { paths } = parse(await readFile(file, 'utf8'), { maxAliasCount: -1 }) as { paths: Record<string, Item> };
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (operation.operationId !== id) continue;
      return { id, path, method, summary: operation.summary ?? '', tag: operation.tags?.[0] ?? '' };
    }
  }
  throw new Error(`${file} has no operation ${id}`);
}

/** All of them, made ready to serve below `folder`. */
export async function makeViewers(folder: string, spec: string, operation: Operation): Promise<Viewer[]> {
  const sites = [ownBuilder(folder), await starlightOpenapi(folder)];
  const built: Viewer[] = [];
  for (const { name, out, build } of sites) {
    await build(spec);
    built.push({ name, folder: out, path: pageOf(out, operation), heading: 'h1' });
  }
  return [...built, ...(await clientRendered(folder, spec, operation))];
}

/** The page of an operation in a built site: its folder is called as the operation, in some spelling. */
function pageOf(out: string, { id }: Operation): string {
  const pages = globSync('reference/*/*/index.html', { cwd: out }).map((file) => dirname(file).replaceAll('\\', '/'));
  const page = pages.find((path) => slug(path.split('/').at(-1) ?? '') === slug(id));
  if (page === undefined) throw new Error(`${out} has no page of ${id}`);
  return `/${page}/`;
}

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>API</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;

async function clientRendered(folder: string, spec: string, operation: Operation): Promise<Viewer[]> {
  const find = await installPeers();
  const { id, tag, method, path } = operation;
  const scalar = join(root, 'node_modules/@scalar/api-reference/dist/browser/standalone.js');
  const file = spec.endsWith('.json') ? 'openapi.json' : 'openapi.yaml';
  const viewer = async (name: string, files: Readonly<Record<string, string>>, body: string): Promise<string> => {
    const site = join(folder, name);
    await mkdir(site);
    for (const [as, from] of Object.entries({ ...files, [file]: spec })) await copyFile(from, join(site, as));
    await writeFile(join(site, 'index.html'), page(body));
    return site;
  };
  return [
    {
      name: 'Redoc',
      folder: await viewer(
        'redoc',
        { 'viewer.js': await redocBundle() },
        `<redoc spec-url="/${file}"></redoc><script type="module" src="/viewer.js"></script>`,
      ),
      path: `/#/${slug(tag)}/${id}`,
      heading: HEADINGS,
    },
    {
      name: 'Scalar',
      folder: await viewer(
        'scalar',
        { 'viewer.js': scalar },
        `<div id="app"></div><script src="/viewer.js"></script><script>Scalar.createApiReference('#app', { url: '/${file}', telemetry: false, withDefaultFonts: false })</script>`,
      ),
      path: `/#tag/${slug(tag)}/${method.toUpperCase()}${path}`,
      heading: HEADINGS,
    },
    {
      name: 'Swagger UI',
      folder: await viewer(
        'swagger-ui',
        {
          'viewer.js': find('swagger-ui-dist/swagger-ui-bundle.js'),
          'viewer.css': find('swagger-ui-dist/swagger-ui.css'),
        },
        `<link rel="stylesheet" href="/viewer.css"><div id="app"></div><script src="/viewer.js"></script><script>SwaggerUIBundle({ url: '/${file}', dom_id: '#app', deepLinking: true })</script>`,
      ),
      path: `/#/${encodeURIComponent(tag)}/${id}`,
      heading: '.opblock-summary-description',
    },
  ];
}
