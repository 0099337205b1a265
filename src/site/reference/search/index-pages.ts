import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serverUrls } from '../../../openapi/model/server-urls.ts';
import { unescapeHtml } from '../../../text/escape.ts';
import type { Entry, Reference } from '../model.ts';
import { fillAddress } from '../options.ts';
import { extensionValues } from '../view/extensions-view.ts';
import type { IdentifierIndex, Place } from './identifiers.ts';

/** More places of one name and kind help nobody, and an index without a bound would grow with each field of each page. */
const MAX_PLACES = 24;
/** A named value of a page, as `schema-html.ts` and `parameters-view.ts` write it. */
const FIELD = /<li id="([^"]+)"><p class="head"><code>([^<]+)<\/code>/g;

/** The names of all that the reference's finished pages tell of, with the anchors these pages have. */
export function indexPages(reference: Reference, folder: string): IdentifierIndex {
  const builder = new IndexBuilder(reference, folder);
  for (const { operation, address } of reference.operations.values()) builder.operation(operation, address);
  for (const { operation, address } of reference.events) builder.name(operation.path, 'event', address, operation.path);
  // The record itself is the best place of a field, then what is sent, then what comes back.
  for (const { title, address } of reference.resources) builder.fields(address, title, () => true);
  const entries = [...reference.operations.values(), ...reference.events];
  for (const part of [isParameter, isSent, isSuccess, isOther])
    for (const entry of entries) builder.fields(entry.address, titleOf(entry), part);
  builder.schemas();
  for (const entry of entries) builder.values(entry);
  builder.suggestions();
  return builder.index;
}

const MAX_SUGGESTIONS = 6;

function sectionsOf({ address, options }: Reference): [string, string][] {
  const own = Object.entries(options.search?.sections ?? {}).map(([path, name]): [string, string] => [
    options.siteBase + path,
    name,
  ]);
  const sections: [string, string][] = [...own, [address, 'Reference']];
  return sections.toSorted(([a], [b]) => b.length - a.length);
}

const isParameter = (id: string): boolean => /^(?:path|query|querystring|header|cookie)-/.test(id);
const isSent = (id: string): boolean => id.startsWith('body-');
const isSuccess = (id: string): boolean => /^response-[23]/.test(id);
const isOther = (id: string): boolean => !isParameter(id) && !isSent(id) && !isSuccess(id);

function titleOf({ kind, operation }: Entry): string {
  return kind === 'event' ? operation.path : operation.summary;
}

class IndexBuilder {
  readonly index: IdentifierIndex;
  readonly #reference: Reference;
  readonly #folder: string;
  readonly #pages = new Map<string, number>();
  readonly #names = new Map<string, Place[]>();
  readonly #titles = new Map<string, string>();
  readonly #found = new Map<string, [id: string, name: string][]>();

  constructor(reference: Reference, folder: string) {
    this.#reference = reference;
    this.#folder = folder;
    const servers = serverUrls(reference.document.servers).map(({ url }) => url);
    this.index = {
      servers,
      sections: sectionsOf(reference),
      suggestions: [],
      pages: [],
      operations: [],
      kinds: [],
      names: {},
    };
  }

  operation({ operationId, method, path, summary }: Entry['operation'], address: string): void {
    this.index.operations.push([operationId, method, path, this.#page(address, summary)]);
  }

  name(name: string, kind: string, address: string, title: string): void {
    const [path = '', anchor = ''] = address.split('#');
    this.#add(name, kind, this.#page(path, title), decodeURIComponent(anchor));
  }

  /** Those of the options, else the overview and the first resources. */
  suggestions(): void {
    const { address, resources, options } = this.#reference;
    const first = [address, ...resources.map((resource) => resource.address)].slice(0, MAX_SUGGESTIONS);
    for (const page of options.search?.suggestions?.map((path) => options.siteBase + path) ?? first) {
      const title = this.#titleAt(page);
      if (title === page) throw new Error(`The search is to suggest ${page}, which is no page of the site.`);
      this.index.suggestions.push(this.#page(page, title));
    }
  }

  /** The fields of a page whose anchor is of the wanted part. */
  fields(address: string, title: string, isWanted: (id: string) => boolean): void {
    for (const [id, name] of this.#fieldsOf(address)) {
      const kind = isParameter(id) ? 'parameter' : /-header-/.test(id) ? 'header' : 'property';
      if (isWanted(id)) this.#add(name, kind, this.#page(address, title), id);
    }
  }

  /** Components with a page of their own: those that the build has made. */
  schemas(): void {
    const { schemasAddress, options } = this.#reference;
    const folder = join(this.#folder, decodeURI(schemasAddress.slice(options.siteBase.length)));
    for (const file of globSync('*/index.html', { cwd: folder }).sort()) {
      const address = `${schemasAddress}${encodeURI(dirname(file))}/`;
      const title = this.#titleAt(address);
      this.name(title, 'schema', address, title);
      this.fields(address, title, () => true);
    }
  }

  /** Values of extensions that have a place of their own, and scopes. */
  values({ kind, operation }: Entry): void {
    const { options } = this.#reference;
    const shown = [
      ...extensionValues(this.#reference, kind, operation.extensions),
      ...operation.responses.flatMap(({ extensions }) => extensionValues(this.#reference, 'response', extensions)),
    ];
    for (const { label, values } of shown)
      for (const { text, href } of values) if (href?.includes('#')) this.#elsewhere(text, label, href);
    const scopes =
      options.scopes === undefined ? [] : operation.security.flatMap((needs) => Object.values(needs).flat());
    for (const scope of scopes)
      this.#elsewhere(scope, 'scope', options.siteBase + fillAddress(options.scopes ?? '', { value: scope }));
  }

  #elsewhere(name: string, kind: string, href: string): void {
    const [path = ''] = href.split('#');
    this.name(name, kind, href, this.#titleAt(path));
  }

  #titleAt(address: string): string {
    const known = this.#titles.get(address);
    if (known !== undefined) return known;
    const title = unescapeHtml(/<title>([^<|]*)/.exec(this.#html(address))?.[1]?.trim() ?? address);
    this.#titles.set(address, title);
    return title;
  }

  #add(name: string, kind: string, page: number, anchor: string): void {
    const { kinds, names } = this.index;
    if (!kinds.includes(kind)) kinds.push(kind);
    const places = this.#names.get(name) ?? [];
    const alike = places.filter(([other]) => other === kinds.indexOf(kind));
    if (alike.length >= MAX_PLACES || alike.some(([, other]) => other === page)) return;
    places.push([kinds.indexOf(kind), page, anchor]);
    this.#names.set(name, places);
    Object.defineProperty(names, name, { value: places, enumerable: true, configurable: true });
  }

  #page(address: string, title: string): number {
    const known = this.#pages.get(address) ?? this.index.pages.push([title, address]) - 1;
    this.#pages.set(address, known);
    return known;
  }

  #fieldsOf(address: string): [id: string, name: string][] {
    const known = this.#found.get(address);
    if (known) return known;
    const found = [...this.#html(address).matchAll(FIELD)].map(([, id = '', name = '']): [string, string] => [
      unescapeHtml(id),
      unescapeHtml(name),
    ]);
    this.#found.set(address, found);
    return found;
  }

  #html(address: string): string {
    const file = join(this.#folder, decodeURI(address.slice(this.#reference.options.siteBase.length)), 'index.html');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }
}
