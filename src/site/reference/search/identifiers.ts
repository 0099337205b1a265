import { methodText } from '../../../openapi/model/method.ts';

/** The index of exact names: small, loaded with the search dialog, one file for the whole reference. */
export interface IdentifierIndex {
  /** Addresses that requests start with; a query may carry them. */
  servers: string[];
  /** What the pages below an address are, the most special address first: `Guide`, `Reference`. */
  sections: [address: string, name: string][];
  /** Pages to begin with, by their places in `pages`. */
  suggestions: number[];
  /** Title and address. */
  pages: [title: string, address: string][];
  operations: [operationId: string, method: string, path: string, page: number][];
  /** What a place can be: `property`, `parameter`, `code` … */
  kinds: string[];
  /** The best places of each name; other names of the same page stand on that page. */
  names: Record<string, Place[]>;
}

export type Place = [kind: number, page: number, anchor: string];

export interface Identified {
  /** As the document writes it: `per_page`, `POST /pets`. */
  name: string;
  kind: string;
  /** Title of its page. */
  page: string;
  href: string;
  /** Whether other pages have the same, which are left out. */
  hasMore?: boolean;
}

/** A word before a path may be any method; what is written in one with it has to be one of those that everybody knows. */
const METHOD = /^(?:(get|query|post|put|patch|delete|head|options|trace)\b\s*|([\w!#$%&'*+.^`|~-]+)\s+(?=\/))/i;

/** What a query names exactly, or nearly: best first, and the same thing once. */
export function findIdentifiers(index: IdentifierIndex, query: string, limit = 6): Identified[] {
  const text = withoutServer(index, query.trim());
  if (text.length < 2) return [];
  const found = [...operationHits(index, text), ...nameHits(index, text)].toSorted((a, b) => b.score - a.score);
  const seen = new Map<string, Identified>();
  for (const { hit, thing = hit.href } of found) {
    const first = seen.get(thing) ?? seen.get(hit.href);
    if (!first) seen.set(thing, hit).set(hit.href, hit);
    else if (first.href !== hit.href) first.hasMore = true;
  }
  return [...new Set(seen.values())].slice(0, limit);
}

interface Scored {
  score: number;
  hit: Identified;
  /** What is the same wherever it stands; else each place is a thing of its own. */
  thing?: string;
}

/** `POST https://api.example.com/v1/pets` → `POST /pets` */
function withoutServer({ servers }: IdentifierIndex, query: string): string {
  const server = servers.find((url) => url !== '' && query.includes(`${url}/`));
  return server === undefined ? query : query.replace(server, '');
}

function operationHits(index: IdentifierIndex, text: string): Scored[] {
  const [, known, other] = METHOD.exec(text) ?? [];
  const method = (known ?? other)?.toLowerCase();
  const rest = method === undefined ? text : text.replace(METHOD, '');
  return index.operations.flatMap(([operationId, itsMethod, path, page]) => {
    if (method !== undefined && rest.startsWith('/') && itsMethod.toLowerCase() !== method) return [];
    const score = rest.startsWith('/')
      ? pathScore(path, rest)
      : wordScore([operationId, index.pages[page]?.[0] ?? ''], text);
    return score === 0 ? [] : [{ score, hit: hitOf(index, `${methodText(itsMethod)} ${path}`, 'operation', page, '') }];
  });
}

/** `/pets/{id}`, `/pets/:id` and `/pets/42` are the same path; a beginning of it comes after. */
function pathScore(path: string, query: string): number {
  const [wanted, given] = [segments(query), segments(path)];
  const matches = wanted.every((segment, at) => {
    const other = given[at];
    if (other === undefined) return false;
    const isLast = at === wanted.length - 1;
    return other === segment || (isLast && other.startsWith(segment)) || other === '{}';
  });
  if (!matches) return 0;
  const isExact = wanted.length === given.length && wanted.every((segment, at) => given[at] === segment);
  if (isExact) return 100;
  return (wanted.length === given.length ? 80 : 60) - given.length;
}

function segments(path: string): string[] {
  return path
    .toLowerCase()
    .replace(/[?#].*$/, '')
    .replace(/^\/|\/$/g, '')
    .split('/')
    .map((segment) => (/^(?:\{.*\}?|:.+)$/.test(segment) ? '{}' : segment));
}

function wordScore(names: string[], query: string): number {
  const wanted = query.toLowerCase();
  return Math.max(
    ...names.map((name) => {
      const text = name.toLowerCase();
      if (text === wanted) return 98;
      if (text.startsWith(wanted)) return 55 - text.length / 100;
      return 0;
    }),
  );
}

/** A name alone, or with words of its page: `name`, `pet.name`, `name add a pet`. */
function nameHits(index: IdentifierIndex, text: string): Scored[] {
  const lower = text.toLowerCase();
  const words = lower.split(/[\s.]+/).filter(Boolean);
  return Object.entries(index.names).flatMap(([name, places]) => {
    const itself = name.toLowerCase();
    const others = words.includes(itself) ? words.filter((word) => word !== itself) : [];
    const base =
      itself === lower ? 90 : others.length > 0 ? 50 : itself.startsWith(lower) ? 40 - itself.length / 100 : 0;
    if (base === 0) return [];
    return rounds(places).flatMap(([round, [kind, page, anchor]]) => {
      const hit = hitOf(index, name, index.kinds[kind] ?? '', page, anchor);
      const about = `${hit.page} ${hit.href} ${hit.kind}`.toLowerCase();
      const told = others.filter((word) => word.length > 2 && about.includes(word)).length;
      const score = base - round / 100 + (others.length > 0 ? (told / others.length) * 45 : 0);
      if (others.length > 0) return told === 0 ? [] : [{ score, hit }];
      return [{ score, hit, thing: `${name} ${hit.kind} ${ownerOf(index, page, anchor, hit.kind)}` }];
    });
  });
}

/** What a name belongs to: headers and parameters mean the same everywhere, the others what their resource's pages say. */
function ownerOf(index: IdentifierIndex, page: number, anchor: string, kind: string): string {
  if (kind === 'header' || (kind === 'parameter' && !anchor.startsWith('path-'))) return '';
  const address = index.pages[page]?.[1] ?? '';
  return index.operations.some(([, , , its]) => its === page) ? address.replace(/[^/]+\/$/, '') : address;
}

/** The first place of each kind comes before the second of any. */
function rounds(places: Place[]): [round: number, place: Place][] {
  const counts = new Map<number, number>();
  return places.map((place, at) => {
    const count = counts.get(place[0]) ?? 0;
    counts.set(place[0], count + 1);
    return [count * 10 + at / 100, place];
  });
}

function hitOf({ pages }: IdentifierIndex, name: string, kind: string, page: number, anchor: string): Identified {
  const [title, address] = pages[page] ?? ['', ''];
  return { name, kind, page: title, href: anchor === '' ? address : `${address}#${encodeURIComponent(anchor)}` };
}
