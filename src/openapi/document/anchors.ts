import { pathToFileURL } from 'node:url';
import type { Document } from '@redocly/openapi-core';
import { escapeStep } from '../../json-text/json-pointer.ts';
import { atPointer, isRecord } from './refs.ts';
import { SCHEMA_MAPS } from './schema-maps.ts';

type Node = Record<string, unknown>;

/** A schema that refers to another, and the base its address is relative to: the file's, or that of the `$id` it stands in. */
interface Referrer {
  node: Node;
  base: string;
  /** Pointer of what `$recursiveRef` leads back to. */
  recursive: string | undefined;
}

/** What a file's schemas are called beside their place in it. */
interface Names {
  /** Pointers of schemas with an address of their own (`$id`), and of the file itself, by that address. */
  resources: Map<string, string>;
  /** Pointers of `$anchor` and `$dynamicAnchor`, by address and name: `file:///api.yaml#item`. */
  anchors: Map<string, string>;
  dynamic: Set<string>;
  referrers: Referrer[];
}

/** What holds data: nothing in it is a schema. */
const DATA = new Set(['example', 'default', 'enum', 'const', 'value', 'dataValue', 'mapping']);
/** Members whose own members have names, not keywords. */
const MAPS = new Set([...SCHEMA_MAPS, 'schemas']);
const NAMED = /\$(?:id|anchor|dynamic|recursive)|\$ref["']?\s*:\s*["']?[^"'\s]*#[^/"'\s]/;

/**
 * Makes of every reference by name one by pointer, which is all that other code knows: `$anchor`, `$id`, `$dynamicRef` and the
 * older `$recursiveRef` are gone when a file is read.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
export class Anchors {
  readonly #load: (base: string, file: string) => Promise<object>;
  readonly #files = new Map<string, Names>();
  /** References to a name in another file, by their own file. */
  readonly #foreign = new Map<string, Referrer[]>();

  constructor(load: (base: string, file: string) => Promise<object>) {
    this.#load = load;
  }

  /** Rewrites the references of a parsed file that stay in it. */
  read({ source, parsed }: Document): void {
    if (!isRecord(parsed) || !NAMED.test(source.body)) return;
    const file = pathToFileURL(source.absoluteRef).href;
    const names: Names = { resources: new Map([[file, '']]), anchors: new Map(), dynamic: new Set(), referrers: [] };
    collect(names, parsed, '', { base: file, recursive: undefined });
    this.#files.set(source.absoluteRef, names);
    for (const referrer of [...names.referrers]) bindTemplate(names, parsed, referrer);
    const foreign = names.referrers.filter((referrer) => !rewrite(names, parsed, referrer));
    this.#foreign.set(source.absoluteRef, foreign);
    for (const { node } of names.referrers) forget(node);
  }

  /** Rewrites those that lead to a name in another file, once. */
  async link({ source }: Document): Promise<void> {
    const foreign = this.#foreign.get(source.absoluteRef) ?? [];
    this.#foreign.delete(source.absoluteRef);
    for (const { node } of foreign) {
      const [file = '', name = ''] = String(node.$ref).split('#');
      if (file === '' || name === '' || name.startsWith('/')) continue;
      const target = await this.#load(source.absoluteRef, file).catch(() => undefined);
      if (!target || !isDocument(target)) continue;
      const { absoluteRef } = target.source;
      const pointer = this.#files.get(absoluteRef)?.anchors.get(`${pathToFileURL(absoluteRef).href}#${name}`);
      if (pointer !== undefined) node.$ref = `${file}#${pointer}`;
    }
  }
}

interface Scope {
  base: string;
  recursive: string | undefined;
}

function collect(names: Names, node: unknown, pointer: string, scope: Scope): void {
  if (Array.isArray(node)) return node.forEach((item, index) => collect(names, item, `${pointer}/${index}`, scope));
  if (!isRecord(node)) return;
  const { $id, $anchor, $dynamicAnchor, $recursiveAnchor } = node;
  const base = typeof $id === 'string' ? addressOf($id, scope.base)[0] : scope.base;
  if (base !== scope.base) names.resources.set(base, pointer);
  for (const anchor of [$anchor, $dynamicAnchor])
    if (typeof anchor === 'string') names.anchors.set(`${base}#${anchor}`, pointer);
  if (typeof $dynamicAnchor === 'string') names.dynamic.add(`${base}#${$dynamicAnchor}`);
  const recursive = $recursiveAnchor === true ? pointer : scope.recursive;
  names.referrers.push({ node, base, recursive });
  for (const [key, value] of Object.entries(node)) {
    if (DATA.has(key) || (key.startsWith('x-') && key !== 'x-webhooks')) continue;
    const place = `${pointer}/${escapeStep(key)}`;
    if (!MAPS.has(key) || !isRecord(value)) collect(names, value, place, { base, recursive });
    else
      for (const [name, schema] of Object.entries(value))
        collect(names, schema, `${place}/${escapeStep(name)}`, { base, recursive });
  }
}

/** The address without its fragment, and the fragment. */
function addressOf(reference: string, base: string): [address: string, fragment: string] {
  try {
    const { href, hash } = new URL(reference, base);
    return [href.slice(0, href.length - hash.length).replace(/#$/, ''), decodeURIComponent(hash.slice(1))];
  } catch {
    return [base, ''];
  }
}

/** @returns false where it leads to a file that is another. */
function rewrite(names: Names, file: Node, { node, base, recursive }: Referrer): boolean {
  const { $dynamicRef, $recursiveRef } = node;
  const { $ref } = node;
  if (typeof $dynamicRef === 'string') {
    const pointer = pointerOf(names, $dynamicRef, base);
    refer(node, '$dynamicRef', pointer === undefined ? $dynamicRef : `#${pointer}`);
  }
  if ($recursiveRef === '#') refer(node, '$recursiveRef', `#${recursive ?? names.resources.get(base) ?? ''}`);
  if (typeof $ref !== 'string') return true;
  const pointer = pointerOf(names, $ref, base);
  // A reference that means the whole file is often written within an `$id`, where it means less.
  if (pointer === undefined) return /^#(?:\/|$)/.test($ref);
  if (!($ref.startsWith('#/') && !exists(file, pointer))) node.$ref = `#${pointer}`;
  return true;
}

/** Where an address leads to in this file. */
function pointerOf({ resources, anchors }: Names, reference: string, base: string): string | undefined {
  const [address, fragment] = addressOf(reference, base);
  if (fragment !== '' && !fragment.startsWith('/')) return anchors.get(`${address}#${fragment}`);
  const resource = resources.get(address);
  return resource === undefined ? undefined : resource + fragment.replaceAll('%', '%25');
}

function refer(node: Node, keyword: string, $ref: string): void {
  delete node[keyword];
  if (node.$ref === undefined) node.$ref = $ref;
  else node.allOf = [...(Array.isArray(node.allOf) ? (node.allOf as unknown[]) : []), { $ref }];
}

/**
 * A schema that refers to another one whose `$dynamicRef` it answers with an anchor of its own (a list of anything, made a list of
 * pets) gets a copy of that one, in which the reference leads to its own.
 */
function bindTemplate(names: Names, file: Node, { node, base }: Referrer): void {
  if (typeof node.$ref !== 'string') return;
  const [address, fragment] = addressOf(node.$ref, base);
  const pointer = names.resources.get(address);
  if (pointer === undefined || address === base || fragment !== '' || pointer === '') return;
  const own = [...names.dynamic].filter((name) => name.startsWith(`${base}#`)).map((name) => name.slice(base.length));
  const template = own.length > 0 && atPointer(file, `#${pointer}`);
  if (!isRecord(template) || !own.some((name) => JSON.stringify(template).includes(`"$dynamicRef":"${name}"`))) return;
  const copy = structuredClone(template);
  const copied: Names = { resources: new Map(), anchors: new Map(), dynamic: new Set(), referrers: [] };
  collect(copied, copy, '', { base: address, recursive: undefined });
  for (const referrer of copied.referrers)
    names.referrers.push(own.includes(String(referrer.node.$dynamicRef)) ? { ...referrer, base } : referrer);
  delete node.$ref;
  node.allOf = [copy, ...(Array.isArray(node.allOf) ? (node.allOf as unknown[]) : [])];
}

function exists(file: Node, pointer: string): boolean {
  try {
    return atPointer(file, `#${pointer}`) !== undefined;
  } catch {
    return false;
  }
}

/** Names that lead nowhere any more would be told apart from the document by those who read a part of it. */
function forget(node: Node): void {
  for (const keyword of ['$id', '$anchor', '$dynamicAnchor', '$recursiveAnchor']) delete node[keyword];
}

function isDocument(loaded: object): loaded is Document {
  return 'parsed' in loaded;
}
