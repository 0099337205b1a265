import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';
import { getMimeType } from 'hono/utils/mime';
import type { Fetcher } from '../src/sandbox/edge/runtime.ts';
import { joinedHeaders, parseHeadersFile } from '../src/site/security/headers-file.ts';
import type { HeaderRule } from '../src/site/security/headers-file.ts';

/** Types that Hono's table lacks. */
const TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
};
const HEADERS_FILE = '/_headers';
/** Below this it is not worth it to compress. */
const SMALL = 1024;

/**
 * The built site as a static host serves it: the headers of its `_headers` file, compression, conditional requests, a redirect to the
 * address with the trailing slash, `404.html` for the rest. The engine's disk knows files and folders, and nothing else.
 */
export class Site {
  #rules: Promise<HeaderRule[]> | undefined;

  async fetch(request: Request, disk: Fetcher): Promise<Response> {
    const { pathname } = new URL(request.url);
    const response = await answer(request, disk);
    // They are read once: a build comes with a start.
    this.#rules ??= read(disk, HEADERS_FILE).then(async (file) => parseHeadersFile((await file?.text()) ?? ''));
    const rules = await this.#rules;
    for (const [name, value] of joinedHeaders(rules, pathname)) response.headers.set(name, value);
    return response;
  }
}

async function answer(request: Request, disk: Fetcher): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response('Method not allowed', { status: 405, headers: { Allow: 'GET, HEAD' } });
  const { pathname, search } = new URL(request.url);
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const file = pathname === HEADERS_FILE ? undefined : await read(disk, path);
  if (file) return present(request, file, path, 200);
  if (!pathname.endsWith('/') && (await read(disk, `${pathname}/index.html`))) {
    // Two slashes at its beginning would make of an address that of another host.
    const headers = { Location: `${pathname.replace(/^[/\\]+/, '/')}/${search}` };
    return new Response(null, { status: 301, headers });
  }
  const missing = await read(disk, '/404.html');
  return missing ? present(request, missing, '/404.html', 404) : new Response('Not found', { status: 404 });
}

/** A file; undefined for a folder, and for what is not there. */
async function read(disk: Fetcher, path: string): Promise<Response | undefined> {
  const response = await disk.fetch(`http://site${path}`);
  const isFile = response.ok && response.headers.get('Content-Type') !== 'application/json';
  return isFile ? response : undefined;
}

function present(request: Request, file: Response, path: string, status: 200 | 404): Response {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const type = TYPES[extension] ?? getMimeType(path) ?? 'application/octet-stream';
  const headers = new Headers({ 'Content-Type': type, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' });
  const modified = file.headers.get('Last-Modified');
  if (modified !== null && status === 200) headers.set('Last-Modified', modified);
  if (modified !== null && status === 200 && request.headers.get('If-Modified-Since') === modified)
    return new Response(null, { status: 304, headers });
  const length = Number(file.headers.get('Content-Length') ?? SMALL);
  const isCompressed = length >= SMALL && COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) && takesGzip(request);
  // The engine compresses what is said to be.
  if (isCompressed) headers.set('Content-Encoding', 'gzip');
  return new Response(request.method === 'HEAD' ? null : file.body, { status, headers });
}

function takesGzip({ headers }: Request): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(headers.get('Accept-Encoding') ?? '');
}
