/** A program that knows the address of the site alone finds everything that is made for programs, by what each answer says of others. */
import { globSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { siteApp } from '../../scripts/site-app.ts';
import { mapLinks } from '../../src/generators/markdown/markdown-syntax.ts';

const SITE = 'https://developers.orbinto.com';
const app = siteApp(dist);

interface Found {
  readonly path: string;
  /** Who told of it. */
  readonly by: string;
  /** The type that was told of it. */
  readonly type?: string | undefined;
}

/** What may be told of a file more exactly than a host can, that knows its extension. */
const FORMATS: Readonly<Record<string, RegExp>> = {
  'application/json': /^application\/(?:json|\S+\+json)$/,
  'application/yaml': /^application\/(?:yaml|\S+\+yaml|vnd\.oai\.\w+)$/,
  'application/xml': /^application\/(?:xml|\S+\+xml)$/,
  'text/xml': /^(?:text\/xml|application\/(?:xml|\S+\+xml))$/,
};

const reached = new Map<string, Found>();
const wrong: string[] = [];

beforeAll(async () => {
  const waiting: Found[] = ['/', '/robots.txt', '/.well-known/security.txt'].map((path) => ({
    path,
    by: 'convention',
  }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (reached.has(next.path)) continue;
    reached.set(next.path, next);
    const response = await app.request(next.path);
    const type = response.headers.get('Content-Type')?.split(';', 1)[0] ?? '';
    const told = next.type?.split(';', 1)[0];
    if (response.status !== 200) wrong.push(`${next.by} leads to ${next.path}: ${response.status}`);
    if (told !== undefined && told !== type && FORMATS[type]?.test(told) !== true)
      wrong.push(`${next.by} says ${told} of ${next.path}, which is ${type}`);
    waiting.push(...(await leads(next.path, response, type)));
  }
});

/** What an answer tells of other addresses of the site. */
async function leads(by: string, response: Response, type: string): Promise<Found[]> {
  const text = await response.text();
  const linked = [...(response.headers.get('Link') ?? '').matchAll(/<([^>]+)>([^,]*)/g)].map(
    ([, href = '', rest = '']) => ({
      href,
      type: /type="([^"]+)"/.exec(rest)?.[1],
    }),
  );
  const inside = READERS.flatMap(({ types, read }) => (types.test(type) ? read(text) : []));
  return [...linked, ...inside].flatMap(({ href, type: told }) => {
    const url = URL.parse(href, SITE + by);
    return url?.origin === SITE ? [{ path: url.pathname, by, type: told }] : [];
  });
}

interface Lead {
  readonly href: string;
  readonly type?: string | undefined;
}

const READERS: readonly { readonly types: RegExp; readonly read: (text: string) => readonly Lead[] }[] = [
  // The head of a page, and what it offers for download.
  {
    types: /^text\/html$/,
    read: (html) =>
      [...html.matchAll(/<(?:link|a) [^>]*?href="([^"]+)"[^>]*>/g)].map(([tag, href = '']) => ({
        href: href.replaceAll('&amp;', '&'),
        type: tag.startsWith('<link') ? / type="([^"]+)"/.exec(tag)?.[1] : undefined,
      })),
  },
  {
    types: /^application\/linkset\+json$/,
    read: (json) => {
      const { linkset } = JSON.parse(json) as { linkset: Record<string, Lead[] | string>[] };
      return linkset.flatMap((context) =>
        Object.values(context).flatMap((links) => (Array.isArray(links) ? links : [])),
      );
    },
  },
  {
    types: /^text\/(?:plain|markdown)$/,
    read: (text) => {
      const hrefs = [...text.matchAll(/^(?:Sitemap|Contact|Canonical): (\S+)$/gm)].map(([, href = '']) => href);
      mapLinks(text, (href) => {
        hrefs.push(href);
        return href;
      });
      return hrefs.map((href) => ({ href }));
    },
  },
  {
    types: /^application\/json$/,
    read: (json) => {
      const { skills = [] } = JSON.parse(json) as { skills?: { url: string }[] };
      return skills.map(({ url }) => ({ href: url, type: 'text/markdown' }));
    },
  },
  {
    types: /xml$/,
    read: (xml) => [...xml.matchAll(/<loc>([^<]+)/g)].map(([, href = '']) => ({ href })),
  },
];

test('nothing that is told of is missing, or of another type', () => {
  expect(wrong).toEqual([]);
});

/** What the pages' own scripts load, and the licences that they name. */
const OWN = [
  ...['_astro/**', 'pagefind/**', '**/operation.json', 'identifiers.json', 'workspace-links.json'],
  ...['changelog/openapi-*.json', 'third-party-licenses.txt'],
];

test('each file that is made for programs is found', () => {
  const files = globSync('**/*.{json,yaml,xml,txt,md}', {
    cwd: dist,
    exclude: [...OWN, '404.md'],
  });
  expect(files.map((file) => `/${file}`).filter((path) => !reached.has(path))).toEqual([]);
});
