import type { OpenApiDocument, Tag } from '../document/openapi-document.ts';
import { isRecord } from '../document/refs.ts';
import { slug, UniqueNames } from './naming.ts';
import { groupsInUse } from './tags.ts';

interface TagGroup {
  name: string;
  tags: string[];
}

/**
 * Nests the tags of a document as its `x-tagGroups` says, in its order: a group becomes a parent, which OpenAPI 3.2 knows. A group that is
 * called as one of its tags, or as a tag without operations, is that tag. A document whose tags have parents, or that has no groups, comes
 * back as it is; the input is not changed.
 * @see https://redocly.com/docs/realm/content/api-docs/openapi-extensions/x-tag-groups
 */
export function withTagGroups(document: OpenApiDocument): OpenApiDocument {
  const { tags = [] } = document;
  const groups = groupsIn(document['x-tagGroups']);
  if (groups.length === 0 || tags.some(({ parent }) => parent !== undefined)) return document;
  const used = groupsInUse(document);
  const known = new Map<string, Tag>([
    ...[...used].map((name) => [name, { name }] as const),
    ...tags.map((tag) => [tag.name, tag] as const),
  ]);
  const unused = tags.filter(({ name }) => !used.has(name));
  const names = new UniqueNames([...known.keys()].map(slug));
  const parents = new Map<string, Tag>();
  const placed = new Map<string, Tag>();
  for (const { name, tags: members } of groups) {
    const nested = members.flatMap((member) => known.get(member) ?? []);
    if (nested.length === 0) continue;
    const own = [...nested, ...unused].find((tag) => slug(tag.name) === slug(name));
    const parent = parents.get(name) ?? own ?? groupTag(name, names);
    parents.set(name, parent);
    for (const tag of [parent, ...nested])
      if (!placed.has(tag.name)) placed.set(tag.name, tag === parent ? tag : { ...tag, parent: parent.name });
  }
  return { ...document, tags: [...placed.values(), ...tags.filter(({ name }) => !placed.has(name))] };
}

/** A tag for a group, whose name links do not take for that of another tag. */
function groupTag(name: string, names: UniqueNames): Tag {
  const key = names.take(slug(name), slug(`${name} group`));
  return key === slug(name) ? { name } : { name: key, summary: name };
}

function groupsIn(value: unknown): TagGroup[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((group) =>
    isRecord(group) && typeof group.name === 'string' && group.name.trim() !== '' && Array.isArray(group.tags)
      ? [{ name: group.name, tags: group.tags.filter((tag) => typeof tag === 'string') }]
      : [],
  );
}
