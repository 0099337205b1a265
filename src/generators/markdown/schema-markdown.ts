import type { Schema } from '../../openapi/document/openapi-document.ts';
import type { EnumValue } from '../../openapi/schema/enum-values.ts';
import type { Direction } from '../../openapi/schema/fields.ts';
import type {
  ConditionView,
  FieldView,
  MembersView,
  NestedView,
  UnionView,
  ValueView,
  VariantView,
} from '../../openapi/schema/schema-view.ts';
import { examplesLabel, OTHERWISE, UNION_TITLES } from '../../openapi/schema/schema-view.ts';
import type { SchemaViews } from '../../openapi/schema/schema-views.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { blocks, code, indent, link } from './markdown-syntax.ts';

/** Schemas as nested Markdown lists: an item a field, with all that its view tells. Each component is printed once for all pages. */
export class SchemaMarkdown {
  readonly views: SchemaViews;
  readonly #memo = new WeakMap<MembersView, string>();

  constructor(views: SchemaViews) {
    this.views = views;
  }

  /** The fields and alternatives of a body, or a link to them; '' for a plain value, which its type and facts tell in full. */
  body(schema: Schema, direction: Direction | undefined): string {
    return this.#nested(this.views.body(schema, direction));
  }

  #nested(view: NestedView | undefined): string {
    if (!view) return '';
    return view.kind === 'link' ? `Members: ${link(view.name, view.address)}` : this.#members(view);
  }

  #members(view: MembersView): string {
    const known = this.#memo.get(view);
    if (known !== undefined) return known;
    const result = blocks(
      view.bases.map(({ name, address }) => `All of ${link(name, address)}`).join('\n'),
      // Conditions go on with the list of fields: below the alternatives, they would read as one more of those.
      [
        ...view.fields.map((field) => this.#field(field)),
        ...view.conditions.map((condition) => this.#condition(condition)),
      ].join('\n'),
      ...view.unions.map((union) => this.#union(union)),
    );
    this.#memo.set(view, result);
    return result;
  }

  #field({ name, kind, marks, value, nested }: FieldView): string {
    const shown: Record<FieldView['kind'], string> = {
      property: code(name),
      pattern: `names that match ${code(name)}`,
      additional: 'any other name',
      item: name === '0+' ? 'Each item' : `Item ${name}`,
    };
    return valueItem(shown[kind], value, {
      members: this.#nested(nested),
      marks: marks.map((mark) => (mark === 'required' ? '**required**' : mark)),
    });
  }

  #union({ match, discriminator, variants }: UnionView): string {
    const title = `${UNION_TITLES[match]}${discriminator === undefined ? '' : `, told by ${code(discriminator)}`}:`;
    return `${title}\n${variants.map((variant) => this.#variant(variant)).join('\n')}`;
  }

  #variant({ name, values, isDefault, required, value, nested }: VariantView): string {
    const chosen = values
      .filter((one) => one !== name)
      .map(code)
      .join(', ');
    const isTold = value.type === name || value.type === 'any' || values.includes(value.type);
    const shown = isTold ? { ...value, type: '' } : value;
    return valueItem(`**${escapeMarkdown(name)}**${chosen && ` (${chosen})`}`, shown, {
      members: this.#nested(nested),
      marks: [isDefault && OTHERWISE, value.deprecated && 'deprecated', requiredMark(required)],
    });
  }

  #condition({ title, required, isTyped, value, nested }: ConditionView): string {
    const shown = { ...value, type: isTyped ? value.type : '' };
    return valueItem(`**${escapeMarkdown(title)}**`, shown, {
      members: this.#nested(nested),
      marks: [requiredMark(required)],
    });
  }
}

function requiredMark(names: string[]): string | false {
  return names.length > 0 && `required ${names.map(code).join(', ')}`;
}

/** Type, constraints and example of a value on one line: `string (email) · at most 254 characters`. */
export function factsLine({ type, constraints, examples }: ValueView, marks: Mark[] = []): string {
  const facts = constraints.map(({ label, value }) => (value === undefined ? label : `${label} ${code(value)}`));
  if (examples.length > 0) facts.push(`${examplesLabel(examples)} ${examples.map(code).join(', ')}`);
  return [type, ...marks, ...facts].filter(Boolean).join(' · ');
}

/** The allowed values: on one line, or as a list where the document describes them. */
export function valueList({ values }: ValueView): string {
  if (values.length === 0) return '';
  if (values.every(({ description }) => description === '')) return `Values: ${values.map(valueText).join(', ')}`;
  return values.map((one) => `- ${valueText(one)}${one.description && `: ${one.description.trim()}`}`).join('\n');
}

function valueText({ value, deprecated }: EnumValue): string {
  return `${code(value)}${deprecated ? ' (deprecated)' : ''}`;
}

type Mark = string | false | undefined;

interface Beside {
  marks?: Mark[];
  /** Markdown; the schema's own unless told. */
  description?: string;
  /** What stands below: its own fields. */
  members: string;
}

/** A named value as an item of a list, with everything that belongs to it below. */
export function valueItem(name: string, value: ValueView, { marks, description, members }: Beside): string {
  const text = (description || value.description).trim();
  const docs = value.externalDocs;
  const rest = [docs && link(docs.description ?? docs.url, docs.url), valueList(value), members];
  // Below a plain line the rest needs no empty line, which would make the list a loose one.
  const isPlainLine = /^[^-*+#>|`\d\n][^\n]*$/.test(text);
  const inner = isPlainLine ? [text, ...rest].filter(Boolean).join('\n') : blocks(text, ...rest);
  return `- ${[name, factsLine(value, marks)].filter(Boolean).join(' · ')}${inner && `\n${indent(inner)}`}`;
}
