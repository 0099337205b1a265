import { Hono } from 'hono';
import type { Context } from 'hono';
import { etag } from 'hono/etag';
import { parseAccept } from 'hono/utils/accept';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';
import { getMimeType } from 'hono/utils/mime';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiatePage } from '../src/site/markdown-pages/negotiate.ts';
import { joinedHeaders, parseHeadersFile } from '../src/site/security/headers-file.ts';
import type { HeaderRule } from '../src/site/security/headers-file.ts';
import { hostOf, isAllowedHost } from '../src/sandbox/checks/host.ts';

/** A file of the site as it was last read, with the encodings that somebody has asked for so far. */
interface StaticFile {
  readonly modified: number;
  readonly type: string;
  readonly hash: string;
  readonly body: Buffer<ArrayBuffer>;
  readonly encoded: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>;
}

type Encoding = 'br' | 'gzip';

const encoders = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
};

/** Types that Hono's table lacks. */
const types: Readonly<Record<string, string>> = {
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
};

/**
 * Serves a built site as a static host would that asks for the language of its clients: pages as HTML or as Markdown.
 *
 * @param directory The folder of the build.
 * @param served Where it is served, if a name that leads here unasked (DNS rebinding) is to be refused.
 */
export function siteApp(directory: string, served?: Served): Hono {
  const files = filesApp(directory, served);
  return new Hono().all('*', ({ req }) => negotiatePage(req.raw, (request) => files.fetch(request)));
}

/**
 * The files of a site: headers of its `_headers` file, compression, conditional requests, a redirect to the address with the trailing
 * slash, `404.html` for the rest.
 */
function filesApp(directory: string, served?: Served): Hono {
  const root = resolve(directory);
  const files = new Map<string, StaticFile>();
  const app = new Hono();
  app.use(securityHeadersOf(root));
  if (served) app.use(hostCheck(served));
  app.use(etag());
  app.on(['GET', 'HEAD'], '*', async (context) => {
    const { pathname, search } = new URL(context.req.url);
    const path = locate(root, pathname);
    // Two slashes at its beginning would make of an address that of another host.
    if (path && isDirectory(path) && !pathname.endsWith('/'))
      return context.redirect(`${pathname.replace(/^[/\\]+/, '/')}/${search}`, 301);
    const file = path && (await read(files, pathname.endsWith('/') ? join(path, 'index.html') : path));
    if (file) return respond(context, file, 200);
    const missing = await read(files, join(root, '404.html'));
    return missing ? respond(context, missing, 404) : context.text('Not found', 404);
  });
  app.all('*', (context) => context.text('Method not allowed', 405, { Allow: 'GET, HEAD' }));
  return app;
}

/** What a site is reached by. */
export interface Served {
  /** The address that the server listens on. */
  host: string;
  /** Names that may stand in `Host` besides. */
  names: readonly string[];
}

function hostCheck({ host, names }: Served) {
  return async (context: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    const asked = hostOf(new URL(context.req.url).host);
    if (isAllowedHost(asked, host, names)) return void (await next());
    return context.text(`This site is not served as ${asked}; --allow-host ${asked} lets it be.`, 421);
  };
}

/** Adds what the `_headers` file says; it is read again when a build has replaced it. */
function securityHeadersOf(root: string) {
  let rules: HeaderRule[] = [];
  let modified = 0;
  return async (context: Context, next: () => Promise<void>): Promise<void> => {
    await next();
    const file = join(root, '_headers');
    const changed = existsSync(file) ? statSync(file).mtimeMs : 0;
    if (changed !== modified) rules = changed ? parseHeadersFile(readFileSync(file, 'utf8')) : [];
    modified = changed;
    const { pathname } = new URL(context.req.url);
    for (const [name, value] of joinedHeaders(rules, pathname)) context.res.headers.set(name, value);
  };
}

/** The file or folder that an address names; undefined outside of the root and for what hosts keep to themselves. */
function locate(root: string, pathname: string): string | undefined {
  try {
    const path = resolve(root, `.${decodeURIComponent(pathname)}`);
    const inside = path === root || path.startsWith(root + sep);
    return inside && path !== join(root, '_headers') ? path : undefined;
  } catch {
    return undefined;
  }
}

function isDirectory(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** A path with a null byte throws instead of being absent. */
function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

async function read(files: Map<string, StaticFile>, path: string): Promise<StaticFile | undefined> {
  const stat = statOf(path);
  if (!stat?.isFile()) return undefined;
  const known = files.get(path);
  if (known?.modified === stat.mtimeMs) return known;
  const type = types[extname(path)] ?? getMimeType(path) ?? 'application/octet-stream';
  const body = await readFile(path);
  const hash = createHash('sha256').update(body).digest('base64url');
  const file = { modified: stat.mtimeMs, type, hash, body, encoded: new Map() };
  files.set(path, file);
  return file;
}

/** Brotli where the client takes it, else gzip, for types and sizes that gain by it. */
function encodingFor(context: Context, file: StaticFile): Encoding | undefined {
  if (file.body.length < 1024 || !COMPRESSIBLE_CONTENT_TYPE_REGEX.test(file.type)) return undefined;
  const accepted = parseAccept(context.req.header('Accept-Encoding') ?? '');
  return (['br', 'gzip'] as const).find((name) => accepted.some(({ type, q }) => type === name && q > 0));
}

async function respond(context: Context, file: StaticFile, status: 200 | 404): Promise<Response> {
  const encoding = encodingFor(context, file);
  context.header('Content-Type', file.type);
  context.header('Cache-Control', 'no-cache');
  context.header('Vary', 'Accept-Encoding');
  if (status === 200) context.header('ETag', `"${file.hash}${encoding ? `-${encoding}` : ''}"`);
  if (!encoding) return context.body(file.body, status);
  const encoded = file.encoded.get(encoding) ?? encoders[encoding](file.body);
  file.encoded.set(encoding, encoded);
  context.header('Content-Encoding', encoding);
  return context.body(await encoded, status);
}
