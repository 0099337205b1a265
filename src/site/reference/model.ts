import type { OpenApiDocument, Schema, Tag } from '../../openapi/document/openapi-document.ts';
import type { Addresses } from '../../openapi/model/address.ts';
import { addressesOf, operationsByTag } from '../../openapi/model/address.ts';
import { slug, titleCase, UniqueNames } from '../../openapi/model/naming.ts';
import type { Operation } from '../../openapi/model/operations.ts';
import { listWebhooks } from '../../openapi/model/operations.ts';
import { secretVariables } from '../../generators/samples/secret-variables.ts';
import { pointerName } from '../../openapi/document/refs.ts';
import { mainSchema } from './main-schema.ts';
import { overviewAddress } from './options.ts';
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
  /** Components with a page of their own, by `$ref`; complete once `findSchemaPages` has looked at all bodies. */
  schemas: Map<string, SchemaEntry>;
  /** Below it stand the pages of components. */
  schemasAddress: string;
  /** Environment variable that samples read the secret of a security scheme from. */
  secretVariable: ReturnType<typeof secretVariables>;
}

export interface Resource {
  /** The tag. */
  name: string;
  title: string;
  /** Markdown. */
  description: string;
  address: string;
  /** The resource that it is nested under. */
  parent?: Resource;
  children: Resource[];
  /** Its operations, those too that have their page elsewhere. */
  entries: Entry[];
  /** The record that the resource is about, where one can be told. */
  schema: Schema | undefined;
}

/** A page of an operation or event. */
export interface Entry {
  kind: 'operation' | 'event';
  operation: Operation;
  address: string;
  /** Where its page stands: that of the operation's first tag. */
  resource?: Resource;
}

export interface SchemaEntry {
  ref: string;
  name: string;
  address: string;
}

export function buildReference(document: OpenApiDocument, options: ResolvedOptions): Reference {
  const address = overviewAddress(options);
  const addresses = addressesOf(document, address);
  const resources = resourcesOf(document, addresses);
  const entries = resources.flatMap(ownEntries);
  return {
    document,
    options,
    address,
    resources,
    events: listWebhooks(document).map((operation) => ({
      kind: 'event',
      operation,
      address: addresses.event(operation),
    })),
    eventsAddress: addresses.events,
    eventsTitle: titleCase(addresses.events.slice(address.length, -1)),
    operations: new Map(entries.map((entry) => [entry.operation.operationId, entry])),
    schemas: new SchemaEntries(addresses.schemas),
    schemasAddress: addresses.schemas,
    secretVariable: secretVariables(
      entries.map(({ operation }) => operation),
      options.secretVariable,
    ),
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

/** The operations of a resource whose pages stand below it. */
export function ownEntries(resource: Resource): Entry[] {
  return resource.entries.filter((entry) => entry.resource === resource);
}

function resourcesOf(document: OpenApiDocument, addresses: Addresses): Resource[] {
  const declared = new Map((document.tags ?? []).map((tag) => [tag.name, tag]));
  const groups = [...operationsByTag(document)];
  const names = groups.map(([name]) => name);
  const resources = groups.map(([name, group]): Resource => ({
    name,
    title: titleOf(name, declared.get(name), names),
    description: declared.get(name)?.description ?? '',
    address: addresses.tag(name),
    entries: [],
    children: [],
    schema: mainSchema(document, name, group),
  }));
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  nest(byName, declared);
  const entries = new Map<string, Entry>();
  for (const [name, group] of groups) {
    for (const operation of group) {
      const resource = byName.get(operation.tag);
      const entry = entries.get(operation.operationId) ?? {
        kind: 'operation',
        operation,
        address: addresses.operation(operation),
        ...(resource && { resource }),
      };
      entries.set(operation.operationId, entry);
      byName.get(name)?.entries.push(entry);
    }
  }
  return resources;
}

function nest(resources: ReadonlyMap<string, Resource>, tags: ReadonlyMap<string, Tag>): void {
  for (const [name, resource] of resources) {
    const above = tags.get(name)?.parent;
    const parent = above === undefined ? undefined : resources.get(above);
    if (!parent) continue;
    resource.parent = parent;
    parent.children.push(resource);
  }
}

/** The resources that a resource is nested under, the outermost first, and itself. */
export function wayTo(resource: Resource): Resource[] {
  return [...(resource.parent ? wayTo(resource.parent) : []), resource];
}

/** Plain words: `contact_lists`, not `iOS` or `v1.users`. */
const WORDS = /^[a-z][a-z\d]*(?:[ _-][a-z\d]+)*$/;

/** A tag as a heading. A name is taken as it is written, unless it is plain words that no other tag has with a capital. */
function titleOf(name: string, tag: Tag | undefined, names: readonly string[]): string {
  const given = tag?.summary ?? tag?.['x-displayName'];
  if (typeof given === 'string') return given;
  if (name.trim() === '') return 'Unnamed';
  const title = WORDS.test(name) ? titleCase(name) : name;
  return names.includes(title) ? name : title;
}
