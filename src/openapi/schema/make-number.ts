import type { SchemaObject } from '../document/openapi-document.ts';
import { isNumeric } from '../../json-text/exact-number.ts';
import { conjuncts } from './flatten.ts';

/** So many multiples are tried from the lowest on. */
const TRIES = 12;

/** Numbers that a flat schema may allow. */
export function* numberCandidates(flat: SchemaObject, type: string): Generator<number> {
  const steps = conjuncts(flat).flatMap(({ multipleOf }) => multipleOf ?? []);
  const isWhole = type === 'integer';
  const step = [...steps, ...(isWhole ? [1] : [])].reduce(commonMultiple, 0) || 0.5;
  const low = largest(flat.minimum, flat.exclusiveMinimum);
  const high = largest(negative(flat.maximum), negative(flat.exclusiveMaximum));
  // A bound with more digits than a double has is the one number near it that is written right.
  if (flat.minimum !== undefined) yield flat.minimum;
  if (low !== undefined) yield* multiples(Math.ceil(round(low / step)), step, 1);
  if (high !== undefined) {
    yield Math.min(step, -high);
    yield* multiples(Math.floor(round(-high / step)), step, -1);
    yield round(((low ?? -high - 2) - high) / 2);
  }
  yield* multiples(1, step, 1);
  yield* multiples(0, step, -1);
}

function* multiples(first: number, step: number, direction: 1 | -1): Generator<number> {
  for (let n = 0; n < TRIES; n += 1) yield round((first + n * direction) * step);
}

function largest(a: unknown, b: unknown): number | undefined {
  const numbers = [a, b].filter((one): one is number => isNumeric(one));
  return numbers.length > 0 ? Math.max(...numbers) : undefined;
}

function negative(bound: unknown): number | undefined {
  return isNumeric(bound) ? -bound : undefined;
}

/** The least number that is a multiple of both; decimals are made whole for it. */
function commonMultiple(a: number, b: number): number {
  if (a === 0) return b;
  const scale = 10 ** Math.max(decimals(a), decimals(b));
  const [x, y] = [Math.round(a * scale), Math.round(b * scale)];
  return round((x / divisor(x, y)) * (y / scale));
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function decimals(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [, digits = ''] = mantissa.split('.');
  return Math.max(0, digits.length - Number(exponent));
}

/** Without what is lost to binary fractions. */
function round(value: number): number {
  return Math.abs(value) < 1e15 ? Number(value.toPrecision(15)) : value;
}
