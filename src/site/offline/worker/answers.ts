import type { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { CACHES, OFFLINE_PAGE } from '../cache-names.ts';

/** Gives what is kept under a path. */
export type FindKept = (path: string) => Promise<Response | undefined>;

export function keptIn(controller: PrecacheController): FindKept {
  return async (path) => (await caches.open(CACHES.kept)).match(controller.getCacheKeyForURL(path) ?? path);
}

/** A server that answers with one of these has no page for anybody. */
export function isServerDown({ status }: Response): boolean {
  return status >= 500;
}

/**
 * A file whose name says what is in it: the kept one is always right, and may be one that the site no longer has.
 *
 * @param isKeptOnVisit whether it is to be kept from now on
 */
export async function answerAsset(request: Request, find: FindKept, isKeptOnVisit: boolean): Promise<Response> {
  const { pathname } = new URL(request.url);
  const assets = await caches.open(CACHES.assets);
  const kept = (await find(pathname)) ?? (await assets.match(request.url));
  if (kept) return kept;
  const response = await fetch(request);
  // Without room for it, it is loaded again the next time.
  if (isKeptOnVisit && response.ok) await assets.put(request.url, response.clone()).catch(() => undefined);
  return response;
}

/**
 * A page that is not kept, where the network does not answer.
 * @param slashed the page that was meant, where its last slash is missing
 */
export async function answerWithoutPage(request: Request, find: FindKept, slashed?: string): Promise<Response> {
  if (slashed !== undefined) return Response.redirect(new URL(slashed + new URL(request.url).search, request.url), 302);
  const page = await find(OFFLINE_PAGE);
  if (!page) return Response.error();
  return new Response(page.body, { status: 503, headers: page.headers });
}
