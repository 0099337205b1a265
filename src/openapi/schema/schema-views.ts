import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { pointerName } from '../document/refs.ts';
import type { Condition } from './conditions.ts';
import { conditionsOf } from './conditions.ts';
import { constraintsOf, enumOf, literalOf } from './constraints.ts';
import { SchemaSizes } from './schema-size.ts';
import type { Direction, Field } from './fields.ts';
import { fieldsOf } from './fields.ts';
import { flatten } from './flatten.ts';
import { typeLabel } from './type-label.ts';
import type { Union } from './union.ts';
import { unionOf } from './union.ts';
import type {
  ValueView,
  FieldView,
  NestedView,
  LinkView,
  MembersView,
  UnionView,
  ConditionView,
} from './schema-view.ts';

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
    const page = this.#sizes.ownPage(complex, direction);
    if (page !== undefined) return this.#linkTo(page);
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
    const nested = filled(this.#members(schema, complex?.ref, reader));
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
