import type { Schema, SchemaObject } from '../document/openapi-document.ts';
import { isRecord } from '../document/refs.ts';
import { memberSchema } from './fields.ts';
import { conjuncts, flatten } from './flatten.ts';
import { sameJson } from './literal.ts';
import type { Making } from './making.ts';

/** Lists that a flat schema without alternatives may allow. */
export function* arrayCandidates(making: Making, flat: SchemaObject): Generator<unknown[]> {
  const isTooDeep = making.path.length > making.depth;
  const { prefixItems = [], items, minItems = 0, maxItems = Infinity } = flat;
  const few = Math.min(minItems, making.most);
  if (isTooDeep && few === 0) {
    yield [];
    return;
  }
  const first = prefixItems.map((item) => (making.made.left-- > 0 ? making.make(item) : null) ?? null);
  const wanted = contained(making, flat);
  const usual = items === undefined || wanted.length > 0 || prefixItems.length > 0 ? few : Math.max(1, few);
  const start = [...first, ...wanted].slice(0, maxItems);
  yield filled(making, flat, start, Math.min(usual, maxItems));
  yield filled(making, flat, start, few);
  yield filled(making, flat, wanted, few);
  yield [];
}

/** The items that the list must contain. */
function contained(making: Making, flat: SchemaObject): unknown[] {
  return conjuncts(flat).flatMap(({ contains, minContains = 1 }) => {
    if (contains === undefined || minContains === 0) return [];
    const both: Schema = typeof flat.items === 'object' ? { allOf: [flat.items, contains] } : contains;
    return itemsOf(making, both, Math.min(minContains, making.most), flat.uniqueItems === true, []);
  });
}

function filled(making: Making, flat: SchemaObject, start: unknown[], count: number): unknown[] {
  if (start.length >= count) return start;
  return [...start, ...itemsOf(making, flat.items ?? true, count - start.length, flat.uniqueItems === true, start)];
}

/**
 * Values that may stand for a schema; then the first of them, where it is an object, with other values for one of its members; then as
 * many numbers: they differ, and are the plainest where anything may stand.
 */
function* different(making: Making, schema: Schema, count: number): Generator<unknown> {
  let first: unknown;
  for (const value of making.candidates(schema)) {
    first ??= value;
    yield value;
  }
  const flat = flatten(making.document, schema);
  for (const [name, value] of Object.entries(isRecord(first) ? first : {}))
    for (const other of making.candidates(memberSchema(flat, name)))
      if (!sameJson(value, other)) yield { ...(first as object), [name]: other };
  for (let number = 1; number <= count; number += 1) yield number;
}

function itemsOf(making: Making, schema: Schema, count: number, isUnique: boolean, others: unknown[]): unknown[] {
  if (!isUnique || count + others.length === 1) {
    const item = making.make(schema);
    return item === undefined && count === 1 && schema !== true
      ? []
      : Array.from({ length: count }, () => item ?? null);
  }
  const list: unknown[] = [];
  for (const item of different(making, schema, count + others.length)) {
    if (list.length === count) break;
    if (item === undefined || [...others, ...list].some((other) => sameJson(other, item))) continue;
    if (making.fits(schema, item)) list.push(item);
  }
  return list;
}
