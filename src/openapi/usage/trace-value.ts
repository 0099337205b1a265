import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { atPointer, isRecord, pointerName } from '../document/refs.ts';
import { alternativesOf } from '../schema/alternatives.ts';
import { soleRef } from '../schema/component-ref.ts';
import type { Direction, Field } from '../schema/fields.ts';
import { fieldsOf } from '../schema/fields.ts';
import { flatten } from '../schema/flatten.ts';
import { literalOf } from '../schema/literal.ts';
import { matches } from '../schema/pattern-text.ts';
import { satisfies } from '../schema/satisfies.ts';

/** Is told of what a value has, and lacks, by place. */
export interface Tracer {
  seen: (place: string, value: unknown) => void;
  missing: (place: string) => void;
}

interface Walk {
  document: OpenApiDocument;
  direction: Direction;
  tracer: Tracer;
}

/** Deeper than this no document tells apart what a value holds. */
const MAX_DEPTH = 40;

/**
 * Walks through a value along its schema, and names every place in it as changes name it: from where the schema is used, and from the
 * components on the way (`POST /pets body.owner.name`, `Owner.name`).
 */
export function traceValue(value: unknown, schema: Schema, place: string, walk: Walk): void {
  visit(value, schema, [place], walk, 0);
}

function visit(value: unknown, schema: Schema, places: string[], walk: Walk, depth: number): void {
  if (depth > MAX_DEPTH) return;
  const ref = soleRef(schema);
  if (ref !== undefined) {
    const named = [...new Set([...places, pointerName(ref)])];
    return visit(value, atPointer(walk.document, ref) as Schema, named, walk, depth + 1);
  }
  for (const place of places) walk.tracer.seen(place, value);
  const { unions } = alternativesOf(walk.document, schema);
  for (const { variants } of unions) {
    const held = variants.filter((variant) => satisfies(walk.document, variant.schema, value, walk.direction));
    for (const variant of held.length > 0 ? held : variants) {
      const at = variant.name === '' ? places : places.map((place) => `${place}(${variant.name})`);
      visit(value, variant.schema, at, walk, depth + 1);
    }
  }
  if (Array.isArray(value)) visitItems(value, schema, places, walk, depth);
  else if (isRecord(value)) visitMembers(value, schema, places, walk, depth);
}

function visitItems(items: unknown[], schema: Schema, places: string[], walk: Walk, depth: number): void {
  const { prefixItems = [], items: rest = true } = flatten(walk.document, schema);
  for (const [index, item] of items.entries()) {
    const own = prefixItems[index];
    const step = own === undefined ? '[]' : `[${index}]`;
    visit(
      item,
      own ?? rest,
      places.map((place) => place + step),
      walk,
      depth + 1,
    );
  }
}

function visitMembers(
  value: Record<string, unknown>,
  schema: Schema,
  places: string[],
  walk: Walk,
  depth: number,
): void {
  const fields = fieldsOf(walk.document, schema, walk.direction);
  for (const [name, member] of Object.entries(value)) {
    const field = fieldFor(fields, name);
    const steps = [`.${name}`, ...(field && field.kind !== 'property' ? [stepOf(field)] : [])];
    const at = places.flatMap((place) => steps.map((step) => place + step));
    visit(member, field?.schema ?? true, at, walk, depth + 1);
  }
  for (const { kind, name } of fields)
    if (kind === 'property' && !Object.hasOwn(value, name))
      for (const place of places) walk.tracer.missing(`${place}.${name}`);
}

function fieldFor(fields: Field[], name: string): Field | undefined {
  return (
    fields.find((field) => field.kind === 'property' && field.name === name) ??
    fields.find((field) => field.kind === 'pattern' && matches(field.name, name)) ??
    fields.find((field) => field.kind === 'additional')
  );
}

function stepOf({ kind, name }: Field): string {
  return kind === 'additional' ? '.*' : `.{${name}}`;
}

/** A plain value as changes write it. */
export function plainValue(value: unknown): string | undefined {
  if (value === null || Array.isArray(value) || isRecord(value) || value === undefined) return undefined;
  return literalOf(value);
}
