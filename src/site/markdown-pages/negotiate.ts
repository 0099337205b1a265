import { parseAccept } from 'hono/utils/accept';
import { markdownAddress } from '../reference/markdown-address.ts';

const HTML = 'text/html';
const MARKDOWN = 'text/markdown';
const NOT_FOUND = '/404.md';

/**
 * Answers a request for a page by what its `Accept` header would rather have: the page, or its Markdown. Whatever is no page, and a page
 * that stands as HTML alone, is answered as a host without this does.
 *
 * @param host The static host: answers a request by the file at its address, `404` where there is none.
 * @returns The host's response. One that could have been another by `Accept` says so in `Vary`, so that caches keep them apart; the
 * Markdown names its own address in `Content-Location`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-proactive-negotiation
 */
export async function negotiatePage(
  request: Request,
  host: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (!isPage(pathname) || !['GET', 'HEAD'].includes(request.method)) return host(request);
  if (!prefersMarkdown(request.headers.get('Accept'))) return varying(await host(request));
  if (pathname.endsWith('/')) {
    const address = markdownAddress(pathname);
    const markdown = await host(requestFor(request, address));
    if (markdown.ok || markdown.status === 304) return varying(markdown, { 'Content-Location': address });
  }
  const page = await host(request);
  if (page.status !== 404) return varying(page);
  const missing = await host(requestFor(request, NOT_FOUND));
  return varying(missing.ok ? new Response(missing.body, { status: 404, headers: missing.headers }) : page);
}

/**
 * Whether a client would rather have Markdown than HTML. One that takes both alike gets Markdown only if it names it: a browser, and
 * whoever takes anything, gets the page.
 */
export function prefersMarkdown(accept: string | null): boolean {
  const ranges = parseAccept(accept ?? '');
  const markdown = quality(ranges, MARKDOWN);
  const html = quality(ranges, HTML);
  const isNamed = ranges.some(({ type }) => type.toLowerCase() === MARKDOWN);
  return markdown > html || (isNamed && markdown > 0 && markdown === html);
}

/** How much a type is wanted, by the range that speaks of it most closely; 0 for one that none does. */
function quality(ranges: ReturnType<typeof parseAccept>, type: string): number {
  const closest = [type, `${type.split('/', 1)[0]}/*`, '*/*']
    .map((range) => ranges.find((each) => each.type.toLowerCase() === range))
    .find((each) => each !== undefined);
  return closest?.q ?? 0;
}

/** Addresses of pages end with a slash; one that lacks it may be a page's, or that of nothing. Files have an extension. */
function isPage(pathname: string): boolean {
  return !/\.[^/.]+$/.test(pathname);
}

function requestFor(request: Request, address: string): Request {
  return new Request(new URL(address, request.url), request);
}

function varying(response: Response, headers: Readonly<Record<string, string>> = {}): Response {
  const copy = new Response(response.body, response);
  for (const [name, value] of Object.entries(headers)) copy.headers.set(name, value);
  copy.headers.append('Vary', 'Accept');
  return copy;
}
