/** Reads type labels: `string (date) or null`, `array of (integer or null)`, `map of Pet`. */
import { isRecord } from '../../../src/openapi/document/refs.ts';
import type { Verdict } from './verdict.ts';
import { all, any, when } from './verdict.ts';

const PLAIN: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  object: isRecord,
  array: Array.isArray,
  any: () => true,
  nothing: () => false,
};

/** The alternatives of a label: ` or ` within parentheses is not between them. */
export function alternatives(label: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < label.length; at += 1) {
    if (label[at] === '(') depth += 1;
    if (label[at] === ')') depth -= 1;
    if (depth === 0 && label.startsWith(' or ', at)) {
      parts.push(label.slice(start, at));
      start = at + 4;
    }
  }
  return [...parts, label.slice(start)];
}

/** What a label says of each item or value: `array of (string or null)` → `string or null`. */
export function inner(label: string, container: 'array' | 'map'): string | undefined {
  const prefix = `${container} of `;
  const found = alternatives(label).find((one) => one.startsWith(prefix));
  return found?.slice(prefix.length).replace(/^\((.*)\)$/, '$1');
}

/** The name of a component says nothing by itself: its members are told below. */
export function isName(alternative: string): boolean {
  const plain = alternative.replace(/ \(.*\)$/, '');
  return !Object.hasOwn(PLAIN, plain) && !/^(array|map|tuple) of /.test(alternative);
}

export function readType(label: string, value: unknown): Verdict {
  return any(alternatives(label).map((one) => readAlternative(one, value)));
}

function readAlternative(alternative: string, value: unknown): Verdict {
  const items = inner(alternative, 'array');
  if (items !== undefined) return Array.isArray(value) ? all(value.map((item) => readType(items, item))) : 'no';
  const values = inner(alternative, 'map');
  if (values !== undefined)
    return isRecord(value) ? all(Object.values(value).map((member) => readType(values, member))) : 'no';
  if (/^tuple of \d+$/.test(alternative)) return when(Array.isArray(value));
  if (isName(alternative)) return when(value !== null);
  return when(PLAIN[alternative.replace(/ \(.*\)$/, '')]?.(value) ?? false);
}
