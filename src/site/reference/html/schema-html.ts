import type { Condition } from '../../../openapi/schema/conditions.ts';
import { conditionsOf } from '../../../openapi/schema/conditions.ts';
import { constraintsOf, enumOf, literalOf } from '../../../openapi/schema/constraints.ts';
import type { OpenApiDocument, Schema, SchemaObject } from '../../../openapi/document/openapi-document.ts';
import { anchorPart } from '../../../openapi/model/naming.ts';
import { pointerName } from '../../../openapi/document/refs.ts';
import type { Direction, Field } from '../../../openapi/schema/schema.ts';
import { fieldsOf, flatten } from '../../../openapi/schema/schema.ts';
import { typeLabel } from '../../../openapi/schema/type-label.ts';
import type { Union, Variant } from '../../../openapi/schema/union.ts';
import { unionOf } from '../../../openapi/schema/union.ts';
import { anchorMark, within } from './anchors.ts';
import { externalDocsLine } from './links.ts';
import { markup, Html } from './markup.ts';
import { renderMarkdown } from './markdown.ts';
import { SchemaSizes } from '../../../openapi/schema/schema-size.ts';

/** How the members of one body are shown. */
interface View {
  direction: Direction | undefined;
  /** Nested components with more fields than this are links. */
  limit: number;
  /** 0 for the body's own members. */
  depth: number;
}

/** A longer list of values is folded. */
const MANY_VALUES = 10;
/** A longer example stands in the example body only. */
const MAX_EXAMPLE = 120;

/**
 * Schemas as HTML: lists of fields, nested ones in `<details>`, alternatives as a switch of exclusive `<details>`, so that all of
 * it works without JavaScript. Each component is rendered once for all pages: its anchors start with `anchorMark`.
 */
export class SchemaHtml {
  readonly #document: OpenApiDocument;
  readonly #sizes: SchemaSizes;
  readonly #link: (ref: string) => string;
  readonly #memo = new Map<string, Html>();

  /** @param link Address of a component's own page; called for each component that is shown as a link. */
  constructor(document: OpenApiDocument, link: (ref: string) => string) {
    this.#document = document;
    this.#sizes = new SchemaSizes(document);
    this.#link = link;
  }

  /** The fields and alternatives of a body, or a link to them; '' for a plain value, which its type label tells in full. */
  body(schema: Schema, direction: Direction | undefined): Html {
    const complex = this.#sizes.complexOf(schema);
    if (!complex) return markup``;
    const apart = this.#sizes.apart(complex, direction);
    if (apart !== undefined) return this.#linkTo(apart);
    return this.#members(complex.schema, complex.ref, {
      direction,
      limit: this.#sizes.threshold(complex.schema, direction),
      depth: 0,
    });
  }

  /** What a value is beside its name: constraints and example on one line, allowed values. */
  facts(schema: Schema, given?: unknown): Html {
    const constraints = constraintsOf(this.#document, schema);
    const isPlain = this.#sizes.complexOf(schema) === undefined;
    const example = isPlain ? exampleText(flatten(this.#document, schema), given) : undefined;
    const list = example === undefined ? constraints : [...constraints, { label: 'example', value: example }];
    const line = list.map(
      ({ label, value }) => markup`<span>${label}${value !== undefined && markup` <code>${value}</code>`}</span>`,
    );
    return markup`${line.length > 0 && markup`<p class="facts">${line}</p>`}${this.#enum(schema)}`;
  }

  #members(schema: Schema, ref: string | undefined, view: View): Html {
    const key =
      ref === undefined ? undefined : `${ref} ${view.direction ?? ''} ${view.limit} ${Math.min(view.depth, 2)}`;
    const known = key === undefined ? undefined : this.#memo.get(key);
    if (known) return known;
    const fields = fieldsOf(this.#document, schema, view.direction);
    const union = unionOf(this.#document, schema);
    const items = tupleOf(flatten(this.#document, schema));
    const result = markup`${fields.length > 0 && markup`<ul class="fields">${fields.map((field) => this.#field(field, view))}</ul>`}${
      items.length > 0 && markup`<ol class="fields" start="0">${items.map((item) => this.#field(item, view))}</ol>`
    }${union && this.#union(union, view)}${conditionsOf(this.#document, schema).map((condition) => this.#condition(condition, view))}`;
    if (key !== undefined) this.#memo.set(key, result);
    return result;
  }

  #field(field: Field, view: View): Html {
    const { name, kind, required, schema } = field;
    const flat = flatten(this.#document, schema);
    const id = anchorMark + anchorPart(kind === 'additional' ? 'any' : name);
    const shown =
      kind === 'property'
        ? markup`<code>${name}</code>`
        : markup`<code class="any">${kind === 'additional' ? '{name}' : name}</code>`;
    const marks = [
      required && markup` <em class="required">required</em>`,
      flat.deprecated && markup` <em class="deprecated">deprecated</em>`,
      view.direction === undefined && flat.readOnly && markup` <em>read-only</em>`,
      view.direction === undefined && flat.writeOnly && markup` <em>write-only</em>`,
    ];
    return markup`<li id="${id}"><p class="head">${shown} <span>${typeLabel(this.#document, schema)}</span>${marks}${copyLink(id, name || 'other members')}</p>${
      flat.description && renderMarkdown(flat.description)
    }${this.facts(schema)}${externalDocsLine(flat.externalDocs)}${this.#nested(schema, view, id)}</li>`;
  }

  /** The members of a member: in place where they are few, else a link to the component's page. */
  #nested(schema: Schema, view: View, id: string): Html | false {
    const complex = this.#sizes.complexOf(schema);
    if (!complex) return false;
    if (!this.#sizes.isInline(complex, view.limit, view.direction)) return this.#linkTo(complex.ref ?? '');
    const inner = within(this.#members(complex.schema, complex.ref, { ...view, depth: view.depth + 1 }), `${id}-`);
    if (inner.text === '') return false;
    const size = this.#sizes.size(complex.schema, view.limit, view.direction);
    const name = complex.ref === undefined ? this.#unnamed(complex.schema) : pointerName(complex.ref);
    const isOpen = view.depth === 0 && size <= 25;
    return markup`<details class="nested"${isOpen && new Html(' open')}><summary>${name}</summary>${inner}</details>`;
  }

  /** What is folded away where no component gives it a name. */
  #unnamed(schema: Schema): string {
    const count =
      fieldsOf(this.#document, schema, undefined).length > 0 ? 0 : unionOf(this.#document, schema)?.variants.length;
    return count ? `${count} alternatives` : 'Members';
  }

  #linkTo(ref: string): Html {
    return markup`<p class="schema-link"><a href="${this.#link(ref)}">${pointerName(ref)}</a></p>`;
  }

  #union(union: Union, view: View): Html {
    const title = union.match === 'one' ? 'One of' : 'Any of';
    return markup`<div class="union"><p class="union-title">${title}${union.discriminator && markup`, told by <code>${union.discriminator}</code>`}</p>${union.variants.map(
      (variant, index) => this.#variant(variant, index, view),
    )}</div>`;
  }

  #variant({ name, schema, values }: Variant, index: number, view: View): Html {
    const id = anchorMark + anchorPart(name);
    const complex = this.#sizes.complexOf(schema);
    const label = markup`<b>${name}</b>${values.filter((value) => value !== name).map((value) => markup` <code>${value}</code>`)}`;
    const text = flatten(this.#document, schema).description;
    if (complex && !this.#sizes.isInline(complex, view.limit, view.direction)) {
      return markup`<p class="variant-link" id="${id}"><a href="${this.#link(complex.ref ?? '')}">${label}</a></p>`;
    }
    const inner =
      complex && within(this.#members(complex.schema, complex.ref, { ...view, depth: view.depth + 1 }), `${id}-`);
    const type = typeLabel(this.#document, schema);
    return markup`<details class="variant" id="${id}" name="${anchorMark}union"${index === 0 && new Html(' open')}><summary>${label}${
      type !== name && !complex && markup` <span>${type}</span>`
    }</summary>${text && renderMarkdown(text)}${!complex && this.facts(schema)}${inner}</details>`;
  }

  #condition({ title, required, schema }: Condition, view: View): Html {
    const id = anchorMark + anchorPart(title);
    const complex = this.#sizes.complexOf(schema);
    const isLink = complex !== undefined && !this.#sizes.isInline(complex, view.limit, view.direction);
    const inner = isLink
      ? this.#linkTo(complex.ref ?? '')
      : within(this.#members(schema, undefined, { ...view, depth: view.depth + 1 }), `${id}-`);
    const needs = required.filter((name) => !inner.text.includes(`<code>${name}</code>`));
    return markup`<details class="nested condition" id="${id}" open><summary>${title}</summary>${
      needs.length > 0 &&
      markup`<p class="facts"><span>required ${needs.map((name) => markup`<code>${name}</code> `)}</span></p>`
    }${inner}</details>`;
  }

  #enum(schema: Schema): Html | false {
    const list = enumOf(this.#document, schema);
    if (list.length === 0) return false;
    const isTold = list.some(({ description }) => description !== '');
    const values = isTold
      ? markup`<dl class="values">${list.map(({ value, description }) => markup`<div><dt><code>${value}</code></dt><dd>${description && renderMarkdown(description)}</dd></div>`)}</dl>`
      : markup`<p class="facts values">${list.map(({ value }) => markup`<code>${value}</code> `)}</p>`;
    return list.length > MANY_VALUES
      ? markup`<details class="nested"><summary>${list.length} values</summary>${values}</details>`
      : values;
  }
}

/** The items of a tuple by their index; `2+` where more may follow. */
function tupleOf({ prefixItems = [], items }: SchemaObject): Field[] {
  const field = (name: string, schema: Schema): Field => ({ name, kind: 'property', required: false, schema });
  const rest = prefixItems.length > 0 && typeof items === 'object' ? [field(`${prefixItems.length}+`, items)] : [];
  return [...prefixItems.map((item, index) => field(String(index), item)), ...rest];
}

/** An example worth showing beside a field: short, and not told by its enum or constant. */
function exampleText(flat: SchemaObject, given: unknown): string | undefined {
  const example = given ?? flat.example ?? flat.examples?.[0];
  if (example === undefined || example === null || flat.enum || flat.const !== undefined) return undefined;
  const text = literalOf(example);
  return text.length <= MAX_EXAMPLE ? text : undefined;
}

/** A link to the place itself; the page's script copies its address. */
export function copyLink(id: string, name: string): Html {
  return markup`<a class="anchor" href="#${id}" aria-label="Link to ${name}"></a>`;
}
