import type { ExternalDocs, OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { pointerName } from '../document/refs.ts';
import type { Condition } from './conditions.ts';
import { conditionsOf } from './conditions.ts';
import type { Constraint, EnumValue } from './constraints.ts';
import { constraintsOf, enumOf, literalOf } from './constraints.ts';
import { SchemaSizes } from './schema-size.ts';
import type { Direction, Field } from './schema.ts';
import { fieldsOf, flatten } from './schema.ts';
import { typeLabel } from './type-label.ts';
import type { Union, Variant } from './union.ts';
import { unionOf } from './union.ts';

/** What is told of a value beside its name and its members. */
export interface ValueView {
  /** `string (date-time) or null`, `array of Pet`. */
  type: string;
  /** Markdown; '' where there is none. */
  description: string;
  deprecated: boolean;
  constraints: Constraint[];
  /** The allowed values, where they are listed. */
  values: EnumValue[];
  /** A short one, where nothing else tells what a value looks like. */
  example?: string;
  externalDocs?: ExternalDocs;
  /** Whether type and facts tell all of it: it has neither fields nor alternatives. */
  isPlain: boolean;
}

/** A property, or what stands for properties without a name. */
export interface FieldView {
  /** The property's name, a pattern, or '' for any other property; of an item of a tuple its index, `2+` for all further ones. */
  name: string;
  kind: Field['kind'] | 'item';
  marks: ('required' | 'deprecated' | 'read-only' | 'write-only')[];
  value: ValueView;
  nested?: NestedView;
}

/** Members in place, or a link to the page of the component that has them. */
export type NestedView = MembersView | LinkView;

export interface LinkView {
  kind: 'link';
  /** Of the component. */
  name: string;
  address: string;
}

/** What an object, tuple or union consists of. Made once for each component, so the same one wherever it is shown in the same way. */
export interface MembersView {
  kind: 'members';
  /** The component's name, or how to call what has none. */
  title: string;
  /** How many fields and alternatives are shown, nested ones included. */
  size: number;
  fields: FieldView[];
  union?: UnionView;
  conditions: ConditionView[];
}

export interface UnionView {
  match: Union['match'];
  /** The property that tells which alternative it is. */
  discriminator?: string;
  variants: VariantView[];
}

export interface VariantView extends Pick<Variant, 'name' | 'values'> {
  value: ValueView;
  nested?: NestedView;
}

/** What holds only sometimes. */
export interface ConditionView extends Pick<Condition, 'title'> {
  /** Members that it makes required and says nothing else of. */
  required: string[];
  nested?: NestedView;
}

/** For whom members are shown, and how many of them. */
interface Reader {
  direction: Direction | undefined;
  /** Nested components with more fields than this are links. */
  limit: number;
}

/** A longer example stands in the example body only. */
const MAX_EXAMPLE = 120;

/** Decides what is told of schemas; HTML and Markdown print it. Large and recursive components are links to pages of their own. */
export class SchemaViews {
  readonly document: OpenApiDocument;
  readonly #sizes: SchemaSizes;
  readonly #address: (ref: string) => string;
  readonly #components = new Map<string, MembersView>();

  /** @param address Of a component's own page; asked for each component that becomes a link. */
  constructor(document: OpenApiDocument, address: (ref: string) => string) {
    this.document = document;
    this.#sizes = new SchemaSizes(document);
    this.#address = address;
  }

  /** The members of a body or parameter; nothing for a plain value. */
  body(schema: Schema, direction: Direction | undefined): NestedView | undefined {
    const complex = this.#sizes.complexOf(schema);
    if (!complex) return undefined;
    const apart = this.#sizes.apart(complex, direction);
    if (apart !== undefined) return this.#linkTo(apart);
    const limit = this.#sizes.threshold(complex.schema, direction);
    return filled(this.#members(complex.schema, complex.ref, { direction, limit }));
  }

  /** @param example One that stands beside the schema and wins over its own. */
  value(schema: Schema, example?: unknown): ValueView {
    const flat = flatten(this.document, schema);
    const isPlain = this.#sizes.complexOf(schema) === undefined;
    const shown = isPlain ? exampleText(flat, example) : undefined;
    return {
      type: typeLabel(this.document, schema),
      description: flat.description ?? '',
      deprecated: flat.deprecated ?? false,
      constraints: constraintsOf(this.document, schema),
      values: enumOf(this.document, schema),
      ...(shown !== undefined && { example: shown }),
      ...(flat.externalDocs && { externalDocs: flat.externalDocs }),
      isPlain,
    };
  }

  #members(schema: Schema, ref: string | undefined, reader: Reader): MembersView {
    const key = ref === undefined ? undefined : `${ref} ${reader.direction ?? ''} ${reader.limit}`;
    const known = key === undefined ? undefined : this.#components.get(key);
    if (known) return known;
    const union = unionOf(this.document, schema);
    const fields = fieldsOf(this.document, schema, reader.direction).map((field) => this.#field(field, reader));
    const result: MembersView = {
      kind: 'members',
      title: ref === undefined ? this.#unnamed(schema) : pointerName(ref),
      size: this.#sizes.size(schema, reader.limit, reader.direction),
      fields: [...fields, ...this.#items(flatten(this.document, schema), reader)],
      ...(union && { union: this.#union(union, reader) }),
      conditions: conditionsOf(this.document, schema).map((condition) => this.#condition(condition, reader)),
    };
    if (key !== undefined) this.#components.set(key, result);
    return result;
  }

  #field({ name, kind, required, schema }: Field, reader: Reader): FieldView {
    const { deprecated, readOnly, writeOnly } = flatten(this.document, schema);
    const isOfBoth = reader.direction === undefined;
    const marks: FieldView['marks'] = [];
    if (required) marks.push('required');
    if (deprecated) marks.push('deprecated');
    if (isOfBoth && readOnly) marks.push('read-only');
    if (isOfBoth && writeOnly) marks.push('write-only');
    return { name, kind, marks, value: this.value(schema), ...this.#nested(schema, reader) };
  }

  /** The items of a tuple. */
  #items({ prefixItems = [], items }: SchemaObject, reader: Reader): FieldView[] {
    const item = (name: string, schema: Schema): FieldView => ({
      ...this.#field({ name, kind: 'property', required: false, schema }, reader),
      kind: 'item',
    });
    const rest = prefixItems.length > 0 && typeof items === 'object' ? [item(`${prefixItems.length}+`, items)] : [];
    return [...prefixItems.map((schema, index) => item(String(index), schema)), ...rest];
  }

  #nested(schema: Schema, reader: Reader): { nested?: NestedView } {
    const complex = this.#sizes.complexOf(schema);
    if (!complex) return {};
    if (!this.#sizes.isInline(complex, reader.limit, reader.direction))
      return { nested: this.#linkTo(complex.ref ?? '') };
    const nested = filled(this.#members(complex.schema, complex.ref, reader));
    return nested ? { nested } : {};
  }

  #linkTo(ref: string): LinkView {
    return { kind: 'link', name: pointerName(ref), address: this.#address(ref) };
  }

  #union({ match, discriminator, variants }: Union, reader: Reader): UnionView {
    return {
      match,
      ...(discriminator !== undefined && { discriminator }),
      variants: variants.map(({ name, values, schema }) => ({
        name,
        values,
        value: this.value(schema),
        ...this.#nested(schema, reader),
      })),
    };
  }

  #condition({ title, required, schema }: Condition, reader: Reader): ConditionView {
    const complex = this.#sizes.complexOf(schema);
    if (complex && !this.#sizes.isInline(complex, reader.limit, reader.direction))
      return { title, required, nested: this.#linkTo(complex.ref ?? '') };
    const nested = filled(this.#members(schema, undefined, reader));
    const told = new Set(nested?.fields.map(({ name }) => name));
    return { title, required: required.filter((name) => !told.has(name)), ...(nested && { nested }) };
  }

  #unnamed(schema: Schema): string {
    const fields = fieldsOf(this.document, schema, undefined);
    const count = fields.length > 0 ? 0 : unionOf(this.document, schema)?.variants.length;
    return count ? `${count} alternatives` : 'Members';
  }
}

function filled(view: MembersView): MembersView | undefined {
  return view.fields.length > 0 || view.union || view.conditions.length > 0 ? view : undefined;
}

/** An example worth showing beside a value: short, and not told by its enum or constant. */
function exampleText(flat: SchemaObject, given: unknown): string | undefined {
  const example = given ?? flat.example ?? flat.examples?.[0];
  if (example === undefined || example === null || flat.enum || flat.const !== undefined) return undefined;
  const text = literalOf(example);
  return text.length <= MAX_EXAMPLE ? text : undefined;
}
