import { constraintsOf, enumOf, literalOf } from '../../openapi/schema/constraints.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document/openapi-document.ts';
import { pointerName } from '../../openapi/document/refs.ts';
import { SchemaSizes } from '../../openapi/schema/schema-size.ts';
import type { Complex } from '../../openapi/schema/schema-size.ts';
import type { Direction, Field } from '../../openapi/schema/schema.ts';
import { fieldsOf, flatten } from '../../openapi/schema/schema.ts';
import { typeLabel } from '../../openapi/schema/type-label.ts';
import type { Union, Variant } from '../../openapi/schema/union.ts';
import { unionOf } from '../../openapi/schema/union.ts';
import { blocks, code, indent, link } from './text.ts';

interface View {
  direction: Direction | undefined;
  /** Nested components with more fields than this are links. */
  limit: number;
}

/** A longer example stands in the example body only. */
const MAX_EXAMPLE = 120;

/**
 * Schemas as nested Markdown lists: an item a field, with its type, whether it is required, its constraints, example, allowed values
 * and description. Large and recursive components are links. Each component is printed once for all pages.
 */
export class SchemaMarkdown {
  readonly #document: OpenApiDocument;
  readonly #sizes: SchemaSizes;
  readonly #link: (ref: string) => string;
  readonly #memo = new Map<string, string>();

  /** @param linkTo Address of a component's own page; called for each component that becomes a link. */
  constructor(document: OpenApiDocument, linkTo: (ref: string) => string) {
    this.#document = document;
    this.#sizes = new SchemaSizes(document);
    this.#link = linkTo;
  }

  /** The fields and alternatives of a body, or a link to them; '' for a plain value, which its type and facts tell in full. */
  body(schema: Schema, direction: Direction | undefined): string {
    const complex = this.#sizes.complexOf(schema);
    if (!complex) return '';
    const apart = this.#sizes.apart(complex, direction);
    if (apart !== undefined) return `Members: ${this.#linkTo(apart)}`;
    return this.#members(complex, { direction, limit: this.#sizes.threshold(complex.schema, direction) });
  }

  /** Type, constraints and example of a value on one line: `string (email) · at most 254 characters`. */
  facts(schema: Schema, marks: (string | false | undefined)[] = [], given?: unknown): string {
    const flat = flatten(this.#document, schema);
    const constraints = constraintsOf(this.#document, schema).map(({ label, value }) =>
      value === undefined ? label : `${label} ${code(value)}`,
    );
    const example = given ?? flat.example ?? flat.examples?.[0];
    const isTold = flat.enum !== undefined || flat.const !== undefined || this.#sizes.complexOf(schema) !== undefined;
    const text = example === undefined || example === null || isTold ? '' : literalOf(example);
    const shown = text !== '' && text.length <= MAX_EXAMPLE && `example ${code(text)}`;
    return [typeLabel(this.#document, schema), ...marks, ...constraints, shown].filter(Boolean).join(' · ');
  }

  /** The allowed values: on one line, or as a list where the document describes them. */
  values(schema: Schema): string {
    const list = enumOf(this.#document, schema);
    if (list.length === 0) return '';
    if (list.every(({ description }) => description === ''))
      return `Values: ${list.map(({ value }) => code(value)).join(', ')}`;
    return list
      .map(({ value, description }) => `- ${code(value)}${description && `: ${description.trim()}`}`)
      .join('\n');
  }

  /** A named value as an item of a list, with everything that belongs to it below. */
  item(name: string, schema: Schema, { marks, description, example, members = '' }: ItemFacts): string {
    const text = (description || flatten(this.#document, schema).description || '').trim();
    // Below a plain line the rest needs no empty line, which would make the list a loose one.
    const inner = /^[^-*+#>|`\d\n][^\n]*$/.test(text)
      ? [text, this.values(schema), members].filter(Boolean).join('\n')
      : blocks(text, this.values(schema), members);
    return `- ${name} · ${this.facts(schema, marks, example)}${inner && `\n${indent(inner)}`}`;
  }

  #members({ schema, ref }: Complex, view: View): string {
    const key = ref === undefined ? undefined : `${ref} ${view.direction ?? ''} ${view.limit}`;
    const known = key === undefined ? undefined : this.#memo.get(key);
    if (known !== undefined) return known;
    const union = unionOf(this.#document, schema);
    const items = flatten(this.#document, schema).prefixItems ?? [];
    const result = blocks(
      [
        ...fieldsOf(this.#document, schema, view.direction).map((field) => this.#field(field, view)),
        ...items.map((item, index) => this.item(`Item ${index}`, item, { members: this.#nested(item, view) })),
      ].join('\n'),
      union && this.#union(union, view),
    );
    if (key !== undefined) this.#memo.set(key, result);
    return result;
  }

  #field({ name, kind, required, schema }: Field, view: View): string {
    const flat = flatten(this.#document, schema);
    const shown =
      kind === 'property' ? code(name) : kind === 'pattern' ? `names that match ${code(name)}` : 'any other name';
    return this.item(shown, schema, {
      members: this.#nested(schema, view),
      marks: [
        required && '**required**',
        flat.deprecated && 'deprecated',
        view.direction === undefined && flat.readOnly && 'read-only',
        view.direction === undefined && flat.writeOnly && 'write-only',
      ],
    });
  }

  #nested(schema: Schema, view: View): string {
    const complex = this.#sizes.complexOf(schema);
    if (!complex) return '';
    if (this.#sizes.isInline(complex, view.limit, view.direction)) return this.#members(complex, view);
    return `Members: ${this.#linkTo(complex.ref ?? '')}`;
  }

  #linkTo(ref: string): string {
    return link(pointerName(ref), this.#link(ref));
  }

  #union({ match, discriminator, variants }: Union, view: View): string {
    const title = `${match === 'one' ? 'One of' : 'Any of'}${discriminator === undefined ? '' : `, told by ${code(discriminator)}`}:`;
    return `${title}\n${variants.map((variant) => this.#variant(variant, view)).join('\n')}`;
  }

  #variant({ name, schema, values }: Variant, view: View): string {
    const chosen = values.map(code).join(', ');
    return this.item(`**${name}**${chosen && ` (${chosen})`}`, schema, { members: this.#nested(schema, view) });
  }
}

interface ItemFacts {
  marks?: (string | false | undefined)[] | undefined;
  /** Markdown; the schema's own unless told. */
  description?: string | undefined;
  example?: unknown;
  /** What stands below: its own fields. */
  members?: string;
}
