import type { SchemaObject } from '../document/openapi-document.ts';
import type { Field } from './fields.ts';
import { fieldsOf, memberSchema } from './fields.ts';
import { conjuncts, flatten } from './flatten.ts';
import { textCandidates } from './make-text.ts';
import type { Making } from './making.ts';
import { textsOf } from './pattern-text.ts';

/** A made-up object below the first level has no more members than this, required ones first. */
const MAX_MEMBERS = 12;
/** So many members are left out by turns, where not all of them may stand together. */
const MAX_LEFT_OUT = 8;

type Members = [name: string, value: unknown][];

/** Objects that a flat schema without alternatives may allow: with all members, with those required, with one left out. */
export function* objectCandidates(making: Making, flat: SchemaObject): Generator<Record<string, unknown>> {
  const isTooDeep = making.path.length > making.depth;
  const fields = fieldsOf(making.document, flat, making.direction).filter(
    ({ kind, required, schema }) => kind !== 'pattern' && (required || !flatten(making.document, schema).deprecated),
  );
  const shown = isTooDeep ? fields.filter(({ required }) => required) : chosen(fields, making.path.length > 1);
  const all = membersOf(making, flat, shown);
  const optional = shown.filter(({ required }) => !required).map(nameOf);
  const without = (names: string[]): Members => all.filter(([name]) => !names.includes(nameOf({ name })));
  const needed = all.filter(([name]) => shown.some((field) => field.required && field.name === name));
  yield asObject(making, flat, all);
  if (isTooDeep) return;
  yield asObject(
    making,
    flat,
    all.filter(([name, value]) => needed.some(([one]) => one === name) || making.fits(memberSchema(flat, name), value)),
  );
  for (const name of optional.slice(0, MAX_LEFT_OUT)) yield asObject(making, flat, without([name]));
  yield asObject(making, flat, needed);
  for (const name of optional.slice(0, MAX_LEFT_OUT))
    yield asObject(making, flat, [...needed, ...all.filter(([one]) => one === name)]);
}

function nameOf({ name }: Pick<Field, 'name'>): string {
  return name;
}

function chosen(fields: Field[], isNested: boolean): Field[] {
  if (!isNested) return fields;
  const first = fields.toSorted((a, b) => Number(b.required) - Number(a.required)).slice(0, MAX_MEMBERS);
  return fields.filter((field) => first.includes(field));
}

function membersOf(making: Making, flat: SchemaObject, fields: Field[]): Members {
  const members: Members = [];
  for (const { name, kind, required, schema } of fields) {
    making.made.left -= 1;
    if (making.made.left < 0) return members;
    const value = making.make(kind === 'property' ? memberSchema(flat, name) : schema);
    if (value === undefined && !required) continue;
    const [free = 'key'] = kind === 'additional' ? namesOf(making, flat) : [name];
    members.push([free, value ?? null]);
  }
  return members;
}

/** With as many members as it must have, and no more than it may have. */
function asObject(making: Making, flat: SchemaObject, members: Members): Record<string, unknown> {
  const required = new Set(flat.required);
  const list =
    members.length > (flat.maxProperties ?? Infinity)
      ? members.toSorted(([a], [b]) => Number(required.has(b)) - Number(required.has(a)))
      : members;
  const result = new Map(list.slice(0, flat.maxProperties));
  const missing = Math.min(flat.minProperties ?? 0, making.most) - result.size;
  if (missing > 0) for (const [name, value] of further(making, flat, result, missing)) result.set(name, value);
  return Object.fromEntries(result);
}

/** Members that no property names. */
function further(making: Making, flat: SchemaObject, known: Map<string, unknown>, count: number): Members {
  const members: Members = [];
  for (const name of namesOf(making, flat)) {
    if (members.length === count) return members;
    if (known.has(name) || members.some(([other]) => other === name)) continue;
    const schema = memberSchema(flat, name);
    if (schema !== false) members.push([name, making.make(schema) ?? 'string']);
  }
  return members;
}

/** Names for members, as `propertyNames` and the patterns want them. */
function* namesOf(making: Making, flat: SchemaObject): Generator<string> {
  const names = conjuncts(flat).flatMap(({ propertyNames }) => propertyNames ?? []);
  const allowed = (name: string): boolean => names.every((schema) => making.fits(schema, name));
  const rule = names.length > 0 ? flatten(making.document, { allOf: names }) : undefined;
  const wanted = [...(rule?.enum ?? []), ...(rule?.const === undefined ? [] : [rule.const])];
  for (const name of wanted) if (typeof name === 'string' && allowed(name)) yield name;
  if (rule) for (const name of textCandidates({ ...rule, type: 'string' })) if (allowed(name)) yield name;
  for (let n = 1; n <= making.most; n += 1) if (allowed(n === 1 ? 'key' : `key${n}`)) yield n === 1 ? 'key' : `key${n}`;
  for (const pattern of Object.keys(flat.patternProperties ?? {}))
    for (const name of textsOf(pattern)) if (allowed(name)) yield name;
}
