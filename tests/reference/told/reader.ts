import { isRecord } from '../../../src/openapi/document/refs.ts';
import type { Constraint } from '../../../src/openapi/schema/facts.ts';
import type {
  ConditionView,
  FieldView,
  LinkView,
  MembersView,
  NestedView,
  Told,
  UnionView,
  VariantView,
} from '../../../src/openapi/schema/schema-view.ts';
import { readConstraint } from './read-constraint.ts';
import { isLiteral } from './read-literal.ts';
import { readSentence } from './read-sentence.ts';
import { alternatives, inner, isName, readType } from './read-type.ts';
import type { Verdict } from './verdict.ts';
import { all, any, count, not, when } from './verdict.ts';

const PARTS = { items: 'array', values: 'map' } as const;

/** A reader who believes the page to the word, and nothing else: says of any value whether the page allows it. */
export class Reader {
  readonly #open: (link: LinkView) => NestedView | undefined;

  /** @param open What stands on the page of a component. */
  constructor(open: (link: LinkView) => NestedView | undefined) {
    this.#open = open;
  }

  read(told: Told, value: unknown): Verdict {
    const label = told.value.type;
    const type = readType(label, value);
    // What is told holds for every value but null, which the type allows or not.
    if (type === 'no' || (value === null && alternatives(label).includes('null'))) return type;
    return all([
      type,
      ...told.value.constraints.map((one) => this.#constraint(one, told, value)),
      told.value.values.length === 0 ? 'yes' : this.#values(told, label, value),
      this.#nested(told.nested, told.path, label, value),
    ]);
  }

  #values(told: Told, label: string, value: unknown): Verdict {
    if (told.value.values.some((one) => isLiteral(one.value, value))) return 'yes';
    const parts = partsOf(label, value);
    if (!parts) return 'no';
    return all(parts.values.map((part) => (part === null ? 'yes' : this.#values(told, parts.label, part))));
  }

  #constraint(constraint: Constraint, told: Told, value: unknown): Verdict {
    const { label, ...rest } = constraint;
    const [, isOfValues, each] = /^(?:in )?each( value)?,? (.*)$/.exec(label) ?? [];
    if (each !== undefined) {
      const list = isOfValues ? (isRecord(value) ? Object.values(value) : []) : Array.isArray(value) ? value : [];
      const below = { ...told, path: told.path.slice(1), ...(told.path.length === 0 && { nested: undefined }) };
      const itemLabel = inner(told.value.type, isOfValues ? 'map' : 'array') ?? 'any';
      const inside = { ...below, value: { ...told.value, type: itemLabel } };
      return all(
        list.map((item) =>
          item === null && alternatives(itemLabel).includes('null')
            ? 'yes'
            : this.#constraint({ label: each, ...rest }, inside, item),
        ),
      );
    }
    const verdict = closing(label, told.path.length === 0 ? this.#resolve(told.nested) : undefined, value);
    const known = verdict ?? readConstraint(constraint, value);
    if (known === undefined) throw new Error(`nobody understands “${label} ${constraint.value ?? ''}”`);
    return known;
  }

  #resolve(view: NestedView | undefined): MembersView | undefined {
    const opened = view?.kind === 'link' ? this.#open(view) : view;
    return opened?.kind === 'members' ? opened : undefined;
  }

  #nested(view: NestedView | undefined, path: Told['path'], label: string, value: unknown): Verdict {
    if (!view) return 'yes';
    const [step, ...rest] = path;
    if (step !== undefined) {
      const parts = partsOf(label, value);
      if (parts?.of !== PARTS[step]) return 'yes';
      const below = parts.values.filter((part) => part !== null || !alternatives(parts.label).includes('null'));
      return all(below.map((part) => this.#nested(view, rest, parts.label, part)));
    }
    const members = this.#resolve(view);
    if (!members) return 'unknown';
    const isObject = members.fields.some(({ kind }) => kind !== 'item') || members.bases.length > 0;
    const isNamed = alternatives(label)
      .filter((one) => one !== 'null')
      .every(isName);
    if (isObject && isNamed && !isRecord(value)) return 'no';
    return this.#members(members, value);
  }

  #members(view: MembersView, value: unknown): Verdict {
    return all([
      ...view.bases.map((base) => this.#nested(base, [], 'any', value)),
      this.#fields(view.fields, value),
      ...view.unions.map((union) => this.#union(union, value)),
      ...view.conditions.map((condition, at) => this.#condition(condition, view.conditions[at - 1], value)),
    ]);
  }

  #fields(fields: FieldView[], value: unknown): Verdict {
    if (Array.isArray(value)) return all(value.map((item, at) => this.#item(fields, at, item)));
    if (!isRecord(value)) return 'yes';
    const missing = fields.some(({ marks, name }) => marks.includes('required') && !Object.hasOwn(value, name));
    if (missing) return 'no';
    return all(
      Object.entries(value).flatMap(([name, member]) => {
        const named = fields.filter((field) => isNamed(field, name));
        const told = named.length > 0 ? named : fields.filter(({ kind }) => kind === 'additional');
        return told.map((field) => this.read(field, member));
      }),
    );
  }

  #item(fields: FieldView[], at: number, item: unknown): Verdict {
    const items = fields.filter(({ kind }) => kind === 'item');
    const field = items.find(({ name }) => name === String(at)) ?? items.find(({ name }) => name.endsWith('+'));
    return field ? this.read(field, item) : 'yes';
  }

  #union({ match, variants, discriminator }: UnionView, value: unknown): Verdict {
    if (match === 'subtypes') return 'yes';
    const verdicts = variants.map((variant) => this.#variant(variant, discriminator, value));
    return match === 'any' ? any(verdicts) : count(verdicts, 1, 1);
  }

  #variant(variant: VariantView, discriminator: string | undefined, value: unknown): Verdict {
    const { values, required } = variant;
    const isChosen =
      discriminator === undefined ||
      values.length === 0 ||
      (isRecord(value) && values.some((one) => isLiteral(one, value[discriminator])));
    if (!isChosen || !hasAll(value, required)) return 'no';
    return this.read(variant, value);
  }

  #condition(condition: ConditionView, before: ConditionView | undefined, value: unknown): Verdict {
    const { title, isTyped, value: then, required } = condition;
    const told = { ...condition, value: { ...then, type: isTyped ? then.type : 'any' } };
    const [, min, max] = /^Contains (?:at least |exactly )?(\d+)(?: to (\d+))? items?$/.exec(title) ?? [];
    if (min !== undefined) {
      if (!Array.isArray(value)) return 'yes';
      const most = max ?? (title.includes('exactly') ? min : Infinity);
      return count(
        value.map((item) => this.#then(told, required, item)),
        Number(min),
        Number(most),
      );
    }
    if (title === 'Content') return 'yes';
    return any([not(applies(title, before?.title, value)), this.#then(told, required, value)]);
  }

  #then(told: Told, required: string[], value: unknown): Verdict {
    return all([when(hasAll(value, required)), this.read(told, value)]);
  }
}

function hasAll(value: unknown, names: string[]): boolean {
  return !isRecord(value) || names.every((name) => Object.hasOwn(value, name));
}

function applies(title: string, before: string | undefined, value: unknown): Verdict {
  if (title === 'Otherwise') return not(applies(before ?? '', undefined, value));
  const [, word, rest = ''] = /^(If|Unless|With) (.*)$/s.exec(title) ?? [];
  if (word === 'With') return when(isRecord(value) && Object.hasOwn(value, rest));
  const holds = readSentence(rest, value);
  return word === 'Unless' ? not(holds) : holds;
}

function partsOf(label: string, value: unknown): { of: 'array' | 'map'; label: string; values: unknown[] } | undefined {
  const of = Array.isArray(value) ? 'array' : isRecord(value) ? 'map' : undefined;
  if (!of || !alternatives(label).some((one) => one.startsWith(of))) return undefined;
  return { of, label: inner(label, of) ?? 'any', values: Object.values(value as object) };
}

function isNamed({ kind, name: told }: FieldView, name: string): boolean {
  return kind === 'property' ? told === name : kind === 'pattern' && new RegExp(told, 'u').test(name);
}

/** What may stand besides the members and items that are told. */
function closing(label: string, view: MembersView | undefined, value: unknown): Verdict | undefined {
  const fields = view?.fields ?? [];
  if (label === 'without items' || label === 'without further items')
    return when(!Array.isArray(value) || value.length <= fields.filter(({ kind }) => kind === 'item').length);
  if (label === 'without other members')
    return when(!isRecord(value) || Object.keys(value).every((name) => fields.some((field) => isNamed(field, name))));
  if (label !== 'without members that are not told here') return undefined;
  if (!isRecord(value)) return 'yes';
  const names = Object.keys(value);
  if (names.every((name) => fields.some((field) => isNamed(field, name)))) return 'yes';
  const isHeld = names.every((name) => (view ? mentions(view, name) : false));
  return isHeld ? 'unknown' : 'no';
}

/** Whether a name is told in any alternative or condition. */
function mentions(view: MembersView, name: string): boolean {
  if (view.bases.length > 0 || view.fields.some((field) => field.kind === 'additional' || isNamed(field, name)))
    return true;
  const below = [...view.unions.flatMap(({ variants }) => variants), ...view.conditions];
  return below.some(
    ({ nested, required }) =>
      required.includes(name) || (nested?.kind === 'members' ? mentions(nested, name) : nested?.kind === 'link'),
  );
}
