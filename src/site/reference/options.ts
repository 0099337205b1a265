import type { LanguageId } from '../../generators/samples/languages.ts';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { Operation } from '../../openapi/model/operations.ts';

/** What another project sets to show its own document. */
export interface ReferenceOptions {
  /** A file, OpenAPI 3.0, 3.1 or 3.2, YAML or JSON (a path is relative to the project's root), or a bundled document. */
  source: string | URL | OpenApiDocument;
  /** Files of changes to it (Overlay 1.0 to 1.2), applied one after the other; relative to the project's root. */
  overlays?: readonly (string | URL)[];
  /** What is in the file, where it was bundled already: it is not bundled a second time. */
  document?: OpenApiDocument;
  /** Where the pages stand; `/reference` unless told. */
  base?: string;
  /** Title of the overview; `API reference` unless told. */
  title?: string;
  /** Environment variable that samples read the secret from; `API_KEY` unless told. */
  secretVariable?: string;
  /** Languages of the samples, in order; all unless told. */
  languages?: LanguageId[];
  /** The calls of operations by client libraries, shown beside the plain requests. */
  libraries?: (document: OpenApiDocument) => LibrarySamples;
  /** What versions of the API have changed of an operation or event, newest first. */
  history?: (page: { kind: 'operation' | 'event'; operation: Operation }) => HistoryEntry[];
  /** The commit at which every sample was carried out, and when (ISO 8601); undefined: nothing is claimed. */
  samplesRan?: { commit: string; date: string } | undefined;
  /** Path of an Astro component that is rendered once on each page of an operation: the console's loader. */
  console?: string;
  /** Path of an Astro component that is shown on each page of an event, which it is given by its name: `event`. */
  eventTool?: string;
  /** What the console, or the tool of an event, lets a reader do, for the Markdown of that page: Markdown. */
  inPage?: (page: { kind: 'operation' | 'event'; operation: Operation }) => string;
  /** Address of a page of the whole API in another tool, `{operationId}` filled in: `/explorer/#{operationId}`. */
  explorer?: string;
  /** Address of an OAuth scope, `{value}` filled in: `/scopes/#{value}`. */
  scopes?: string;
  /** Shows what the document marks `x-internal: true`, too. */
  internal?: boolean;
  /** Writes `llms.txt` of the reference's pages, and with `full` all they say in `llms-full.txt`; a site with more pages has lists of its own. */
  llms?: 'list' | 'full';
  /** Whether each page names a picture for shared links; `sharingPictures()` draws them. They need the site's address. */
  pictures?: boolean;
  /**
   * Whether what stands around a page's content is the same on all pages of the reference but for title, description, head, sidebar
   * and neighbours: none of the site's own components looks at more. A build then has Starlight make it once.
   */
  sameFrame?: boolean;
  /** What the search tells of the site's pages. */
  search?: SearchOptions;
  /** `x-…` members of the document to show. */
  extensions?: ExtensionDisplay[];
}

/** One change of an operation or event. */
export interface HistoryEntry {
  /** As it is called: `1.1.0`. */
  version: string;
  /** Where it is told of. */
  href: string;
  /** Plain text in which names stand between backticks. */
  text: string;
  isBreaking: boolean;
}

/** The call of an operation by each client library that has one. */
export type LibrarySamples = (operation: Operation) => LibrarySample[];

export interface LibrarySample {
  language: LanguageId;
  /** What it is installed as. */
  library: string;
  code: string;
  /** The method as the library declares it, in parts that belong on one line; a space stands between two. */
  declaration: readonly string[];
}

export interface SearchOptions {
  /** What the pages below a path are: `{ '/guides/': 'Guide' }`. Those of the reference are told as such. */
  sections?: Record<string, string>;
  /** Paths of the pages that are proposed before anything is typed, and where nothing is found. */
  suggestions?: string[];
}

/** How one `x-…` member is shown. Its value is a text or a list of texts. */
export interface ExtensionDisplay {
  name: `x-${string}`;
  /** Whose member it is. */
  on: 'operation' | 'response' | 'event';
  /** Shown before the values. */
  label: string;
  /** Address that a value links to, `{value}` filled in: `/errors/#{value}`. */
  href?: string;
  /** The values are operationIds: each links to its page, and that page names the event in return. */
  operations?: boolean;
  /** Shown beside this security scheme, as a part of what it needs (only `on: 'operation'`). */
  scheme?: string;
}

export type ResolvedOptions = Required<
  Pick<ReferenceOptions, 'base' | 'title' | 'secretVariable' | 'languages' | 'extensions'>
> &
  Pick<
    ReferenceOptions,
    'explorer' | 'scopes' | 'pictures' | 'internal' | 'search' | 'libraries' | 'history' | 'samplesRan' | 'inPage'
  > & {
    /** Base of the site, without a slash at its end. */
    siteBase: string;
  };

/** Address of the overview, below which all pages stand. */
export function overviewAddress({ base, siteBase }: Pick<ResolvedOptions, 'base' | 'siteBase'>): string {
  return `${siteBase}${base === '/' ? '' : base}/`;
}

/** Fills `{value}` (or another name) in an address. */
export function fillAddress(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : encodeURIComponent(value).replaceAll('%3A', ':');
  });
}
