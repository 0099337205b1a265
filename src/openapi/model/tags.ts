import type { OpenApiDocument, Tag } from '../document/openapi-document.ts';
import { pathOperations } from './method.ts';
import { pathItems } from './path-items.ts';

/** A tag that says something of an operation, and makes no group of those that have it. */
export interface Label {
  /** `badge`, `audience`. */
  kind: string;
  title: string;
}

/** Kinds of tags that make no groups. @see https://spec.openapis.org/registry/tag-kind/ */
const LABELS = new Set(['audience', 'badge']);

/** Whether the operations of a tag are shown together. */
export function isGroup(tag: Tag | undefined): boolean {
  return !LABELS.has(tag?.kind ?? 'nav');
}

/** The tags of an operation: those that make groups, never none, and what the others say of it. */
export function tagsOf(
  document: OpenApiDocument,
  names: string[] = [],
  path: string,
): { tag: string; tags: string[]; labels: Label[] } {
  const all = names.map((name) => ({ name, declared: document.tags?.find((one) => one.name === name) }));
  const labels = all
    .filter(({ declared }) => !isGroup(declared))
    .map(({ name, declared }) => ({ kind: declared?.kind ?? '', title: declared?.summary ?? name }));
  const [tag = tagOfPath(path), ...others] = all.filter(({ declared }) => isGroup(declared)).map(({ name }) => name);
  return { tag, tags: [...new Set([tag, ...others])], labels };
}

/** The groups that some operation is in: quicker told than the operations themselves. */
export function groupsInUse(document: OpenApiDocument): Set<string> {
  return new Set(
    pathItems(document, document.paths).flatMap(([path, item]) =>
      pathOperations(item).flatMap(([, { tags }]) => tagsOf(document, tags, path).tags),
    ),
  );
}

/** The first fixed part. */
function tagOfPath(path: string): string {
  return path.split('/').find((part) => part && !part.startsWith('{') && !/^v\d+$/.test(part)) ?? 'default';
}

/** The declared tags that make groups: each is followed by those nested under it. */
export function groupTags({ tags = [] }: OpenApiDocument): Tag[] {
  const groups = tags.filter(isGroup);
  const names = new Set(groups.map(({ name }) => name));
  const below = (parent: string | undefined): Tag[] =>
    groups
      .filter((tag) => (tag.parent !== undefined && names.has(tag.parent) ? tag.parent : undefined) === parent)
      .flatMap((tag) => [tag, ...below(tag.name)]);
  return below(undefined);
}
