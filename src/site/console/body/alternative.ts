/** Which of a schema's alternatives a value is. */
import type { Schema, SchemaRoot } from '../../../openapi/document.ts';
import { isRecord } from '../../../openapi/pointer.ts';
import { fieldsOf, flatten } from '../../../openapi/schema.ts';
import type { Shape } from './shape.ts';
import { choicesOf, shapeOf } from './shape.ts';

const mismatch = -100;

/**
 * The index of the alternative that a value is most like, -1 where it is like none.
 * @param preferred Taken where the value does not speak against it: the reader's own choice.
 */
export function alternativeOf(root: SchemaRoot, shape: Shape, value: unknown, preferred: number | undefined): number {
  const { alternatives = [], discriminator } = shape;
  const told = discriminator !== undefined && isRecord(value) ? value[discriminator] : undefined;
  if (typeof told === 'string') {
    const named = alternatives.findIndex(({ values }) => values.includes(told));
    if (named >= 0) return named;
  }
  const scores = alternatives.map(({ schema }) => likeness(root, schema, value, 3));
  if (preferred !== undefined && (scores[preferred] ?? mismatch) > mismatch) return preferred;
  const best = Math.max(...scores);
  return best > mismatch ? scores.indexOf(best) : -1;
}

/** How much a value is like what a schema asks for. */
function likeness(root: SchemaRoot, schema: Schema, value: unknown, depth: number): number {
  const shape = shapeOf(root, schema);
  if (value === null) return shape.nullable ? 1 : mismatch;
  if (shape.alternatives) {
    if (depth === 0) return 0;
    return Math.max(mismatch, ...shape.alternatives.map((inner) => likeness(root, inner.schema, value, depth - 1)));
  }
  switch (shape.kind) {
    case 'choice':
      return choicesOf(shape).some((choice) => JSON.stringify(choice) === JSON.stringify(value)) ? 2 : mismatch;
    case 'number':
      if (typeof value !== 'number') return mismatch;
      return shape.flat.type === 'integer' && !Number.isInteger(value) ? 0 : 1;
    case 'list':
      return Array.isArray(value) ? listLikeness(root, shape, value, depth) : mismatch;
    case 'object':
      return isRecord(value) ? objectLikeness(root, shape, value) : mismatch;
    default:
      return typeof value === 'string' ? 1 : mismatch;
  }
}

function listLikeness(root: SchemaRoot, { flat }: Shape, value: unknown[], depth: number): number {
  const [first] = value;
  if (first === undefined || flat.items === undefined || depth === 0) return 1;
  return likeness(root, flat.items, first, depth - 1) > mismatch ? 2 : 0;
}

function objectLikeness(root: SchemaRoot, { flat }: Shape, value: Record<string, unknown>): number {
  const fields = fieldsOf(root, flat, 'request');
  const known = new Set(fields.map(({ name }) => name));
  let score = 1;
  for (const { name, required, schema } of fields) {
    if (!Object.hasOwn(value, name)) {
      score -= required ? 2 : 0;
      continue;
    }
    const constant = flatten(root, schema);
    const fixed = constant.const !== undefined ? [constant.const] : constant.enum;
    if (fixed && !fixed.includes(value[name])) score -= 20;
    else score += fixed ? 4 : 2;
  }
  return score - Object.keys(value).filter((name) => !known.has(name)).length;
}
