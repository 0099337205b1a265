import { isLarger, isNumeric } from '../../json-text/exact-number.ts';
import type { SchemaObject } from '../document/openapi-document.ts';
import { SCHEMA_MAPS } from '../document/schema-maps.ts';
import { conjuncts } from '../schema/flatten.ts';
import { isAnnotationKey } from '../schema/component-ref.ts';
import { literalOf, sameJson } from '../schema/literal.ts';
import type { Versions } from './change.ts';

/**
 * How the set of allowed values has changed: `narrower`, values were taken away; `wider`, values came; `other`, both may be so.
 * A sender is hurt by the first, a reader by the second.
 */
export type Shift = 'narrower' | 'wider' | 'other';

/** A rule of a value that has changed, and how. */
export interface Shifted {
  shift: Shift;
  what: string;
}

const LOWER = ['minLength', 'minItems', 'minProperties', 'minimum', 'exclusiveMinimum'] as const;
const UPPER = ['maxLength', 'maxItems', 'maxProperties', 'maximum', 'exclusiveMaximum'] as const;
const EXACT = ['multipleOf', 'format', 'contentEncoding', 'contentMediaType'] as const;
/** Rules that are compared as they are written, having no order among them. */
const LOGIC = [
  'not',
  'if',
  'then',
  'else',
  'contains',
  'minContains',
  'maxContains',
  'propertyNames',
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentSchema',
] as const;

/** Of two flat schemas: what their bounds, formats, patterns and other rules say otherwise. */
export function boundChanges({ before, after }: Versions<SchemaObject>): Shifted[] {
  return [
    ...LOWER.flatMap((key) => bound(key, before[key], after[key], 'lower')),
    ...UPPER.flatMap((key) => bound(key, before[key], after[key], 'upper')),
    ...EXACT.flatMap((key) => rule(key, before[key], after[key])),
    ...rule('pattern', patternsOf(before), patternsOf(after)),
    ...flag('uniqueItems', before.uniqueItems === true, after.uniqueItems === true),
    ...openness({ before, after }),
    ...LOGIC.flatMap((key) => logic(key, before, after)),
  ];
}

function bound(key: string, before: unknown, after: unknown, side: 'lower' | 'upper'): Shifted[] {
  const [old, now] = [isNumeric(before) ? before : undefined, isNumeric(after) ? after : undefined];
  if (old === undefined && now === undefined) return [];
  if (old === undefined) return isIdle(key, now) ? [] : rule(key, undefined, now);
  if (now === undefined) return isIdle(key, old) ? [] : rule(key, old, undefined);
  if (!isLarger(old, now) && !isLarger(now, old)) return [];
  const isNarrower = isLarger(now, old) === (side === 'lower');
  return [{ shift: isNarrower ? 'narrower' : 'wider', what: changed(key, old, now) }];
}

/** A length or a number of items of 0 at least says nothing. */
function isIdle(key: string, value: unknown): boolean {
  return /^min(?:Length|Items|Properties)$/.test(key) && Number(value) === 0;
}

function rule(key: string, before: unknown, after: unknown): Shifted[] {
  if (sameJson(before, after)) return [];
  if (before === undefined) return [{ shift: 'narrower', what: `\`${key}\` is now ${shown(after)}` }];
  if (after === undefined) return [{ shift: 'wider', what: `\`${key}\` ${shown(before)} no longer holds` }];
  return [{ shift: 'other', what: changed(key, before, after) }];
}

function changed(key: string, before: unknown, after: unknown): string {
  return `\`${key}\` went from ${shown(before)} to ${shown(after)}`;
}

function shown(value: unknown): string {
  return `\`${literalOf(value)}\``;
}

function flag(key: string, before: boolean, after: boolean): Shifted[] {
  return rule(key, before || undefined, after || undefined);
}

/** Two patterns that both hold stand apart from each other; their order means nothing. */
function patternsOf(flat: SchemaObject): string | undefined {
  const patterns = conjuncts(flat).flatMap(({ pattern }) => pattern ?? []);
  return patterns.length === 0 ? undefined : [...new Set(patterns)].sort().join(' and ');
}

/** Whether there may be members and items that the schema does not name. */
function openness({ before, after }: Versions<SchemaObject>): Shifted[] {
  return (['additionalProperties', 'items'] as const).flatMap((key): Shifted[] => {
    const [wasClosed, isClosed] = [before[key] === false, after[key] === false];
    if (wasClosed === isClosed) return [];
    const what = key === 'items' ? 'further items' : 'other members';
    return isClosed
      ? [{ shift: 'narrower', what: `${what} are no longer allowed` }]
      : [{ shift: 'wider', what: `${what} are now allowed` }];
  });
}

function logic(key: (typeof LOGIC)[number], before: SchemaObject, after: SchemaObject): Shifted[] {
  const [old, now] = [ruleText(before, key), ruleText(after, key)];
  if (old === now) return [];
  if (old === '') return [{ shift: 'narrower', what: `the rule \`${key}\` was added` }];
  if (now === '') return [{ shift: 'wider', what: `the rule \`${key}\` was removed` }];
  return [{ shift: 'other', what: `the rule \`${key}\` has changed` }];
}

/** All that a keyword says, in a form that does not depend on order or texts; '' where it says nothing. */
function ruleText(flat: SchemaObject, key: (typeof LOGIC)[number]): string {
  const rules = conjuncts(flat).flatMap((part) =>
    part[key] === undefined ? [] : [JSON.stringify(bare(part[key], namesIn(key)))],
  );
  return [...new Set(rules)].sort().join();
}

/** What the members of an object are called: keywords of a schema, names of the author's that hold schemas, or whatever data has. */
type Names = 'keywords' | 'authors' | 'data';

/** A schema without texts, its members in order. What is called as a text is, but is a member or data, stays. */
export function bare(value: unknown, names: Names = 'keywords'): unknown {
  if (Array.isArray(value)) return value.map((item) => bare(item, names));
  if (typeof value !== 'object' || value === null || isNumeric(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => names !== 'keywords' || !isAnnotationKey(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, bare(member, names === 'keywords' ? namesIn(key) : below(names))]),
  );
}

function namesIn(keyword: string): Names {
  if (keyword === 'const' || keyword === 'enum') return 'data';
  return SCHEMA_MAPS.has(keyword) || keyword === 'dependentRequired' ? 'authors' : 'keywords';
}

function below(names: Names): Names {
  return names === 'authors' ? 'keywords' : names;
}
