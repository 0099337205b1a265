import { escapeStep } from '../../json-text/json-pointer.ts';
import { DATA_MEMBERS, NAMED_MEMBERS } from './data-members.ts';
import { atPointer, isRecord, isReference } from './refs.ts';

type Node = Record<string, unknown>;

/** A schema that says something of a value, and whether it is hidden with what it says. */
interface Saying {
  schema: Node;
  hidden: boolean;
}

interface Hiding {
  document: Node;
  isHidden: (node: unknown) => boolean;
  /** The components that include another one, by its `$ref`. */
  heirs: ReadonlyMap<string, string[]>;
}

/** Leaves out of all examples and defaults what only hidden schemas describe. Changes the document. */
export function pruneExamples(document: Node, isHidden: (node: unknown) => boolean): void {
  pruneIn(document, { document, isHidden, heirs: heirsIn(document) });
}

function heirsIn({ components }: Node): Map<string, string[]> {
  const heirs = new Map<string, string[]>();
  const schemas = isRecord(components) && isRecord(components['schemas']) ? components['schemas'] : {};
  for (const [name, schema] of Object.entries(schemas)) {
    const parts = isRecord(schema) && Array.isArray(schema['allOf']) ? schema['allOf'] : [];
    for (const { $ref } of parts.filter(isReference))
      heirs.set($ref, [...(heirs.get($ref) ?? []), toRef(escapeStep(name))]);
  }
  return heirs;
}

function toRef(target: string): string {
  return target.startsWith('#') ? target : `#/components/schemas/${target}`;
}

/** @param isMap Whether its members have names of the author's. */
function pruneIn(node: Node, hiding: Hiding, isMap = false): void {
  if (!isMap) pruneOwn(node, hiding);
  for (const [key, value] of Object.entries(node)) {
    if (!isMap && DATA_MEMBERS.has(key)) continue;
    if (isRecord(value)) pruneIn(value, hiding, !isMap && NAMED_MEMBERS.has(key));
    else if (Array.isArray(value)) for (const item of value.filter(isRecord)) pruneIn(item, hiding);
  }
}

/** The examples of a schema, or of what has one: a media type, parameter or header. */
function pruneOwn(node: Node, hiding: Hiding): void {
  const { schema = node, itemSchema, examples, example, default: preset } = node;
  if (examples === undefined && example === undefined && preset === undefined) return;
  const sayings = sayingsOn(itemSchema === undefined ? schema : { items: itemSchema }, false, hiding);
  pruneMembers(node, ['example', 'default'], sayings, hiding);
  if (Array.isArray(examples))
    node['examples'] = shown(examples, [{ schema: { items: schema }, hidden: false }], hiding);
  else if (isRecord(examples))
    for (const one of Object.values(examples)) {
      const target = isReference(one) ? atPointer(hiding.document, one.$ref) : one;
      if (isRecord(target)) pruneMembers(target, ['value', 'dataValue'], sayings, hiding);
    }
}

function pruneMembers(holder: Node, keys: string[], sayings: Saying[], hiding: Hiding): void {
  for (const key of keys.filter((name) => holder[name] !== undefined)) {
    if (isLeftOut(sayings)) delete holder[key];
    else holder[key] = shown(holder[key], sayings, hiding);
  }
}

function isLeftOut(sayings: Saying[]): boolean {
  return sayings.length > 0 && sayings.every(({ hidden }) => hidden);
}

/** A value without what only hidden schemas describe. */
function shown(value: unknown, sayings: Saying[], hiding: Hiding): unknown {
  if (Array.isArray(value))
    return value.flatMap((item, at) => {
      const told = sayings.flatMap(({ schema, hidden }) => {
        const prefix = Array.isArray(schema['prefixItems']) ? schema['prefixItems'] : [];
        return sayingsOn(at < prefix.length ? prefix[at] : schema['items'], hidden, hiding);
      });
      return isLeftOut(told) ? [] : [shown(item, told, hiding)];
    });
  if (!isRecord(value)) return value;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const named = sayings.flatMap(({ schema, hidden }) => {
      const { properties } = schema;
      return isRecord(properties) && Object.hasOwn(properties, name) ? sayingsOn(properties[name], hidden, hiding) : [];
    });
    const told =
      named.length > 0
        ? named
        : sayings.flatMap(({ schema, hidden }) => sayingsOn(schema['additionalProperties'], hidden, hiding));
    return isLeftOut(told) ? [] : [[name, shown(member, told, hiding)] as const];
  });
  return Object.fromEntries(members);
}

/** All that is said of a value: by the schema, by what it includes, and by its alternatives and subtypes. */
function sayingsOn(schema: unknown, isBelowHidden: boolean, hiding: Hiding): Saying[] {
  const sayings = new Map<unknown, Saying>();
  const add = (part: unknown, isInHidden: boolean): void => {
    const node = isRecord(part) ? part : {};
    const { $ref, allOf, anyOf, oneOf, discriminator } = node;
    const hidden = isInHidden || hiding.isHidden(part);
    const key = typeof $ref === 'string' && Object.keys(node).length === 1 ? $ref : part;
    const known = sayings.get(key);
    // What is said openly in one place is, wherever else it is hidden.
    if (part === undefined || (known && (!known.hidden || hidden))) return;
    sayings.set(key, { schema: node, hidden });
    for (const one of [allOf, anyOf, oneOf].flat()) add(one, hidden);
    if (typeof $ref === 'string') {
      add(atPointer(hiding.document, $ref), hidden);
      for (const heir of hiding.heirs.get($ref) ?? []) add({ $ref: heir }, hidden);
    }
    const mapping = isRecord(discriminator) && isRecord(discriminator['mapping']) ? discriminator['mapping'] : {};
    for (const target of Object.values(mapping)) add({ $ref: toRef(String(target)) }, hidden);
  };
  add(schema, isBelowHidden);
  return [...sayings.values()];
}
