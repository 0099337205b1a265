import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { atPointer, isRecord } from '../document/refs.ts';
import type { Direction } from './fields.ts';
import { alternativesOf } from './alternatives.ts';
import { conditionsOf } from './conditions.ts';
import { soleRef } from './component-ref.ts';
import { fieldsOf } from './fields.ts';
import { flatten } from './flatten.ts';

/** No page should show more fields of one body than this; what is larger is cut into links to pages of their own. */
const MAX_FIELDS = 120;
/** A body of more fields of its own than this stands on a page of its component alone, where it is one. */
const MAX_OWN_FIELDS = 400;
const THRESHOLDS = [60, 30, 15, 8, 4, 0] as const;
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const', 'mapping', 'discriminator']);

/** What of a schema has members to show: the schema itself, or the items of a list and the values of a map in it. */
export interface Complex {
  schema: Schema;
  /** The component it is, where it is one. */
  ref?: string;
  /** The way to it from the whole: once `items`, `values` or both. */
  path: ('items' | 'values')[];
}

/** Deeper than this, lists of lists are not looked into. */
const MAX_STEPS = 8;

/** Decides what is shown in place and what becomes a link. Depends on the document only, so a `$ref` always looks the same. */
export class SchemaSizes {
  readonly #document: OpenApiDocument;
  readonly #sizes = new Map<string, number>();
  readonly #recursive = new Map<string, boolean>();
  readonly #refs = new Map<string, Refs>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  /** The part of a schema that has fields, alternatives or conditions worth opening, or `undefined` for a plain value. */
  complexOf(schema: Schema): Complex | undefined {
    const path: Complex['path'] = [];
    let current: Schema = schema;
    while (path.length < MAX_STEPS) {
      const flat = flatten(this.#document, current);
      const ref = soleRef(current);
      // What only stands for a component has its members, those of the subtypes too.
      if (this.#hasMembers(current, flat))
        return ref === undefined ? { schema: current, path } : { schema: { $ref: ref }, path, ref };
      const [step, next] =
        flat.items === undefined ? (['values', flat.additionalProperties] as const) : (['items', flat.items] as const);
      if (typeof next !== 'object') return undefined;
      path.push(step);
      current = next;
    }
    return undefined;
  }

  #hasMembers(schema: Schema, flat: SchemaObject): boolean {
    const { properties, patternProperties, prefixItems, required, items, additionalProperties } = flat;
    if (properties || patternProperties || prefixItems || required?.length) return true;
    if (typeof items === 'object' && typeof additionalProperties === 'object') return true;
    return conditionsOf(this.#document, schema).length > 0 || alternativesOf(this.#document, schema).unions.length > 0;
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

  /** What of a nested schema is shown in place, and the components that are links instead: itself, or what it includes. */
  cut({ schema, ref }: Complex, limit: number, direction: Direction | undefined): { own?: Schema; links: string[] } {
    if (ref !== undefined) return this.#fits(ref, limit, direction) ? { own: schema, links: [] } : { links: [ref] };
    const links = [...new Set(basesOf(schema).filter((base) => !this.#fits(base, limit, direction)))];
    return { own: withoutBases(schema, links), links };
  }

  #fits(ref: string, limit: number, direction: Direction | undefined): boolean {
    return !this.isRecursive(ref) && this.size({ $ref: ref }, limit, direction) <= limit;
  }

  /** Fields shown when nested components larger than `limit` are links. */
  size(schema: Schema, limit: number, direction: Direction | undefined): number {
    const ref = soleRef(schema);
    const key = ref === undefined ? undefined : `${ref} ${limit} ${direction ?? ''}`;
    const known = key === undefined ? undefined : this.#sizes.get(key);
    if (known !== undefined) return known;
    if (key !== undefined) this.#sizes.set(key, 1);
    const size = this.#shownIn(schema, direction).reduce(
      (sum, child) => sum + 1 + this.#below(child, limit, direction),
      0,
    );
    if (key !== undefined) this.#sizes.set(key, size);
    return size;
  }

  #below(child: Schema, limit: number, direction: Direction | undefined): number {
    const complex = this.complexOf(child);
    const own = complex && this.cut(complex, limit, direction).own;
    return own === undefined ? 0 : this.size(own, limit, direction);
  }

  /** All that is shown below a schema: fields, items of a tuple, alternatives, conditions. */
  #shownIn(schema: Schema, direction: Direction | undefined): Schema[] {
    const { prefixItems = [], items } = flatten(this.#document, schema);
    return [
      ...fieldsOf(this.#document, schema, direction).map((field) => field.schema),
      ...prefixItems,
      ...(prefixItems.length > 0 && items !== undefined ? [items] : []),
      ...alternativesOf(this.#document, schema).unions.flatMap(({ variants }) => variants.map((one) => one.schema)),
      ...conditionsOf(this.#document, schema).map((condition) => condition.schema),
    ];
  }

  /**
   * Whether a component can be reached from itself: by what is written, or from its subtypes, which are shown with it. A subtype
   * that only its base leads back to is not: the way is cut at the base.
   */
  isRecursive(ref: string): boolean {
    const { all, subtypes } = this.#refsIn(ref);
    const known =
      this.#recursive.get(ref) ??
      (leads(all, ref, (next) => this.#refsIn(next).all) || leads(subtypes, ref, (next) => this.#shownWith(next)));
    this.#recursive.set(ref, known);
    return known;
  }

  /** A subtype includes its base without the subtypes of that, so what is included is another step than the whole. */
  #shownWith(step: string): string[] {
    const ref = step.startsWith(INCLUDED) ? step.slice(INCLUDED.length) : step;
    const { bases, others, subtypes } = this.#refsIn(ref);
    return [...others, ...bases.map((base) => INCLUDED + base), ...(step === ref ? subtypes : [])];
  }

  #refsIn(ref: string): Refs {
    const known = this.#refs.get(ref);
    if (known) return known;
    const schema = (atPointer(this.#document, ref) ?? true) as Schema;
    const bases = typeof schema === 'object' ? (schema.allOf ?? []).flatMap(basesOf) : [];
    const others = new Set<string>();
    collect(withoutBases(schema, bases), others);
    const unions = alternativesOf(this.#document, schema).unions.filter(({ match }) => match === 'subtypes');
    const subtypes = unions.flatMap(({ variants }) => variants.flatMap((variant) => soleRef(variant.schema) ?? []));
    const refs = { bases, others: [...others], subtypes, all: [...others, ...bases] };
    this.#refs.set(ref, refs);
    return refs;
  }
}

/** The components that one leads to. */
interface Refs {
  /** What its `allOf` includes. */
  bases: string[];
  others: string[];
  /** What its discriminator tells that it may be. */
  subtypes: string[];
  /** All that is written. */
  all: string[];
}

const INCLUDED = 'included ';

function leads(from: string[], to: string, nextOf: (step: string) => string[]): boolean {
  const seen = new Set<string>();
  const queue = [...from];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...nextOf(next));
  }
  return false;
}

/** The components that a schema refers to in its own `$ref` and `allOf`. */
function basesOf(schema: Schema): string[] {
  if (typeof schema !== 'object') return [];
  return [...(schema.$ref === undefined ? [] : [schema.$ref]), ...(schema.allOf ?? []).flatMap(basesOf)];
}

/** A schema without some of the components that it includes. */
function withoutBases(schema: Schema, refs: string[]): Schema {
  if (typeof schema !== 'object' || refs.length === 0) return schema;
  const { $ref, allOf, ...own } = schema;
  return {
    ...($ref !== undefined && !refs.includes($ref) && { $ref }),
    ...(allOf && { allOf: allOf.map((part) => withoutBases(part, refs)) }),
    ...own,
  };
}

function collect(node: unknown, refs: Set<string>): void {
  if (Array.isArray(node)) return node.forEach((item) => collect(item, refs));
  if (!isRecord(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref' && typeof value === 'string') refs.add(value);
    else if (!DATA.has(key)) collect(value, refs);
  }
}
