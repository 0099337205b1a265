/** Which of a union's alternatives a value is. */
import type { FormShape } from '../../../../openapi/request/body-form.ts';
import { choicesOf } from './blank-value.ts';

type Shapes = FormShape[];
type Value = Record<string, unknown>;

const mismatch = -100;

/**
 * The index of the alternative that a value is most like, -1 where it is like none.
 * @param preferred Taken where the value does not speak against it: the reader's own choice.
 */
export function alternativeOf(shapes: Shapes, shape: FormShape, value: unknown, preferred: number | undefined): number {
  const { alternatives = [], discriminator } = shape;
  const told = discriminator !== undefined && isObject(value) ? value[discriminator] : undefined;
  if (typeof told === 'string') {
    const named = alternatives.findIndex(({ values }) => values?.includes(told));
    if (named >= 0) return named;
  }
  // A number is a text while it is typed: “-”, “1e”.
  const isBeingTyped = (index: number) =>
    typeof value === 'string' && shapes[alternatives[index]?.shape ?? -1]?.kind === 'number';
  const scores = alternatives.map((alternative) => likeness(shapes, shapes[alternative.shape], value, 3));
  const kept = preferred === undefined ? undefined : scores[preferred];
  if (preferred !== undefined && kept !== undefined && (kept > mismatch || isBeingTyped(preferred))) return preferred;
  const best = Math.max(...scores);
  return best > mismatch ? scores.indexOf(best) : -1;
}

/** How much a value is like what a shape asks for. */
function likeness(shapes: Shapes, shape: FormShape | undefined, value: unknown, depth: number): number {
  if (shape === undefined) return mismatch;
  if (value === null && shape.nullable) return 1;
  switch (shape.kind) {
    case 'union':
      if (depth === 0) return 0;
      return Math.max(
        ...(shape.alternatives ?? []).map((inner) => likeness(shapes, shapes[inner.shape], value, depth - 1)),
      );
    case 'choice':
      return choicesOf(shape).some((choice) => JSON.stringify(choice) === JSON.stringify(value)) ? 2 : mismatch;
    case 'number':
      if (typeof value !== 'number') return mismatch;
      return shape.type === 'integer' && !Number.isInteger(value) ? 0 : 1;
    case 'list':
      return Array.isArray(value) ? listLikeness(shapes, shape, value, depth) : mismatch;
    case 'object':
      return isObject(value) ? objectLikeness(shapes, shape, value) : mismatch;
    default:
      return typeof value === 'string' ? 1 : mismatch;
  }
}

function listLikeness(shapes: Shapes, { items }: FormShape, value: unknown[], depth: number): number {
  const [first] = value;
  if (first === undefined || depth === 0) return 1;
  return likeness(shapes, shapes[items?.[0] ?? -1], first, depth - 1) > mismatch ? 2 : 0;
}

function objectLikeness(shapes: Shapes, { fields = [] }: FormShape, value: Value): number {
  let score = 1;
  for (const { name, required, shape } of fields) {
    if (!Object.hasOwn(value, name)) {
      score -= required ? 2 : 0;
      continue;
    }
    const choices = shapes[shape]?.choices;
    if (choices && !choices.includes(value[name])) score -= 20;
    else score += choices ? 4 : 2;
  }
  return score - Object.keys(value).filter((key) => !fields.some(({ name }) => name === key)).length;
}

function isObject(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
