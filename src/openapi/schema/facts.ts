import { isNumeric, isLarger } from '../../json-text/exact-number.ts';
import type { SchemaObject } from '../document/openapi-document.ts';
import { literalOf } from './literal.ts';
import { isFile } from './value-types.ts';

/** What a value must keep to: words, and a literal where there is one. */
export interface Constraint {
  label: string;
  value?: string;
}

/** What the plain keywords of a flat schema say: bounds, lengths, the pattern, the constant. */
export function factsOf(flat: SchemaObject): Constraint[] {
  return [
    ...range(flat),
    ...(flat.multipleOf === undefined ? [] : [{ label: `multiple of ${flat.multipleOf}` }]),
    ...count(flat.minLength, flat.maxLength, isFile(flat) ? 'byte' : 'character'),
    ...count(flat.minItems, flat.maxItems, 'item'),
    ...count(flat.minProperties, flat.maxProperties, 'member'),
    ...(flat.uniqueItems ? [{ label: 'unique items' }] : []),
    ...(flat.const === undefined ? [] : [{ label: 'always', value: literalOf(flat.const) }]),
    ...(flat.pattern === undefined ? [] : [pattern(flat.pattern)]),
  ];
}

function range(flat: SchemaObject): Constraint[] {
  const [low, high] = [boundOf(flat, 'Minimum'), boundOf(flat, 'Maximum')];
  if (low && high && !low.isExclusive && !high.isExclusive) return [{ label: `${low.value} to ${high.value}` }];
  return [
    ...(low ? [{ label: `${low.isExclusive ? '>' : '≥'} ${low.value}` }] : []),
    ...(high ? [{ label: `${high.isExclusive ? '<' : '≤'} ${high.value}` }] : []),
  ];
}

/** Of a bound that may be reached and one that may not, the stricter one. */
function boundOf(flat: SchemaObject, side: 'Minimum' | 'Maximum'): { value: number; isExclusive: boolean } | undefined {
  const inclusive = side === 'Minimum' ? flat.minimum : flat.maximum;
  const exclusive = flat[`exclusive${side}`];
  if (!isNumeric(exclusive))
    return inclusive === undefined ? undefined : { value: inclusive, isExclusive: exclusive === true };
  const isLooser =
    inclusive !== undefined && (side === 'Minimum' ? isLarger(inclusive, exclusive) : isLarger(exclusive, inclusive));
  return isLooser ? { value: inclusive, isExclusive: false } : { value: exclusive, isExclusive: true };
}

function count(min: number | undefined, max: number | undefined, noun: string): Constraint[] {
  const many = (n: number): string => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
  if (min !== undefined && min === max) return [{ label: `exactly ${many(min)}` }];
  if (min && max !== undefined) return [{ label: `${min.toLocaleString('en')} to ${many(max)}` }];
  if (min) return [{ label: `at least ${many(min)}` }];
  return max === undefined ? [] : [{ label: `at most ${many(max)}` }];
}

/** The one pattern that words say better than its own text: a character that is no white space. */
function pattern(text: string): Constraint {
  return text === String.raw`\S` ? { label: 'not blank' } : { label: 'pattern', value: text };
}
