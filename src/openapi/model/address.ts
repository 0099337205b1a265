import type { OpenApiDocument } from '../document/openapi-document.ts';
import { eventSlug, slug, UniqueNames } from './naming.ts';
import { groupTags } from './tags.ts';
import type { Operation } from './operations.ts';
import { listOperations, listWebhooks } from './operations.ts';

/** Where each page of a reference stands. All begin and end with a slash. */
export interface Addresses {
  /** Of the overview; all others stand below it. */
  overview: string;
  /** Of the list of webhook events. */
  events: string;
  /** Below it stand the pages of components. */
  schemas: string;
  /** `pets` → `/reference/pets/`. @throws where the reference has no page of the tag */
  tag: (name: string) => string;
  /** `listPets` → `/reference/pets/list-pets/`. @throws where the document has no such operation */
  operation: (operation: Pick<Operation, 'operationId'>) => string;
  /** `pet.born` → `/reference/events/pet.born/`. @throws where the document has no such webhook */
  event: (webhook: Pick<Operation, 'operationId'>) => string;
}

/**
 * The addresses of a document's pages: of names that would meet at one address, the later one gets another.
 * @param overview Address of the overview, with the site's base.
 */
export function addressesOf(document: OpenApiDocument, overview = '/reference/'): Addresses {
  const slugs = new UniqueNames();
  const groups = operationsByTag(document);
  const takenBy = (areUsed: boolean): [string, string][] =>
    [...groups]
      .filter(([, operations]) => operations.length > 0 === areUsed)
      .map(([tag]) => [tag, `${overview}${slugs.take(slug(tag))}/`]);
  // Addresses of operations are the ones that others keep.
  const used = takenBy(true);
  const events = `${overview}${slugs.take('events', 'webhooks', 'webhook-events')}/`;
  const schemas = `${overview}${slugs.take('schemas', 'data-types')}/`;
  const tags = new Map([...used, ...takenBy(false)]);
  const operations = new Map(
    [...groups].flatMap(([tag, group]) =>
      operationAddresses(
        group.filter((operation) => operation.tag === tag),
        tags.get(tag) ?? '',
      ),
    ),
  );
  const webhooks = eventAddresses(listWebhooks(document), events);
  return {
    overview,
    events,
    schemas,
    tag: (name) => known('tag', name, tags),
    operation: ({ operationId }) => known('operation', operationId, operations),
    event: ({ operationId }) => known('webhook', operationId, webhooks),
  };
}

/**
 * Operations by each of their tags: tags in the order of the document, each followed by those nested under it, then those it does
 * not declare. Of tags without operations those that the document says something of, or nests others under.
 */
export function operationsByTag(document: OpenApiDocument): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  const declared = groupTags(document);
  for (const { name } of declared) groups.set(name, []);
  for (const operation of listOperations(document))
    for (const tag of operation.tags) {
      const group = groups.get(tag) ?? [];
      group.push(operation);
      groups.set(tag, group);
    }
  const told = new Set(declared.filter(({ description }) => description).map(({ name }) => name));
  const isShown = (name: string): boolean =>
    (groups.get(name) ?? []).length > 0 ||
    told.has(name) ||
    declared.some((tag) => tag.parent === name && isShown(tag.name));
  return new Map([...groups].filter(([name]) => isShown(name)));
}

function operationAddresses(operations: Operation[], tag: string): [string, string][] {
  const slugs = new UniqueNames();
  return operations.map(({ operationId, method }) => {
    const name = slug(operationId);
    return [operationId, `${tag}${slugs.take(name, `${name}-${method}`)}/`];
  });
}

function eventAddresses(webhooks: Operation[], events: string): Map<string, string> {
  const slugs = new UniqueNames();
  return new Map(webhooks.map(({ operationId, path }) => [operationId, `${events}${slugs.take(eventSlug(path))}/`]));
}

function known(kind: string, name: string, addresses: Map<string, string>): string {
  const address = addresses.get(name);
  if (address === undefined) throw new Error(`The document has no ${kind} "${name}".`);
  return address;
}
