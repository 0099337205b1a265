import { isNumeric, parseExact } from '../../json-text/exact-number.ts';
import { includesType, jsonType, typesOf } from './schema-types.ts';
import { isRecord } from './refs.ts';

/** A schema as it is written, and the file that its references start from. */
interface SchemaAt {
  node: unknown;
  file: string;
}

export type Follow = (ref: { $ref: string }, file: string) => SchemaAt;

interface Reading {
  follow: Follow;
  /** Whether a text may be JSON. */
  canParse: boolean;
  note: (kind: string, steps: (string | number)[]) => void;
}

const AS_TEXT = 'is a number where the schema takes texts only, and is read as one';
const AS_JSON = 'is a text where the schema takes none, and is read as the JSON that it holds';

/**
 * A value as it is meant, by what its schemas take; it is changed in place where it holds others.
 * @param schemas All that say something of it.
 */
export function readValueAs(
  value: unknown,
  schemas: readonly SchemaAt[],
  reading: Reading,
  steps: (string | number)[] = [],
): unknown {
  if (schemas.length === 0) return value;
  const takesAll = (type: string): boolean => schemas.every((one) => takes(one, type, reading.follow));
  const takesNone = (type: string): boolean => !schemas.some((one) => takes(one, type, reading.follow));
  if (isNumeric(value)) {
    if (!takesAll('string') || !takesNone('integer')) return value;
    reading.note(AS_TEXT, steps);
    return String(value);
  }
  if (typeof value === 'string') {
    const parsed = reading.canParse && takesNone('string') ? parsedJson(value) : undefined;
    if (parsed === undefined || parsed === null || !takesAll(jsonType(parsed))) return value;
    reading.note(AS_JSON, steps);
    return parsed;
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Record<string | number, unknown>;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    const below = schemas.flatMap((one) => schemasBelow(one, key, reading.follow));
    const read = readValueAs(members[key], below, reading, [...steps, key]);
    if (read !== members[key]) members[key] = read;
  }
  return value;
}

function parsedJson(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return undefined;
  }
}

/** Whether a schema takes values of a type; one that cannot be told takes them. @param known What has been asked already. */
function takes({ node, file }: SchemaAt, type: string, follow: Follow, known = new Map<unknown, boolean>()): boolean {
  if (!isRecord(node)) return node !== false;
  const isTaken = (one: SchemaAt): boolean => takes(one, type, follow, known);
  const asked = known.get(node);
  if (asked !== undefined) return asked;
  known.set(node, true);
  const types = typesOf(node);
  const result =
    (types.length === 0 || includesType(types, type)) &&
    [...targetOf(node, file, follow), ...partsOf(node, ['allOf'], file)].every(isTaken) &&
    [partsOf(node, ['oneOf'], file), partsOf(node, ['anyOf'], file)].every(
      (list) => list.length === 0 || list.some(isTaken),
    );
  known.set(node, result);
  return result;
}

/** What a schema, what it refers to and its alternatives say of a member or an item. */
function schemasBelow(at: SchemaAt, key: string | number, follow: Follow, seen = new Set<unknown>()): SchemaAt[] {
  const { node, file } = at;
  if (!isRecord(node) || seen.has(node)) return [];
  seen.add(node);
  const own = typeof key === 'number' ? itemSchema(node, key) : memberSchema(node, key);
  const parts = [...targetOf(node, file, follow), ...partsOf(node, ['allOf', 'oneOf', 'anyOf'], file)];
  return [
    ...(isRecord(own) ? [{ node: own, file }] : []),
    ...parts.flatMap((part) => schemasBelow(part, key, follow, seen)),
  ];
}

function targetOf({ $ref }: Record<string, unknown>, file: string, follow: Follow): SchemaAt[] {
  return typeof $ref === 'string' ? [follow({ $ref }, file)] : [];
}

function partsOf(schema: Record<string, unknown>, keywords: string[], file: string): SchemaAt[] {
  const lists = keywords.map((keyword) => schema[keyword]);
  return lists.flatMap((list) => (Array.isArray(list) ? list.map((node: unknown) => ({ node, file })) : []));
}

function memberSchema({ properties, additionalProperties }: Record<string, unknown>, name: string): unknown {
  return isRecord(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
}

function itemSchema({ prefixItems, items }: Record<string, unknown>, index: number): unknown {
  const list = [prefixItems, items].find(Array.isArray) as unknown[] | undefined;
  return list?.[index] ?? items;
}
