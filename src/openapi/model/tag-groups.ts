import type { OpenApiDocument, Tag } from '../document/openapi-document.ts';
import { isRecord } from '../document/refs.ts';
import { listOperations } from './operations.ts';

interface TagGroup {
  name: string;
  tags: string[];
}

/**
 * Nests the tags of a document as its `x-tagGroups` says, in its order: a group becomes a parent, which OpenAPI 3.2 knows. A document
 * whose tags have parents, or that has no groups, comes back as it is; the input is not changed.
 * @see https://redocly.com/docs/realm/content/api-docs/openapi-extensions/x-tag-groups
 */
export function withTagGroups(document: OpenApiDocument): OpenApiDocument {
  const { tags = [] } = document;
  const groups = groupsIn(document['x-tagGroups']);
  if (groups.length === 0 || tags.some(({ parent }) => parent !== undefined)) return document;
  const used = listOperations(document).flatMap((operation) => operation.tags);
  const known = new Map<string, Tag>([
    ...used.map((name) => [name, { name }] as const),
    ...tags.map((tag) => [tag.name, tag] as const),
  ]);
  const placed = new Map<string, Tag>();
  for (const { name, tags: members } of groups) {
    const nested = members.flatMap((member) => known.get(member) ?? []);
    if (nested.length === 0) continue;
    placed.set(name, placed.get(name) ?? known.get(name) ?? { name });
    for (const tag of nested) if (!placed.has(tag.name)) placed.set(tag.name, { ...tag, parent: name });
  }
  return { ...document, tags: [...placed.values(), ...tags.filter(({ name }) => !placed.has(name))] };
}

function groupsIn(value: unknown): TagGroup[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((group) =>
    isRecord(group) && typeof group.name === 'string' && Array.isArray(group.tags)
      ? [{ name: group.name, tags: group.tags.filter((tag) => typeof tag === 'string') }]
      : [],
  );
}
