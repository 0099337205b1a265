import { isRef } from '@redocly/openapi-core';
import type { NormalizedNodeType, Oas3Rule, UserContext } from '@redocly/openapi-core';
import { isEssential, readEssentials } from './essentials.ts';
import type { Faults } from './faults.ts';
import { readPartAs, readScalarAs, readTypeAs } from './read-as.ts';
import type { ReadAs } from './read-as.ts';
import { isRecord } from './refs.ts';

type Node = Record<string, unknown>;
type PropType = Exclude<NormalizedNodeType['additionalProperties'], (...args: never) => unknown>;

/** What is meant where a part lacks a member that it should have. What may be missing without a word is not among them. */
const MEANT: Record<string, Record<string, (part: Node) => unknown>> = {
  Root: { info: () => ({ title: 'API', version: '' }) },
  Info: { title: () => 'API' },
  RequestBody: { content: () => ({}) },
  License: { name: ({ identifier, url }) => identifier ?? url ?? 'Licence' },
  ServerVariable: {
    default: ({ enum: values }) => (Array.isArray(values) ? (values as unknown[])[0] : undefined) ?? '',
  },
  ImplicitFlow: { scopes: () => ({}) },
  PasswordFlow: { scopes: () => ({}) },
  ClientCredentials: { scopes: () => ({}) },
  AuthorizationCode: { scopes: () => ({}) },
  DeviceAuthorization: { scopes: () => ({}) },
};

/** Stands in a list for an item that is left out until all of the list is walked: the places of those behind it stay what they are. */
const GAP = Object.freeze({});

/** Parts of which every member is read, whatever its name. */
const READ_WHOLE = new Set(['Responses', 'OAuth2Flows']);

/**
 * Gives every part of a document the shape that other code may rely on. A part of another shape is read as it is meant, or left out
 * where it holds nothing, and each kind of that is told; what holds something that cannot be read refuses the document.
 */
export function shapeRule(faults: Faults): Oas3Rule {
  return () => ({
    any: {
      enter(node: unknown, context: UserContext) {
        const { type, key } = context;
        if (type.name === 'SpecExtension' || (type.name === 'Schema' && typeof node === 'boolean')) return;
        const isList = type.items !== undefined;
        if (isList ? Array.isArray(node) : isRecord(node)) new Part(faults, node as Node, context).mend();
        else
          faults.refuse(
            context.location,
            `${nameOf(key)} must be ${isList ? 'a list' : 'an object'}, not ${kindOf(node)}`,
          );
      },
      leave(node: unknown) {
        const list: unknown[] = Array.isArray(node) ? node : [];
        if (list.includes(GAP)) list.splice(0, list.length, ...list.filter((item) => item !== GAP));
      },
    },
  });
}

class Part {
  readonly #faults: Faults;
  readonly #node: Node | unknown[];
  readonly #context: UserContext;
  readonly #type: NormalizedNodeType;

  constructor(faults: Faults, node: Node | unknown[], context: UserContext) {
    this.#faults = faults;
    this.#node = node;
    this.#context = context;
    this.#type = context.type;
  }

  mend(): void {
    const node = this.#node;
    if (Array.isArray(node)) return this.#mendList(node);
    if (this.#type.name === 'Paths') this.#addSlashes(node);
    for (const key of Object.keys(node)) this.#mendMember(node, key, this.#typeOf(node[key], key));
    this.#fill(node);
  }

  #note(kind: string, key: string | number, name?: string): void {
    this.#faults.add(kind, this.#context.location.child([key]), name);
  }

  #mendList(list: unknown[]): void {
    list.forEach((item, index) => {
      const type = this.#typeOf(item, String(index), this.#type.items);
      if (!type?.name) return;
      const isLeft = this.#setPart(list, index, item, type) && this.#isWhole(list[index], type, index);
      if (!isLeft) list[index] = GAP;
    });
  }

  #mendMember(node: Node, key: string, type: PropType): void {
    const value = node[key];
    if (key === '$ref' && typeof value !== 'string') return this.#leaveUnknown(node, key);
    if (type === undefined) {
      if (!key.startsWith('x-')) this.#leaveUnknown(node, key);
    } else if (type !== null && isNamed(type)) {
      if (!this.#setPart(node, key, value, type) || !this.#isWhole(node[key], type, key)) delete node[key];
    } else if (type !== null && !isRef(value) && !type.directResolveAs) this.#mendScalar(node, key, type);
  }

  /** What nobody knows harms nobody, but among what is known by its place, and where a reference is expected. */
  #leaveUnknown(node: Node, key: string): void {
    this.#note('members that OpenAPI does not know are not shown', key, key);
    if (key === '$ref' || READ_WHOLE.has(this.#type.name)) delete node[key];
  }

  /** @returns false where it says nothing and is to be left out. */
  #setPart(holder: Node | unknown[], key: string | number, value: unknown, type: NormalizedNodeType): boolean {
    const isList = type.items !== undefined;
    if (isList ? Array.isArray(value) || isRef(value) : isRecord(value)) return true;
    if (type.name === 'SpecExtension' || (type.name === 'Schema' && typeof value === 'boolean')) return true;
    const isNamed = !Array.isArray(holder) && !Object.hasOwn(this.#type.properties, key);
    const read = readPartAs(value, type.name, isList, isNamed);
    // What remains is refused when the walk comes to it.
    if (!read) return true;
    this.#note(read.kind, key);
    if (read.value === undefined) return false;
    (holder as Node)[key] = read.value;
    return true;
  }

  /** Whether a part has what it says nothing without. */
  #isWhole(value: unknown, { name }: NormalizedNodeType, key: string | number): boolean {
    if (!isRecord(value) || isRef(value)) return true;
    const { kinds, isWhole } = readEssentials(value, name);
    for (const kind of kinds) this.#note(kind, key);
    return isWhole;
  }

  #mendScalar(node: Node, key: string, type: Exclude<PropType, NormalizedNodeType | null | undefined>): void {
    const value = node[key];
    if (this.#type.name === 'Schema' && key === 'type') return this.#mendType(node);
    const isNamed = !Object.hasOwn(this.#type.properties, key);
    if (value === null && type.type === 'string' && isNamed)
      return this.#set(node, key, { kind: 'has no value (null), and is read as empty', value: '' });
    const scalar = type as { type?: string; enum?: unknown[]; items?: { type?: string }; minimum?: number };
    if (scalar.type && !isOfType(value, scalar.type)) this.#set(node, key, readScalarAs(value, scalar.type));
    if (scalar.enum && !scalar.enum.includes(node[key])) this.#mendChoice(node, key, scalar.enum);
    if (scalar.items?.type && Array.isArray(node[key])) this.#mendItems(node, key, scalar.items.type);
    if (scalar.minimum !== undefined && (node[key] as number) < scalar.minimum)
      this.#set(node, key, { kind: `is less than ${scalar.minimum}, and is left out` });
  }

  #set(node: Node, key: string, { kind, value }: ReadAs): void {
    this.#note(kind, key);
    if (value === undefined) delete node[key];
    else node[key] = value;
  }

  #mendType(schema: Node): void {
    const meant = readTypeAs(schema.type);
    if (!meant) return;
    this.#note('is no type of JSON Schema, and is read as what is most like it', 'type', String(schema.type));
    delete schema.type;
    for (const [key, value] of Object.entries(meant)) schema[key] ??= value;
  }

  #mendChoice(node: Node, key: string, choices: unknown[]): void {
    const meant = choices.find((one) => String(one).toLowerCase() === String(node[key]).toLowerCase());
    if (meant !== undefined) this.#set(node, key, { kind: 'is written in another case', value: meant });
    else if (!isEssential(this.#type.name, key))
      this.#set(node, key, { kind: 'is none of the values it may have, and is left out' });
  }

  #mendItems(node: Node, key: string, type: string): void {
    const items = node[key] as unknown[];
    if (items.every((item) => isOfType(item, type))) return;
    const read = items.map((item) => (isOfType(item, type) ? { kind: '', value: item } : readScalarAs(item, type)));
    const first = read.find(({ kind }) => kind !== '');
    this.#set(node, key, {
      kind: `has an item that ${first?.kind ?? ''}`,
      value: read.flatMap(({ value }) => (value === undefined ? [] : [value])),
    });
  }

  #fill(node: Node): void {
    for (const [key, make] of Object.entries(MEANT[this.#type.name] ?? {})) {
      if (node[key] !== undefined && node[key] !== null) continue;
      node[key] = make(node);
      this.#faults.add(`has no \`${key}\``, this.#context.location);
    }
  }

  #addSlashes(paths: Node): void {
    const entries = Object.entries(paths);
    if (entries.every(([path]) => /^(?:\/|x-)/.test(path))) return;
    for (const [path, item] of entries) {
      delete paths[path];
      if (!/^(?:\/|x-)/.test(path)) this.#note('is a path without its slash, and gets one', path);
      paths[/^(?:\/|x-)/.test(path) ? path : `/${path}`] = item;
    }
  }

  #typeOf(value: unknown, key: string, list?: NormalizedNodeType['items']): PropType {
    const { properties, additionalProperties } = this.#type;
    const isKnown = Object.hasOwn(properties, key);
    const type = list ?? (isKnown ? properties[key] : key.startsWith('x-') ? undefined : additionalProperties);
    return typeof type === 'function' ? type(value, key) : type;
  }
}

function isNamed(type: NonNullable<PropType>): type is NormalizedNodeType {
  return typeof type.name === 'string';
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function nameOf(key: string | number): string {
  return typeof key === 'number' ? `item ${key}` : `\`${key}\``;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
