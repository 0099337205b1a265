import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import type { Versions } from '../changes/change.ts';
import { valuesAt } from '../changes/type-changes.ts';
import { isRecord } from '../document/refs.ts';
import { alternativesOf } from '../schema/alternatives.ts';
import { fieldsOf } from '../schema/fields.ts';
import { flatten } from '../schema/flatten.ts';
import { isNullable } from '../schema/nullable.ts';
import { satisfies } from '../schema/satisfies.ts';
import { typeLabel } from '../schema/type-label.ts';
import { plainValue } from './trace-value.ts';

/** What a newer document says otherwise of a value that the older one described. */
export interface ShapeDifference {
  /** `data[].email`; '' for the whole. */
  place: string;
  what: string;
  /** False: something comes that was not there. */
  isBreaking: boolean;
}

interface Place {
  value: unknown;
  schemas: Versions<Schema>;
  path: string;
  depth: number;
}

/** Deeper than this no document tells apart what a value holds. */
const MAX_DEPTH = 40;
const RULES = [
  ...['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['multipleOf', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
] as const;

/**
 * Of a value that came back, what a newer document does not describe any more, or describes otherwise, by field; each once, whatever
 * the length of lists.
 * @param documents Both OpenAPI 3.1
 */
export function shapeDifferences(
  value: unknown,
  schemas: Versions<Schema>,
  documents: Versions<OpenApiDocument>,
): ShapeDifference[] {
  const found = new Map<string, ShapeDifference>();
  const visit = (place: Place): void => {
    if (place.depth > MAX_DEPTH) return;
    const own = ownDifference(place, documents);
    if (own) return void found.set(`${place.path} ${own}`, { place: place.path, what: own, isBreaking: true });
    for (const difference of memberDifferences(place, documents))
      found.set(`${difference.place} ${difference.what}`, difference);
    for (const next of below(place, documents)) visit({ ...next, depth: place.depth + 1 });
  };
  visit({ value, schemas, path: '', depth: 0 });
  return [...found.values()];
}

/** What is said of the value itself, without its members. */
function ownDifference({ value, schemas }: Place, documents: Versions<OpenApiDocument>): string | undefined {
  const holds = (version: keyof Versions<unknown>, rule: (document: OpenApiDocument, schema: Schema) => boolean) =>
    rule(documents[version], schemas[version]);
  const breaks = (rule: (document: OpenApiDocument, schema: Schema) => boolean): boolean =>
    holds('before', rule) && !holds('after', rule);
  if (value === null)
    return holds('before', isNullable) && !satisfies(documents.after, schemas.after, value, 'response')
      ? 'came as null, and is not null any more'
      : undefined;
  if (breaks((document, schema) => hasType(document, schema, value)))
    return `came as ${kindOf(value)}, and is ${typeLabel(documents.after, schemas.after)} now`;
  const plain = plainValue(value);
  if (plain !== undefined && breaks((document, schema) => hasValue(document, schema, plain)))
    return `came as \`${plain}\`, which is not one of its values any more`;
  const rule = RULES.find((key) => breaks((document, schema) => keeps(document, schema, key, value)));
  if (rule !== undefined) return `came as \`${plain ?? kindOf(value)}\`, which \`${rule}\` does not allow any more`;
  return breaks((document, schema) => hasAlternative(document, schema, value))
    ? 'came as an alternative that is not described any more'
    : undefined;
}

function hasType(document: OpenApiDocument, schema: Schema, value: unknown): boolean {
  const { type } = flatten(document, schema);
  return type === undefined || satisfies(document, { type }, value, 'response');
}

function hasValue(document: OpenApiDocument, schema: Schema, plain: string): boolean {
  const values = valuesAt({ document, schema });
  return values.length === 0 || values.includes(plain);
}

function keeps(document: OpenApiDocument, schema: Schema, key: (typeof RULES)[number], value: unknown): boolean {
  const rule = flatten(document, schema)[key];
  return rule === undefined || satisfies(document, { [key]: rule }, value, 'response');
}

function hasAlternative(document: OpenApiDocument, schema: Schema, value: unknown): boolean {
  const { unions } = alternativesOf(document, schema);
  return unions.every(({ variants }) => variants.some((one) => satisfies(document, one.schema, value, 'response')));
}

/** Members that are not described any more, and those that will come. */
function memberDifferences({ value, schemas, path }: Place, documents: Versions<OpenApiDocument>): ShapeDifference[] {
  if (!isRecord(value)) return [];
  const [old, now] = [
    fieldsOf(documents.before, schemas.before, 'response'),
    fieldsOf(documents.after, schemas.after, 'response'),
  ];
  // A member may be described by the alternative that the value is now.
  const held = heldBy(documents.after, schemas.after, value).flatMap((one) =>
    fieldsOf(documents.after, one, 'response'),
  );
  const known = new Set([...now, ...held].map(({ kind, name }) => `${kind} ${name}`));
  const gone = old.filter(({ kind, name }) => Object.hasOwn(value, name) && !known.has(`${kind} ${name}`));
  const before = new Set(old.map(({ name }) => name));
  const come = now.filter(({ kind, name, required }) => kind === 'property' && required && !before.has(name));
  return [
    ...gone.map(({ name }) => ({
      place: step(path, name),
      what: 'came, and is not described any more',
      isBreaking: true,
    })),
    ...come
      .filter(({ name }) => !Object.hasOwn(value, name))
      .map(({ name }) => ({ place: step(path, name), what: 'will come; it is new', isBreaking: false })),
  ];
}

/** What is described of a value in both versions: its members, its items, the alternative that it is. */
function below({ value, schemas, path }: Place, documents: Versions<OpenApiDocument>): Omit<Place, 'depth'>[] {
  return [...alternatives(value, schemas, path, documents), ...parts(value, schemas, path, documents)];
}

function alternatives(
  value: unknown,
  schemas: Versions<Schema>,
  path: string,
  documents: Versions<OpenApiDocument>,
): Omit<Place, 'depth'>[] {
  const [before] = heldBy(documents.before, schemas.before, value);
  const [after] = heldBy(documents.after, schemas.after, value);
  return before === undefined || after === undefined ? [] : [{ value, schemas: { before, after }, path }];
}

/** The alternatives of a schema that a value is. */
function heldBy(document: OpenApiDocument, schema: Schema, value: unknown): Schema[] {
  return alternativesOf(document, schema)
    .unions.flatMap(({ variants }) => variants)
    .filter((one) => satisfies(document, one.schema, value, 'response'))
    .map((one) => one.schema);
}

function parts(
  value: unknown,
  schemas: Versions<Schema>,
  path: string,
  documents: Versions<OpenApiDocument>,
): Omit<Place, 'depth'>[] {
  if (Array.isArray(value)) {
    const [before, after] = [
      flatten(documents.before, schemas.before).items ?? true,
      flatten(documents.after, schemas.after).items ?? true,
    ];
    return value.map((item: unknown) => ({ value: item, schemas: { before, after }, path: `${path}[]` }));
  }
  if (!isRecord(value)) return [];
  const now = new Map(
    fieldsOf(documents.after, schemas.after, 'response').map(({ kind, name, schema }) => [`${kind} ${name}`, schema]),
  );
  return fieldsOf(documents.before, schemas.before, 'response').flatMap(({ kind, name, schema: before }) => {
    const after = now.get(`${kind} ${name}`);
    if (kind !== 'property' || after === undefined || !Object.hasOwn(value, name)) return [];
    return [{ value: value[name], schemas: { before, after }, path: step(path, name) }];
  });
}

function step(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
