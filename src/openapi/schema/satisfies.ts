import type { Schema as ValidatorSchema } from '@cfworker/json-schema';
import { validate } from '@cfworker/json-schema';
import type { Schema, SchemaObject, OpenApiDocument } from '../document/openapi-document.ts';
import { asDoubles } from '../../json-text/exact-number.ts';
import { atPointer } from '../document/refs.ts';
import { isAnnotation } from './component-ref.ts';
import type { Direction } from './fields.ts';
import { appliesTo } from './fields.ts';
import { flatten } from './flatten.ts';
import { unicodePattern } from './pattern-text.ts';
import { chosenBy, isDefault } from './union.ts';

/** A check of a schema that is said anew in more ways than this would take long. */
const MAX_WEIGHT = 20_000;
const FORMATS = new Set([
  ...[
    'date',
    'date-time',
    'time',
    'duration',
    'email',
    'hostname',
    'ipv4',
    'ipv6',
    'uri',
    'uri-reference',
    'uri-template',
  ],
  ...['uuid', 'regex', 'json-pointer', 'relative-json-pointer'],
]);
const PLAIN = [
  ...['type', 'const', 'enum', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum'],
  ...['exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains'],
  ...['minProperties', 'maxProperties', 'dependentRequired', '$ref'],
] as const;
const BELOW = [
  'items',
  'contains',
  'unevaluatedItems',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
];
const IN_PLACE = ['not', 'if', 'then', 'else'];
const NAMED = ['properties', 'patternProperties', 'dependentSchemas'];
const LISTS = ['allOf', 'anyOf', 'oneOf'];

type Prepared = ValidatorSchema | boolean;

const checkers = new WeakMap<OpenApiDocument, Map<string, Checker>>();

/**
 * Whether a value satisfies a schema for those who send or receive it: a member that does not apply in this direction is not
 * required, and a discriminator chooses its alternative. `true` where that takes too long to say, or has no end.
 */
export function satisfies(document: OpenApiDocument, schema: Schema, value: unknown, direction: Direction): boolean {
  const known = checkers.get(document) ?? new Map<string, Checker>();
  checkers.set(document, known);
  const checker = known.get(direction) ?? new Checker(document, direction);
  known.set(direction, checker);
  return checker.holds(schema, value);
}

/** Schemas as the validator takes them, each made once. */
class Checker {
  readonly #document: OpenApiDocument;
  readonly #direction: Direction;
  readonly #prepared = new WeakMap<SchemaObject, Prepared>();
  readonly #weights = new WeakMap<object, number>();
  readonly #lookup: Record<string, Prepared>;

  constructor(document: OpenApiDocument, direction: Direction) {
    this.#document = document;
    this.#direction = direction;
    this.#lookup = new Proxy<Record<string, Prepared>>({}, { get: (_, ref: string) => this.#target(ref) });
  }

  holds(schema: Schema, value: unknown): boolean {
    const prepared = this.#prepare(schema, []);
    if (value === undefined || this.#weight(prepared) > MAX_WEIGHT) return value !== undefined;
    try {
      return validate(asDoubles(value), prepared, '2020-12', this.#lookup).valid;
    } catch (error) {
      // The schema leads back to itself without going any deeper into the value.
      if (error instanceof RangeError) return true;
      throw error;
    }
  }

  #target(ref: string): Prepared {
    return this.#prepare(atPointer(this.#document, ref) as Schema, []);
  }

  /** @param hidden Members of the whole that do not apply in this direction. */
  #prepare(schema: Schema, hidden: string[]): Prepared {
    if (typeof schema === 'boolean') return schema;
    const known = hidden.length === 0 ? this.#prepared.get(schema) : undefined;
    if (known !== undefined) return known;
    const result = this.#copy(schema, [...hidden, ...this.#hiddenIn(schema)]);
    if (hidden.length === 0) this.#prepared.set(schema, result);
    return result;
  }

  #hiddenIn(schema: SchemaObject): string[] {
    return Object.entries(flatten(this.#document, schema).properties ?? {})
      .filter(([, member]) => !appliesTo(flatten(this.#document, member), this.#direction))
      .map(([name]) => name);
  }

  #copy(schema: SchemaObject, hidden: string[]): Prepared {
    const source = schema as Record<string, unknown>;
    const result: Record<string, unknown> = {};
    for (const key of PLAIN) if (source[key] !== undefined) result[key] = asDoubles(source[key]);
    for (const key of BELOW) if (source[key] !== undefined) result[key] = this.#prepare(source[key] as Schema, []);
    for (const key of IN_PLACE)
      if (source[key] !== undefined) result[key] = this.#prepare(source[key] as Schema, hidden);
    for (const key of LISTS) if (source[key]) result[key] = this.#list(key, schema, source[key] as Schema[], hidden);
    if (schema.prefixItems) result['prefixItems'] = schema.prefixItems.map((item) => this.#prepare(item, []));
    if (schema.required) result['required'] = schema.required.filter((name) => !hidden.includes(name));
    const pattern = schema.pattern === undefined ? undefined : unicodePattern(schema.pattern);
    if (pattern !== undefined) result['pattern'] = pattern;
    if (schema.format !== undefined && FORMATS.has(schema.format)) result['format'] = schema.format;
    if (schema.properties) result['properties'] = this.#named(schema.properties, []);
    if (schema.dependentSchemas) result['dependentSchemas'] = this.#named(schema.dependentSchemas, hidden);
    if (schema.patternProperties) result['patternProperties'] = this.#named(patterns(schema.patternProperties), []);
    return result;
  }

  #named(schemas: Record<string, Schema>, hidden: string[]): Record<string, Prepared> {
    return Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, this.#prepare(one, hidden)]));
  }

  #list(key: string, { discriminator }: SchemaObject, list: Schema[], hidden: string[]): Prepared[] {
    // What is said twice says no more than what is said once.
    const refs = new Set<string>();
    const distinct = list.filter((one) => {
      if (key === 'oneOf' || typeof one !== 'object' || one.$ref === undefined || !isAnnotation(one, '$ref'))
        return true;
      return !refs.has(one.$ref) && refs.add(one.$ref);
    });
    const chosen = distinct.map((one) =>
      discriminator && key !== 'allOf' ? chosenBy(this.#document, discriminator, one) : [],
    );
    return distinct.map((one, index) => {
      const prepared = this.#prepare(one, hidden);
      const values = chosen[index] ?? [];
      if (!discriminator || values.length === 0) return prepared;
      const others = chosen.flatMap((each, at) => (at === index ? [] : each));
      const named = (names: string[]): Prepared => ({
        required: [discriminator.propertyName],
        properties: { [discriminator.propertyName]: { enum: names } },
      });
      // The default one holds where no other is chosen, also where nothing is.
      const choice = isDefault(discriminator, one) ? { not: named(others) } : named(values);
      return { allOf: [prepared, choice] } as Prepared;
    });
  }

  /** How many schemas a check may look into. */
  #weight(schema: Prepared): number {
    if (typeof schema === 'boolean') return 1;
    const known = this.#weights.get(schema);
    if (known !== undefined) return known;
    this.#weights.set(schema, 1);
    const source = schema as Record<string, Prepared | Prepared[] | Record<string, Prepared> | string | undefined>;
    const one = [...BELOW, ...IN_PLACE].flatMap((key) => (source[key] === undefined ? [] : [source[key] as Prepared]));
    const lists = [...LISTS, 'prefixItems'].flatMap((key) => (source[key] ?? []) as Prepared[]);
    const named = NAMED.flatMap((key) => Object.values((source[key] ?? {}) as Record<string, Prepared>));
    const target = typeof source['$ref'] === 'string' ? [this.#target(source['$ref'])] : [];
    const below = [...one, ...lists, ...named, ...target];
    const result = below.reduce<number>((sum, part) => Math.min(sum + this.#weight(part), Number.MAX_SAFE_INTEGER), 1);
    this.#weights.set(schema, result);
    return result;
  }
}

function patterns(schemas: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [unicodePattern(name) ?? '$^', schema]));
}
