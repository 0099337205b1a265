import MiniSearch from 'minisearch';
import { reference } from '../generated/reference.ts';
import type { DescribedOperation } from './described-operation.ts';
import { parsePages } from './pages.ts';
import type { Page } from './pages.ts';

/** What there is to read: the pages of a built site, where there are some, and always the operations. */
export interface Library {
  readonly pages: ReadonlyMap<string, Page>;
  readonly operations: ReadonlyMap<string, DescribedOperation>;
  /** Best first. */
  readonly find: (query: string, limit: number) => Hit[];
}

/** A place where something stands. */
export interface Hit {
  readonly title: string;
  /** What `read_page` takes. */
  readonly path: string;
  /** Set for an operation: what `describe_operation` takes. */
  readonly operationId?: string;
  /** How it begins. */
  readonly excerpt: string;
}

interface Entry extends Hit {
  readonly id: number;
  readonly heading: string;
  readonly text: string;
}

const EXCERPT = 160;

/** Words of a question that say nothing of what is asked for. */
const FILLERS = new Set(
  'a an and are as at be by can do does for from how i in is it my of on or the to what when which with'.split(' '),
);

/** @param text the `llms-full.txt` of a built site; without it, operations are all there is */
export function createLibrary(text = ''): Library {
  const pages = new Map(parsePages(text).map((page) => [page.path, page]));
  const operations = new Map(reference.operations.map((operation) => [operation.operationId, operation]));
  const entries = [...reference.operations.map(operationEntry), ...sectionEntries(pages, operations)].map(
    (entry, id): Entry => ({ ...entry, id }),
  );
  const index = new MiniSearch<Entry>({
    fields: ['title', 'heading', 'text'],
    storeFields: ['title', 'path', 'operationId', 'excerpt'],
    processTerm: (term) => (FILLERS.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: { boost: { title: 3, heading: 3 }, prefix: (term) => term.length > 3, fuzzy: fuzziness },
  });
  index.addAll(entries);
  return {
    pages,
    operations,
    find: (query, limit) => index.search(query).slice(0, limit).map(toHit),
  };
}

/** Words of a few letters are codes and verbs: another letter makes another one. */
function fuzziness(term: string): number | false {
  return term.length > 5 && 0.2;
}

function toHit({ title, path, operationId, excerpt }: Record<string, unknown>): Hit {
  return {
    title: String(title),
    path: String(path),
    ...(operationId !== undefined && { operationId: String(operationId) }),
    excerpt: String(excerpt),
  };
}

type Unnumbered = Omit<Entry, 'id'>;

function operationEntry(operation: DescribedOperation): Unnumbered {
  const { operationId, summary, description, method, path, page, parameters, body, success } = operation;
  // Names of fields, and what is said of them, as they stand in the schemas.
  const told = JSON.stringify([parameters, body, success]);
  return {
    title: summary,
    path: page,
    operationId,
    heading: `${operationId} ${method} ${path}`,
    excerpt: `${method} ${path}: ${excerptOf(description)}`,
    text: `${description} ${told}`,
  };
}

function sectionEntries(
  pages: ReadonlyMap<string, Page>,
  operations: ReadonlyMap<string, DescribedOperation>,
): Unnumbered[] {
  const known = new Set([...operations.values()].map(({ page }) => page));
  return [...pages.values()]
    .filter(({ path }) => !known.has(path))
    .flatMap(({ path, title, sections }) =>
      sections.map(({ anchor, heading, text }) => ({
        title: anchor === '' ? title : `${title}: ${heading}`,
        path: anchor === '' ? path : `${path}#${anchor}`,
        heading,
        excerpt: excerptOf(text),
        text,
      })),
    );
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}
