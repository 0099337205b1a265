import type { Hono } from 'hono';
import { mapLinks } from '../../../src/generators/markdown/markdown-syntax.ts';

const SITE = 'https://developers.orbinto.com';

/** What an answer of the site has told of another address of it. */
export interface Link {
  readonly path: string;
  /** What the link is called, or what it is to what names it. */
  readonly text: string;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** What is looked for among the links. */
export type Wanted = Partial<Record<'text' | 'rel' | 'type' | 'path', string | RegExp>>;

/**
 * Reads the site as a program that knows nothing of it but its address: what it fetches, an earlier answer has told of. It counts what it
 * reads, uncompressed: the bodies, and the links that headers tell of.
 */
export class SiteReader {
  readonly #app: Hono;
  readonly #links: Link[] = [];
  requests = 0;
  bytes = 0;

  constructor(app: Hono) {
    this.#app = app;
  }

  /** The answer of the first page, without its body: its headers lead to the rest. */
  async open(): Promise<void> {
    await this.#fetch('/', { method: 'HEAD' });
  }

  /** Reads what one of the links that are known leads to, as Markdown where there is some. */
  async read(wanted: Wanted): Promise<string> {
    const { path } = this.find(wanted);
    const response = await this.#fetch(path, { headers: { Accept: 'text/markdown, application/json, */*;q=0.5' } });
    const text = await response.text();
    this.bytes += Buffer.byteLength(text);
    this.#links.push(...linksIn(text, response.headers.get('Content-Type') ?? '', path));
    return text;
  }

  /** The first link that is as wanted. @throws where no answer has told of one */
  find(wanted: Wanted): Link {
    const sought = Object.entries(wanted) as [keyof Link, string | RegExp][];
    const link = this.#links.find((one) =>
      sought.every(([field, value]) =>
        typeof value === 'string' ? one[field] === value : value.test(one[field] ?? ''),
      ),
    );
    if (link) return link;
    const told = sought.map(([field, value]) => `${field} ${String(value)}`).join(', ');
    throw new Error(`Nothing that was read leads on to ${told}.`);
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    this.requests += 1;
    const response = await this.#app.request(path, init);
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    const header = response.headers.get('Link') ?? '';
    this.bytes += Buffer.byteLength(header);
    this.#links.push(...linksOfHeader(header, path));
    return response;
  }
}

function toLink(href: string, from: string, rest: Omit<Link, 'path'>): Link[] {
  const url = URL.parse(href, SITE + from);
  return url?.origin === SITE ? [{ path: url.pathname, ...rest }] : [];
}

/** @see https://www.rfc-editor.org/rfc/rfc8288 */
function linksOfHeader(header: string, from: string): Link[] {
  return [...header.matchAll(/<([^>]+)>([^,]*)/g)].flatMap(([, href = '', parameters = '']) => {
    const rel = /rel="?([^";]+)/.exec(parameters)?.[1];
    return toLink(href, from, { text: rel ?? '', rel, type: /type="([^"]+)"/.exec(parameters)?.[1] });
  });
}

function linksIn(text: string, type: string, from: string): Link[] {
  if (type.startsWith('text/')) return linksOfMarkdown(text, from);
  return /[/+]json\b/.test(type) ? linksOfJson(JSON.parse(text) as unknown, from) : [];
}

function linksOfMarkdown(text: string, from: string): Link[] {
  const hrefs = new Set<string>();
  mapLinks(text, (href) => {
    hrefs.add(href);
    return href;
  });
  return [...hrefs].flatMap((href) => {
    const [before = ''] = text.split(`](${href}`);
    return toLink(href, from, { text: before.slice(before.lastIndexOf('[') + 1).replaceAll('`', '') });
  });
}

/** Of a linkset (RFC 9264) the targets with their relations; of other documents what they call `url`, with the name beside it. */
function linksOfJson(value: unknown, from: string, rel?: string): Link[] {
  if (Array.isArray(value)) return value.flatMap((item) => linksOfJson(item, from, rel));
  if (typeof value !== 'object' || value === null) return [];
  const { href, url, type, name, description } = value as Record<string, unknown>;
  const target = href ?? url;
  const text = [name, description].filter((part) => typeof part === 'string').join(': ');
  const own =
    typeof target === 'string'
      ? toLink(target, from, { text, rel, type: typeof type === 'string' ? type : undefined })
      : [];
  return [...own, ...Object.entries(value).flatMap(([key, member]) => linksOfJson(member, from, key))];
}
