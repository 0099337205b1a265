/** Reads the constraints of a value, as words: `at most 3 characters`, `not where kind is x`. */
import { isRecord } from '../../../src/openapi/document/refs.ts';
import type { Constraint } from '../../../src/openapi/schema/facts.ts';
import { sameJson } from '../../../src/openapi/schema/literal.ts';
import { isLiteral } from './read-literal.ts';
import { readSentence } from './read-sentence.ts';
import { readType } from './read-type.ts';
import type { Verdict } from './verdict.ts';
import { all, count, not, when } from './verdict.ts';

const NUMBER = String.raw`(-?\d[\d.,]*(?:e[+-]?\d+)?)`;
/** Words for numbers, with what they mean; of all that is no number they say nothing. */
const NUMBERS: [RegExp, (value: number, ...told: number[]) => boolean][] = [
  [new RegExp(`^${NUMBER} to ${NUMBER}$`), (value, low = 0, high = 0) => value >= low && value <= high],
  [new RegExp(`^≥ ${NUMBER}$`), (value, low = 0) => value >= low],
  [new RegExp(`^> ${NUMBER}$`), (value, low = 0) => value > low],
  [new RegExp(`^≤ ${NUMBER}$`), (value, high = 0) => value <= high],
  [new RegExp(`^< ${NUMBER}$`), (value, high = 0) => value < high],
  [new RegExp(`^multiple of ${NUMBER}$`), (value, step = 1) => isMultiple(value, step)],
];
const COUNT = new RegExp(`^(?:(at least|at most|exactly) |${NUMBER} to )${NUMBER} (character|item|member)s?$`);
const SAYS_NOTHING = /^(default|encoded as .*|holds .*|names in format .*)$/;

/** What a constraint says of a value; `undefined` where it speaks of what stands besides those named. */
export function readConstraint({ label, value: told = '' }: Constraint, value: unknown): Verdict | undefined {
  if (label === 'more rules in the OpenAPI document') return 'unknown';
  if (SAYS_NOTHING.test(label)) return 'yes';
  const known = ofNumber(label, value) ?? ofCount(label, value) ?? ofWords(label, told, value);
  return known ?? ofParts(label, told, value);
}

function ofNumber(label: string, value: unknown): Verdict | undefined {
  for (const [words, holds] of NUMBERS) {
    const found = words.exec(label)?.slice(1);
    if (found) return when(typeof value !== 'number' || holds(value, ...found.map(numberOf)));
  }
  return undefined;
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

function ofCount(label: string, value: unknown): Verdict | undefined {
  const [, word, low, number = '', noun] = COUNT.exec(label) ?? [];
  if (noun === undefined) return undefined;
  const size = sizeOf(noun, value);
  if (size === undefined) return 'yes';
  const many = numberOf(number);
  if (low !== undefined) return when(size >= numberOf(low) && size <= many);
  return when(word === 'at least' ? size >= many : word === 'at most' ? size <= many : size === many);
}

function sizeOf(noun: string, value: unknown): number | undefined {
  if (noun === 'character') return typeof value === 'string' ? [...value].length : undefined;
  if (noun === 'item') return Array.isArray(value) ? value.length : undefined;
  return isRecord(value) ? Object.keys(value).length : undefined;
}

function ofWords(label: string, told: string, value: unknown): Verdict | undefined {
  const isText = typeof value === 'string';
  if (label === 'unique items') return when(!Array.isArray(value) || isUnique(value));
  if (label === 'always') return when(isLiteral(told, value));
  if (label === 'one of') return when(told.split(', ').some((one) => isLiteral(one, value)));
  if (label === 'not' && told !== '') return when(!isLiteral(told, value));
  if (label === 'pattern') return when(!isText || new RegExp(told, 'u').test(value));
  if (label === 'not blank') return when(!isText || /\S/u.test(value));
  if (label === 'must not match') return when(!isText || !new RegExp(told, 'u').test(value));
  if (label.startsWith('not of type ')) return not(readType(label.slice('not of type '.length), value));
  if (label === 'without members') return when(!isRecord(value) || Object.keys(value).length === 0);
  if (label === 'not together' || label === 'without')
    return when(!isRecord(value) || !told.split(', ').every((name) => Object.hasOwn(value, name)));
  return undefined;
}

/** Constraints on a part of a value, and those made of others. */
function ofParts(label: string, told: string, value: unknown): Verdict | undefined {
  if (label.startsWith('not where ')) return not(readSentence(label.slice('not where '.length), value));
  const [, facts] = /^not \((.*)\)$/.exec(label) ?? [];
  if (facts !== undefined) return not(all(facts.split(' and ').map((fact) => understood(factOf(fact), value))));
  if (label.startsWith('not ')) return not(understood(factOf(label.slice(4)), value));
  if (label.startsWith('names ')) {
    const rule = { label: label.slice(6).replace(/^match$/, 'pattern'), value: told };
    return isRecord(value) ? all(Object.keys(value).map((name) => understood(rule, name))) : 'yes';
  }
  return contained(label, told, value);
}

function factOf(fact: string): Constraint {
  const [, pattern] = /^pattern (.*)$/.exec(fact) ?? [];
  return pattern === undefined ? { label: fact } : { label: 'pattern', value: pattern };
}

function contained(label: string, told: string, value: unknown): Verdict | undefined {
  const [, atLeast, exactly, low, high] =
    /^contains (?:at least (\d+)|exactly (\d+)|(\d+) to (\d+)) ×$/.exec(label) ?? [];
  const min = atLeast ?? exactly ?? low;
  if (min === undefined) return undefined;
  if (!Array.isArray(value)) return 'yes';
  const isType = /^(string|number|integer|boolean|null|object|array)( or |$)/.test(told);
  const items = value.map((item) =>
    told === 'value' ? 'yes' : isType ? readType(told, item) : when(isLiteral(told, item)),
  );
  return count(items, Number(min), Number(high ?? exactly ?? Infinity));
}

function isUnique(list: unknown[]): boolean {
  return list.every((item, at) => list.findIndex((other) => sameJson(other, item)) === at);
}

function understood(constraint: Constraint, value: unknown): Verdict {
  const verdict = readConstraint(constraint, value);
  if (verdict === undefined) throw new Error(`nobody understands “${constraint.label} ${constraint.value ?? ''}”`);
  return verdict;
}
