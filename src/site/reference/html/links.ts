import type { ExternalDocs } from '../../../openapi/document/openapi-document.ts';
import { markup } from '../../../text/markup.ts';
import type { Html } from '../../../text/markup.ts';

/** An address of the document that is safe to follow: of the web, of mail, or within the site; else nothing. */
export function safeHref(url: string | undefined): string | undefined {
  const text = url?.trim() ?? '';
  if (text === '' || (/^[^/?#]*:/.test(text) && !/^(?:https?|mailto):/i.test(text))) return undefined;
  return text;
}

/** In `astro dev`, pages have modules of their own, but they are made in the process of the integration. */
const shared = globalThis as { [key: symbol]: string | undefined };
const SITE = Symbol.for('reference-site');

/** The integration tells where the site will be, where that is known. */
export function siteIs(address: string | undefined): void {
  shared[SITE] = address;
}

/** An address of the site itself without its origin: it leads to the page where the reader is, be it on another host. */
function withinSite(href: string): string {
  const site = shared[SITE];
  const own = site && `${site.replace(/\/$/, '')}/`;
  return own && href.startsWith(own) ? href.slice(own.length - 1) : href;
}

/** A link of the document's, or its text alone where it leads nowhere safe. */
export function linkTo(url: string | undefined, text: string): Html {
  const href = safeHref(url);
  return href === undefined ? markup`${text}` : markup`<a href="${withinSite(href)}">${text}</a>`;
}

/** A line that leads to what stands elsewhere about it. */
export function externalDocsLine(docs: ExternalDocs | undefined): Html | undefined {
  return docs && markup`<p class="external">${linkTo(docs.url, docs.description ?? docs.url)}</p>`;
}
