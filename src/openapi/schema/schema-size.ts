import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { atPointer, isRecord } from '../document/refs.ts';
import type { Direction } from './fields.ts';
import { conditionsOf } from './conditions.ts';
import { soleRef } from './component-ref.ts';
import { fieldsOf } from './fields.ts';
import { flatten } from './flatten.ts';
import { soleVariant, unionOf } from './union.ts';

/** No page should show more fields of one body than this; what is larger is cut into links to pages of their own. */
const MAX_FIELDS = 120;
/** A body of more fields of its own than this stands on a page of its component alone, where it is one. */
const MAX_OWN_FIELDS = 400;
const THRESHOLDS = [60, 30, 15, 8, 4, 0] as const;
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const', 'mapping', 'discriminator']);

/** What of a schema has members to show: the schema itself, an array's items, a nullable union's only member. */
export interface Complex {
  schema: Schema;
  /** The component it is, where it is one. */
  ref?: string;
}

/** Decides what is shown in place and what becomes a link. Depends on the document only, so a `$ref` always looks the same. */
export class SchemaSizes {
  readonly #document: OpenApiDocument;
  readonly #sizes = new Map<string, number>();
  readonly #reached = new Map<string, Set<string>>();
  readonly #recursive = new Map<string, boolean>();
  /** Whether all alternatives of a union are plain values; of one that is being looked at, no. */
  readonly #plainUnions = new Map<SchemaObject, boolean>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  /** The part of a schema that has fields or alternatives worth opening, or `undefined` for a plain value. */
  complexOf(schema: Schema): Complex | undefined {
    let current: Schema = schema;
    let ref: string | undefined;
    for (let steps = 0; steps < 8; steps += 1) {
      ref = soleRef(current) ?? ref;
      const flat = flatten(this.#document, current);
      if (flat.properties || flat.patternProperties) return { schema: current, ...(ref !== undefined && { ref }) };
      const sole = soleVariant(this.#document, current);
      const next =
        sole ?? flat.items ?? (typeof flat.additionalProperties === 'object' ? flat.additionalProperties : undefined);
      if (flat.prefixItems) return { schema: current, ...(ref !== undefined && { ref }) };
      if (next === undefined || next === true) return this.#union(current, ref);
      [current, ref] = [next, undefined];
    }
    return undefined;
  }

  /** Largest size of a nested component that is still shown in place within `schema`. */
  threshold(schema: Schema, direction: Direction | undefined): number {
    return THRESHOLDS.find((limit) => this.size(schema, limit, direction) <= MAX_FIELDS) ?? 0;
  }

  /** The component whose page shows a body's members, where they are too many for the page of an operation. */
  ownPage({ schema, ref }: Complex, direction: Direction | undefined): string | undefined {
    const isTooLarge = direction !== undefined && this.size(schema, 0, direction) > MAX_OWN_FIELDS;
    return isTooLarge ? ref : undefined;
  }

  /** Whether a nested component is shown in place. */
  isInline({ schema, ref }: Complex, limit: number, direction: Direction | undefined): boolean {
    if (ref === undefined) return true;
    return !this.isRecursive(ref) && this.size(schema, limit, direction) <= limit;
  }

  /** Fields shown when nested components larger than `limit` are links. */
  size(schema: Schema, limit: number, direction: Direction | undefined): number {
    const ref = soleRef(schema);
    const key = ref === undefined ? undefined : `${ref} ${limit} ${direction ?? ''}`;
    const known = key === undefined ? undefined : this.#sizes.get(key);
    if (known !== undefined) return known;
    if (key !== undefined) this.#sizes.set(key, 1);
    const size = this.#shownIn(schema, direction).reduce((sum, child) => {
      const complex = this.complexOf(child);
      const isInline = complex && this.isInline(complex, limit, direction);
      return sum + 1 + (isInline ? this.size(complex.schema, limit, direction) : 0);
    }, 0);
    if (key !== undefined) this.#sizes.set(key, size);
    return size;
  }

  /** All that is shown below a schema: fields, items of a tuple, alternatives, conditions. */
  #shownIn(schema: Schema, direction: Direction | undefined): Schema[] {
    const { prefixItems = [], items } = flatten(this.#document, schema);
    return [
      ...fieldsOf(this.#document, schema, direction).map((field) => field.schema),
      ...prefixItems,
      ...(prefixItems.length > 0 && items !== undefined ? [items] : []),
      ...(unionOf(this.#document, schema)?.variants ?? []).map((variant) => variant.schema),
      ...conditionsOf(this.#document, schema).map((condition) => condition.schema),
    ];
  }

  /** Whether a component can be reached from itself. */
  isRecursive(ref: string): boolean {
    const known = this.#recursive.get(ref) ?? this.#leadsTo(ref);
    this.#recursive.set(ref, known);
    return known;
  }

  #leadsTo(ref: string): boolean {
    const seen = new Set<string>();
    const queue = [...this.#refsIn(ref)];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (next === ref) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...this.#refsIn(next));
    }
    return false;
  }

  #refsIn(ref: string): Set<string> {
    const known = this.#reached.get(ref);
    if (known) return known;
    const refs = new Set<string>();
    collect(atPointer(this.#document, ref), refs);
    this.#reached.set(ref, refs);
    return refs;
  }

  /** Alternatives that are all plain values are told by the type label alone. A union that leads back to itself is no plain value. */
  #union(schema: Schema, ref: string | undefined): Complex | undefined {
    const flat = flatten(this.#document, schema);
    const union = { schema, ...(ref !== undefined && { ref }) };
    const known = this.#plainUnions.get(flat);
    if (known !== undefined) return known ? undefined : union;
    this.#plainUnions.set(flat, false);
    const variants = unionOf(this.#document, schema)?.variants ?? [];
    const isPlain = variants.every((variant) => this.complexOf(variant.schema) === undefined);
    this.#plainUnions.set(flat, isPlain);
    return isPlain ? undefined : union;
  }
}

function collect(node: unknown, refs: Set<string>): void {
  if (Array.isArray(node)) return node.forEach((item) => collect(item, refs));
  if (!isRecord(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref' && typeof value === 'string') refs.add(value);
    else if (!DATA.has(key)) collect(value, refs);
  }
}
