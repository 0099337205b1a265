import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { pointerName } from '../document/refs.ts';
import type { Condition } from './conditions.ts';
import { conditionsOf } from './conditions.ts';
import { alternativesOf, enumOf } from './alternatives.ts';
import { isAnnotation } from './component-ref.ts';
import { constraintsOf } from './constraints.ts';
import { bare, filled, without } from './bare-members.ts';
import { literalOf } from './literal.ts';
import type { Complex } from './schema-size.ts';
import { SchemaSizes } from './schema-size.ts';
import type { Direction, Field } from './fields.ts';
import { fieldsOf, memberSchema } from './fields.ts';
import { flatten } from './flatten.ts';
import { allowedValues } from './subtype-value.ts';
import { typeLabel } from './type-label.ts';
import type { Union } from './union.ts';
import type {
  Told,
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

/** Longer examples stand in the example body only. */
const MAX_EXAMPLES = 120;

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

  /** All that is told of a body or parameter. */
  told(schema: Schema, direction: Direction | undefined): Told {
    const nested = this.body(schema, direction);
    const path = this.#sizes.complexOf(schema)?.path ?? [];
    return { value: this.value(schema), path, ...(nested && { nested }) };
  }

  /** @param example One that stands beside the schema and wins over its own. */
  value(schema: Schema, example?: unknown): ValueView {
    const flat = flatten(this.document, schema);
    const isPlain = this.#sizes.complexOf(schema) === undefined;
    return {
      type: typeLabel(this.document, schema),
      description: flat.description ?? '',
      deprecated: flat.deprecated ?? false,
      constraints: constraintsOf(this.document, schema),
      values: enumOf(this.document, schema),
      examples: isPlain ? exampleTexts(flat, example) : [],
      ...(flat.externalDocs && { externalDocs: flat.externalDocs }),
      isPlain,
    };
  }

  #members(schema: Schema, ref: string | undefined, reader: Reader): MembersView {
    const key = ref === undefined ? undefined : `${ref} ${reader.direction ?? ''} ${reader.limit}`;
    const known = key === undefined ? undefined : this.#components.get(key);
    if (known) return known;
    const fields = fieldsOf(this.document, schema, reader.direction);
    const names = new Set(fields.map(({ name }) => name));
    const { unions } = alternativesOf(this.document, schema);
    const result: MembersView = {
      kind: 'members',
      title: ref === undefined ? this.#unnamed(schema) : pointerName(ref),
      size: this.#sizes.size(schema, reader.limit, reader.direction),
      bases: [],
      fields: [
        ...fields.map((field) => this.#field(field, reader)),
        ...this.#items(flatten(this.document, schema), reader),
      ],
      unions: unions.map((union) => this.#union(union, reader, names)),
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

  /** The items of a tuple, and of a list whose members stand beside something of its own. */
  #items({ prefixItems = [], items, ...rest }: SchemaObject, reader: Reader): FieldView[] {
    const item = (name: string, schema: Schema): FieldView => ({
      ...this.#field({ name, kind: 'property', required: false, schema }, reader),
      kind: 'item',
    });
    const further = typeof items === 'object' && (prefixItems.length > 0 || !isAnnotation(rest, 'type'));
    return [
      ...prefixItems.map((schema, index) => item(String(index), schema)),
      ...(further ? [item(`${prefixItems.length}+`, items)] : []),
    ];
  }

  #nested(schema: Schema, reader: Reader): Pick<FieldView, 'nested' | 'path'> {
    const complex = this.#sizes.complexOf(schema);
    if (!complex) return { path: [] };
    const nested = this.#inPlace(complex, reader);
    return { path: complex.path, ...(nested && { nested }) };
  }

  #inPlace(complex: Complex, reader: Reader): NestedView | undefined {
    const { own, links } = this.#sizes.cut(complex, reader.limit, reader.direction);
    if (own === undefined) return links.map((ref) => this.#linkTo(ref))[0];
    const members = this.#members(own, complex.ref, reader);
    if (links.length === 0) return filled(members);
    // Of a member that is only required here, the base tells what it is.
    const unsaid = new Set(bare(members));
    const told = fieldsOf(this.document, complex.schema, reader.direction).filter(({ name }) => unsaid.has(name));
    const fields = members.fields.map((field) => {
      const full = told.find(({ name }) => name === field.name);
      return full && field.kind === 'property' ? this.#field(full, reader) : field;
    });
    return { ...members, fields, bases: links.map((ref) => this.#linkTo(ref)) };
  }

  #linkTo(ref: string): LinkView {
    return { kind: 'link', name: pointerName(ref), address: this.#address(ref) };
  }

  #union({ match, discriminator, variants }: Union, reader: Reader, names: Set<string>): UnionView {
    return {
      match,
      ...(discriminator !== undefined && { discriminator }),
      variants: variants.map(({ name, values, isDefault, schema }) => {
        const told = this.#nested(schema, reader);
        const required = told.nested?.kind === 'members' ? bare(told.nested).filter((one) => names.has(one)) : [];
        const rest = required.length > 0 ? without(told.nested, required) : told.nested;
        const chosen = discriminator === undefined || isDefault ? [] : values;
        return {
          name,
          values,
          ...(isDefault && { isDefault }),
          required,
          value: this.value(schema),
          path: told.path,
          ...(rest && { nested: this.#chosen(rest, schema, discriminator ?? '', chosen) }),
        };
      }),
    };
  }

  /** The members of an alternative, of which the discriminator has no value but those that choose it. */
  #chosen(nested: NestedView, schema: Schema, discriminator: string, values: string[]): NestedView {
    const allowed = allowedValues(this.document, schema, discriminator, values);
    const isChosenBelow = alternativesOf(this.document, schema).unions.some(
      (union) => union.discriminator === discriminator,
    );
    if (nested.kind === 'link' || allowed.length === 0 || isChosenBelow) return nested;
    const fields = nested.fields.map((field) =>
      field.kind === 'property' && field.name === discriminator
        ? {
            ...field,
            value: this.#oneOf(field.value, memberSchema(flatten(this.document, schema), discriminator), allowed),
          }
        : field,
    );
    return { ...nested, fields };
  }

  #oneOf(view: ValueView, schema: Schema, values: string[]): ValueView {
    const { enum: _, const: __, default: ___, ...rest } = flatten(this.document, schema);
    const [only, ...others] = values;
    const told = this.value({ ...rest, ...(others.length > 0 ? { enum: values } : { const: only }) });
    return { ...view, constraints: told.constraints, values: told.values, examples: [] };
  }

  #condition({ title, required, schema }: Condition, reader: Reader): ConditionView {
    const { path, nested: all } = this.#nested(schema, reader);
    const nested = all?.kind === 'members' ? without(all, bare(all)) : all;
    const fields = nested?.kind === 'members' ? nested.fields : [];
    const told = new Set(fields.map(({ name }) => name));
    const value = this.value(schema);
    return {
      title,
      required: required.filter((name) => !told.has(name)),
      isTyped: value.type === 'nothing' || flatten(this.document, schema).type !== undefined,
      value,
      path,
      ...(nested && { nested }),
    };
  }

  #unnamed(schema: Schema): string {
    const fields = fieldsOf(this.document, schema, undefined);
    const count = fields.length > 0 ? 0 : alternativesOf(this.document, schema).unions[0]?.variants.length;
    return count ? `${count} alternatives` : 'Members';
  }
}

/** Examples worth showing beside a value: as many as are short together, and none that its enum or constant tells. */
function exampleTexts(flat: SchemaObject, given: unknown): string[] {
  if (flat.enum || flat.const !== undefined) return [];
  const isTold = (example: unknown): boolean => example !== undefined && example !== null;
  const sources = [[given], [flat.example], flat.examples ?? []];
  const texts = new Set(
    sources
      .find((examples) => examples.some(isTold))
      ?.filter(isTold)
      .map(literalOf),
  );
  let length = 0;
  return [...texts].filter((text) => (length += text.length) <= MAX_EXAMPLES);
}
