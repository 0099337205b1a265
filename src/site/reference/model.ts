import type { OpenApiDocument, Schema, Tag } from '../../openapi/document/openapi-document.ts';
import { eventSlug, slug, titleCase, UniqueNames } from '../../openapi/model/naming.ts';
import type { Operation } from '../../openapi/model/operations.ts';
import { listOperations, listWebhooks } from '../../openapi/model/operations.ts';
import { pointerName } from '../../openapi/document/refs.ts';
import { mainSchema } from './main-schema.ts';
import type { ResolvedOptions } from './options.ts';

/** The whole reference: what there is, in which order, and at which addresses. */
export interface Reference {
  document: OpenApiDocument;
  options: ResolvedOptions;
  /** Of the overview, with the site's base: `/reference/`. */
  address: string;
  resources: Resource[];
  events: Entry[];
  /** Of the list of events. */
  eventsAddress: string;
  /** `Events`, or another word where a tag is called so. */
  eventsTitle: string;
  /** Entries of all operations, by operationId. */
  operations: Map<string, Entry>;
  /** Components with a page of their own, by `$ref`; grows while pages are rendered. */
  schemas: Map<string, SchemaEntry>;
  /** Below it stand the pages of components. */
  schemasAddress: string;
}

export interface Resource {
  /** The tag. */
  name: string;
  title: string;
  /** Markdown. */
  description: string;
  address: string;
  entries: Entry[];
  /** The record that the resource is about, where one can be told. */
  schema: Schema | undefined;
}

/** A page of an operation or event. */
export interface Entry {
  kind: 'operation' | 'event';
  operation: Operation;
  address: string;
  resource?: Resource;
}

export interface SchemaEntry {
  ref: string;
  name: string;
  address: string;
}

export function buildReference(document: OpenApiDocument, options: ResolvedOptions): Reference {
  const address = `${options.siteBase}${options.base === '/' ? '' : options.base}/`;
  const slugs = new UniqueNames();
  const operations = listOperations(document);
  const resources = resourcesOf(document, operations, address, slugs);
  const eventsSlug = slugs.take('events', 'webhooks', 'webhook-events');
  const eventsAddress = `${address}${eventsSlug}/`;
  const events = eventEntries(listWebhooks(document), eventsAddress);
  const entries = resources.flatMap((resource) => resource.entries);
  const schemasAddress = `${address}${slugs.take('schemas', 'data-types')}/`;
  return {
    document,
    options,
    address,
    resources,
    events,
    eventsAddress,
    eventsTitle: titleCase(eventsSlug),
    operations: new Map(entries.map((entry) => [entry.operation.operationId, entry])),
    schemas: new SchemaEntries(schemasAddress),
    schemasAddress,
  };
}

/** Address of a component's page. Asking for it makes the page. */
export function schemaAddress(reference: Reference, ref: string): string {
  return (reference.schemas as SchemaEntries).entry(ref).address;
}

class SchemaEntries extends Map<string, SchemaEntry> {
  readonly #base: string;
  readonly #slugs = new UniqueNames();

  constructor(base: string) {
    super();
    this.#base = base;
  }

  entry(ref: string): SchemaEntry {
    const known = this.get(ref);
    if (known) return known;
    const name = pointerName(ref);
    const entry = { ref, name, address: `${this.#base}${this.#slugs.take(slug(name))}/` };
    this.set(ref, entry);
    return entry;
  }
}

/** Tags in the order of the document, then those it does not declare; tags without operations have no page. */
function resourcesOf(
  document: OpenApiDocument,
  operations: Operation[],
  address: string,
  slugs: UniqueNames,
): Resource[] {
  const groups = Map.groupBy(operations, ({ tag }) => tag);
  const declared = new Map((document.tags ?? []).map((tag) => [tag.name, tag]));
  const names = [...new Set([...declared.keys(), ...groups.keys()])].filter((name) => groups.has(name));
  return names.map((name) => {
    const group = groups.get(name) ?? [];
    const resource: Resource = {
      name,
      title: titleOf(name, declared.get(name)),
      description: declared.get(name)?.description ?? '',
      address: `${address}${slugs.take(slug(name))}/`,
      entries: [],
      schema: mainSchema(document, name, group),
    };
    resource.entries = operationEntries(group, resource);
    return resource;
  });
}

function titleOf(name: string, tag: Tag | undefined): string {
  const given = tag?.['x-displayName'];
  if (typeof given === 'string') return given;
  return /^[a-z]/.test(name) ? titleCase(name) : name;
}

function operationEntries(operations: Operation[], resource: Resource): Entry[] {
  const slugs = new UniqueNames();
  return operations.map((operation) => {
    const name = slug(operation.operationId);
    const address = `${resource.address}${slugs.take(name, `${name}-${operation.method}`)}/`;
    return { kind: 'operation', operation, address, resource };
  });
}

function eventEntries(webhooks: Operation[], address: string): Entry[] {
  const slugs = new UniqueNames();
  return webhooks.map((operation) => ({
    kind: 'event',
    operation,
    address: `${address}${slugs.take(eventSlug(operation.path))}/`,
  }));
}
