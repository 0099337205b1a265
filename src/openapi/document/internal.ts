import { copyExact } from '../../json-text/exact-number.ts';
import { DATA_MEMBERS, NAMED_MEMBERS } from './data-members.ts';
import { pruneExamples } from './internal-examples.ts';
import { METHODS } from './openapi-document.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { isRecord } from './refs.ts';

type Node = Record<string, unknown>;

/** Empty, these would say another thing than they did. */
const ALTERNATIVES = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];

/**
 * The document without all that it marks `x-internal: true`: operations, parameters, properties, components and what refers to
 * them, tags and the operations that have no other, and what examples hold of these. One without such a mark comes back as it is; the input is not changed.
 */
export function withoutInternal(document: OpenApiDocument): OpenApiDocument {
  if (!hasMark(document)) return document;
  const copy = copyExact(document);
  const hidden = { refs: internalComponents(copy), tags: internalTags(copy) };
  pruneExamples(copy as unknown as Node, (node) => isHidden(node, hidden));
  prune(copy as unknown as Node, hidden);
  pruneSecurity(copy as unknown as Node, hidden);
  for (const items of [copy.paths, copy.webhooks]) prunePaths(items ?? {}, hidden);
  return copy;
}

interface Hidden {
  /** `#/components/schemas/Secret` */
  refs: ReadonlySet<string>;
  tags: ReadonlySet<string>;
}

function isMarked(node: unknown): boolean {
  return isRecord(node) && (node['x-internal'] === true || node['x-internal'] === 'true');
}

function hasMark(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasMark);
  return isRecord(node) && (isMarked(node) || Object.values(node).some(hasMark));
}

/** Components that are internal, or stand for one that is. */
function internalComponents({ components = {} }: OpenApiDocument): Set<string> {
  const all = Object.entries(components).flatMap(([kind, map]) =>
    isRecord(map)
      ? Object.entries(map).map(([name, component]) => [`#/components/${kind}/${name}`, component] as const)
      : [],
  );
  const refs = new Set<string>(all.filter(([, component]) => isMarked(component)).map(([ref]) => ref));
  const standsFor = ([, component]: (typeof all)[number]): boolean =>
    isRecord(component) && refs.has(String(component.$ref));
  for (let found = all.filter(standsFor); found.some(([ref]) => !refs.has(ref)); found = all.filter(standsFor))
    for (const [ref] of found) refs.add(ref);
  return refs;
}

function internalTags({ tags = [] }: OpenApiDocument): Set<string> {
  return new Set(tags.filter(isMarked).map(({ name }) => name));
}

function isHidden(node: unknown, { refs }: Hidden): boolean {
  return isMarked(node) || (isRecord(node) && typeof node.$ref === 'string' && refs.has(node.$ref));
}

/** @param isMap Whether its members have names of the author's, which may be those of keywords. */
function prune(node: Node, hidden: Hidden, isMap = false): void {
  for (const [key, value] of Object.entries(node)) {
    if (!isMap && DATA_MEMBERS.has(key) && !(isRecord(value) && key === 'examples')) continue;
    if (isHidden(value, hidden) || (!isMap && key === 'defaultMapping' && isInternalTarget(value, hidden.refs)))
      delete node[key];
    else if (Array.isArray(value)) {
      const left = value.filter((item) => !isHidden(item, hidden));
      for (const item of left) if (isRecord(item)) prune(item, hidden);
      if (left.length < value.length) node[key] = left;
      if (left.length === 0 && ALTERNATIVES.includes(key)) delete node[key];
    } else if (isRecord(value)) {
      if (key === 'mapping') pruneMapping(value, hidden);
      else if (key === 'properties') pruneProperties(node, value, hidden);
      prune(value, hidden, !isMap && NAMED_MEMBERS.has(key));
    }
  }
}

/** What is required must be described. */
function pruneProperties(schema: Node, properties: Node, hidden: Hidden): void {
  const names = Object.keys(properties).filter((name) => isHidden(properties[name], hidden));
  if (names.length === 0 || !Array.isArray(schema.required)) return;
  schema.required = schema.required.filter((name) => !names.includes(String(name)));
}

function pruneMapping(mapping: Node, { refs }: Hidden): void {
  for (const [value, target] of Object.entries(mapping)) if (isInternalTarget(target, refs)) delete mapping[value];
}

function isInternalTarget(target: unknown, refs: ReadonlySet<string>): boolean {
  return refs.has(String(target)) || refs.has(`#/components/schemas/${String(target)}`);
}

/** Leaves out ways to authenticate that want an internal scheme. Where there is no other, they stay: none at all would say that nobody is asked. */
function pruneSecurity(holder: Node, { refs }: Hidden): void {
  if (!Array.isArray(holder.security)) return;
  const isOpen = (requirement: unknown): boolean =>
    isRecord(requirement) && !Object.keys(requirement).some((name) => refs.has(`#/components/securitySchemes/${name}`));
  const left = holder.security.filter(isOpen);
  if (left.length > 0) holder.security = left;
}

/** Leaves out paths of which nothing is left, and operations of internal tags only. */
function prunePaths(items: Node, hidden: Hidden): void {
  for (const [path, item] of Object.entries(items)) {
    if (!isRecord(item)) continue;
    const others = isRecord(item.additionalOperations) ? item.additionalOperations : {};
    const operations = [
      ...METHODS.map((method) => [item, method] as const),
      ...Object.keys(others).map((method) => [others, method] as const),
    ];
    for (const [holder, method] of operations) {
      pruneTags(holder, method, hidden.tags);
      if (isRecord(holder[method])) pruneSecurity(holder[method], hidden);
    }
    if (item.$ref === undefined && !operations.some(([holder, method]) => holder[method] !== undefined))
      delete items[path];
  }
}

function pruneTags(item: Node, method: string, tags: ReadonlySet<string>): void {
  const operation = item[method];
  if (!isRecord(operation) || !Array.isArray(operation.tags) || operation.tags.length === 0) return;
  const left = operation.tags.filter((tag) => !tags.has(String(tag)));
  if (left.length === 0) delete item[method];
  else operation.tags = left;
}
