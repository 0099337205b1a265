import type { Schema } from '../../../openapi/document/openapi-document.ts';
import { anchorPart } from '../../../openapi/model/naming.ts';
import type { EnumValue } from '../../../openapi/schema/enum-values.ts';
import type { Direction } from '../../../openapi/schema/fields.ts';
import type {
  ConditionView,
  FieldView,
  LinkView,
  MembersView,
  NestedView,
  UnionView,
  ValueView,
  VariantView,
} from '../../../openapi/schema/schema-view.ts';
import { examplesLabel, OTHERWISE, UNION_TITLES } from '../../../openapi/schema/schema-view.ts';
import type { SchemaViews } from '../../../openapi/schema/schema-views.ts';
import { anchorHere, within } from './anchors.ts';
import { externalDocsLine } from './links.ts';
import { markup, Html } from '../../../text/markup.ts';
import { renderMarkdown } from './markdown.ts';

/** A longer list of values is folded. */
const MANY_VALUES = 10;
/** Members of more fields than this are folded. */
const MANY_FIELDS = 25;

/**
 * Schemas as HTML: lists of fields, nested ones in `<details>`, alternatives as a switch of exclusive `<details>`, so that all of
 * it works without JavaScript. Each component is rendered once for all pages: its anchors are made by `anchorHere`.
 */
export class SchemaHtml {
  readonly views: SchemaViews;
  /** By depth: below the body's own members, all is folded. */
  readonly #memo = [new WeakMap<MembersView, Html>(), new WeakMap<MembersView, Html>()] as const;

  constructor(views: SchemaViews) {
    this.views = views;
  }

  /** The fields and alternatives of a body, or a link to them; '' for a plain value, which its type label tells in full. */
  body(schema: Schema, direction: Direction | undefined): Html {
    const view = this.views.body(schema, direction);
    if (!view) return markup``;
    return view.kind === 'link' ? linkTo(view) : this.#members(view, 0);
  }

  /** @param depth 0 for the body's own members. */
  #members(view: MembersView, depth: number): Html {
    const memo = this.#memo[depth === 0 ? 0 : 1];
    const known = memo.get(view);
    if (known) return known;
    const fields = view.fields.filter(({ kind }) => kind !== 'item').map((field) => this.#field(field, depth));
    const items = view.fields.filter(({ kind }) => kind === 'item').map((item) => this.#field(item, depth));
    const conditions = view.conditions.map((condition) => this.#condition(condition, depth));
    const result = markup`${view.bases.map((base) => markup`<p class="schema-link">All of <a href="${base.address}">${base.name}</a></p>`)}${fields.length > 0 && markup`<ul class="fields">${fields}</ul>`}${
      items.length > 0 && markup`<ol class="fields" start="0">${items}</ol>`
    }${view.unions.map((union, index) => this.#union(union, index, depth))}${conditions}`;
    memo.set(view, result);
    return result;
  }

  #field({ name, kind, marks, value, nested }: FieldView, depth: number): Html {
    const id = anchorHere(anchorPart(kind === 'additional' ? 'any' : name));
    const shown =
      kind === 'property' || kind === 'item'
        ? markup`<code>${name === '0+' ? 'each item' : name}</code>`
        : markup`<code class="any">${kind === 'additional' ? '{name}' : name}</code>`;
    return markup`<li id="${id}"><p class="head">${shown} <span>${value.type}</span>${marks.map(markHtml)}${copyLink(id, name || 'other members')}</p>${
      value.description && renderMarkdown(value.description)
    }${factsHtml(value)}${externalDocsLine(value.externalDocs)}${nested && this.#nested(nested, depth, id)}</li>`;
  }

  /** The members of a member: in place where they are few, else a link to the component's page. */
  #nested(view: NestedView, depth: number, id: Html): Html {
    if (view.kind === 'link') return linkTo(view);
    const isOpen = depth === 0 && view.size <= MANY_FIELDS;
    return markup`<details class="nested"${isOpen && new Html(' open')}><summary>${view.title}</summary>${this.#below(view, depth, id)}</details>`;
  }

  #below(view: MembersView, depth: number, id: Html): Html {
    return within(this.#members(view, depth + 1), id);
  }

  /** @param at Of several unions, which one. */
  #union({ match, discriminator, variants }: UnionView, at: number, depth: number): Html {
    const group = at === 0 ? 'union' : `union-${at + 1}`;
    return markup`<div class="union"><p class="union-title">${UNION_TITLES[match]}${discriminator && markup`, told by <code>${discriminator}</code>`}</p>${variants.map(
      (variant, index) => this.#variant(variant, { group, isOpen: index === 0, depth }),
    )}</div>`;
  }

  #variant(
    { name, values, isDefault, required, value, nested }: VariantView,
    { group, isOpen, depth }: { group: string; isOpen: boolean; depth: number },
  ): Html {
    const id = anchorHere(anchorPart(name));
    const label = markup`<b>${name}</b>${values.filter((one) => one !== name).map((one) => markup` <code>${one}</code>`)}${isDefault && markup` <span>${OTHERWISE}</span>`}${value.deprecated && markHtml('deprecated')}`;
    if (nested?.kind === 'link')
      return markup`<p class="variant-link" id="${id}"><a href="${nested.address}">${label}</a></p>${factsHtml(value)}`;
    return markup`<details class="variant" id="${id}" name="${anchorHere(group)}"${isOpen && new Html(' open')}><summary>${label}${
      value.type !== name &&
      value.type !== 'any' &&
      !values.includes(value.type) &&
      !(value.type === 'object' && nested) &&
      markup` <span>${value.type}</span>`
    }</summary>${value.description && renderMarkdown(value.description)}${requiredHtml(required)}${factsHtml(value)}${externalDocsLine(value.externalDocs)}${nested && this.#below(nested, depth, id)}</details>`;
  }

  #condition({ title, required, isTyped, value, nested }: ConditionView, depth: number): Html {
    const id = anchorHere(anchorPart(title));
    return markup`<details class="nested condition" id="${id}" open><summary>${title}${isTyped && markup` <span>${value.type}</span>`}</summary>${
      value.description && renderMarkdown(value.description)
    }${requiredHtml(required)}${factsHtml(value)}${nested && (nested.kind === 'link' ? linkTo(nested) : this.#below(nested, depth, id))}</details>`;
  }
}

function requiredHtml(names: string[]): Html {
  return markup`${names.length > 0 && markup`<p class="facts"><span>required ${names.map((name) => markup`<code>${name}</code> `)}</span></p>`}`;
}

/** What a value is beside its name: constraints and example on one line, allowed values. */
export function factsHtml({ constraints, examples, values }: ValueView): Html {
  const line = constraints.map(({ label, value }) => factHtml(label, value === undefined ? [] : [value]));
  if (examples.length > 0) line.push(factHtml(examplesLabel(examples), examples));
  return markup`${line.length > 0 && markup`<p class="facts">${line}</p>`}${values.length > 0 && valuesHtml(values)}`;
}

function factHtml(label: string, values: string[]): Html {
  return markup`<span>${label}${values.map((value) => markup` <code>${value}</code>`)}</span>`;
}

function valuesHtml(list: EnumValue[]): Html {
  const isTold = list.some(({ description }) => description !== '');
  const values = isTold
    ? markup`<dl class="values">${list.map(({ value, description, deprecated }) => markup`<div><dt><code>${value}</code>${deprecated && markHtml('deprecated')}</dt><dd>${description && renderMarkdown(description)}</dd></div>`)}</dl>`
    : markup`<p class="facts values">${list.map(({ value, deprecated }) => markup`<code>${value}</code>${deprecated && markHtml('deprecated')} `)}</p>`;
  return list.length > MANY_VALUES
    ? markup`<details class="nested"><summary>${list.length} values</summary>${values}</details>`
    : values;
}

function markHtml(mark: FieldView['marks'][number]): Html {
  return mark === 'required' || mark === 'deprecated'
    ? markup` <em class="${mark}">${mark}</em>`
    : markup` <em>${mark}</em>`;
}

function linkTo({ name, address }: LinkView): Html {
  return markup`<p class="schema-link"><a href="${address}">${name}</a></p>`;
}

/** A link to the place itself; the page's script copies its address. */
export function copyLink(id: Html | string, name: string): Html {
  return markup`<a class="anchor" href="#${id}" aria-label="Link to ${name}"></a>`;
}
