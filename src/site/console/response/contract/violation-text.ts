/** What a broken keyword of JSON Schema means for the value, as the rest of a sentence that begins with its name. */
import type { OutputUnit } from '@cfworker/json-schema';
import { withEscapes } from '../../../ui/response/visible-text.ts';

const articles: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'a boolean',
  object: 'an object',
  array: 'an array',
  null: 'null',
};

/** @param limit The keyword's value in the schema. */
const texts: Record<string, (limit: unknown, value: unknown) => string> = {
  type: (limit, value) => `is ${kindOf(value, limit)}, not ${[limit].flat().map(withArticle).join(' or ')}`,
  required: () => 'is missing',
  enum: (limit, value) => `is ${literal(value)}, none of ${shortList(limit)}`,
  const: (limit, value) => `is ${literal(value)}, not ${literal(limit)}`,
  false: () => 'is not part of the documented answer',
  format: (limit, value) => `is ${literal(value)}, which is no ${String(limit)}`,
  pattern: (limit, value) => `is ${literal(value)}, which does not match ${String(limit)}`,
  minLength: (limit) => `is shorter than ${String(limit)} characters`,
  maxLength: (limit) => `is longer than ${String(limit)} characters`,
  minimum: (limit, value) => `is ${literal(value)}, less than ${String(limit)}`,
  maximum: (limit, value) => `is ${literal(value)}, more than ${String(limit)}`,
  exclusiveMinimum: (limit, value) => `is ${literal(value)}, not more than ${String(limit)}`,
  exclusiveMaximum: (limit, value) => `is ${literal(value)}, not less than ${String(limit)}`,
  multipleOf: (limit, value) => `is ${literal(value)}, no multiple of ${String(limit)}`,
  minItems: (limit) => `has fewer than ${String(limit)} items`,
  maxItems: (limit) => `has more than ${String(limit)} items`,
  uniqueItems: () => 'has an item twice',
  minProperties: (limit) => `has fewer than ${String(limit)} members`,
  maxProperties: (limit) => `has more than ${String(limit)} members`,
  anyOf: () => 'matches none of the documented alternatives',
  oneOf: () => 'does not match exactly one of the documented alternatives',
  not: () => 'matches what it must not',
};

export function violationText({ keyword, error }: OutputUnit, value: unknown, limit: unknown): string {
  const text = Object.hasOwn(texts, keyword) ? texts[keyword] : undefined;
  return text ? text(limit, value) : error.replace(/^Instance /, '').replace(/\.$/, '');
}

function kindOf(value: unknown, expected: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number' && [expected].flat().includes('integer')) return `${value}`;
  return withArticle(typeof value);
}

function withArticle(type: unknown): string {
  return articles[String(type)] ?? String(type);
}

function shortList(values: unknown): string {
  const list = Array.isArray(values) ? values : [values];
  const shown = list.slice(0, 6).map(literal).join(', ');
  return list.length > 6 ? `${shown} and ${list.length - 6} more` : shown;
}

/** A value in JSON, by its beginning where it is long. */
function literal(value: unknown): string {
  const text = withEscapes(JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
