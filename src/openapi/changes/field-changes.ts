import type { Schema, SchemaRoot } from '../document/openapi-document.ts';
import type { Direction, Field } from '../schema/fields.ts';
import { fieldsOf } from '../schema/fields.ts';
import { flatten } from '../schema/flatten.ts';
import type { Versions } from './change.ts';
import { requirementWords } from './change.ts';
import type { Found } from './mark-changes.ts';

/** Members of two versions of a schema: what came and went, and what is in both. */
export interface MemberChanges {
  /** `step` leads from the schema to the member: `.name`, `[]`. */
  findings: (Found & { step: string })[];
  both: (Versions<Schema> & { step: string })[];
}

/** Compares fields by name, items of a tuple by their place. The fields are those that are sent, or that come back. */
export function fieldChanges(
  roots: Versions<SchemaRoot>,
  schemas: Versions<Schema>,
  direction: Direction,
): MemberChanges {
  const old = byKey(fieldsOf(roots.before, schemas.before, direction));
  const now = byKey(fieldsOf(roots.after, schemas.after, direction));
  const isClosed = isClosedAt(roots.after, schemas.after);
  const findings: MemberChanges['findings'] = [];
  const both: MemberChanges['both'] = [];
  for (const [key, field] of old) {
    const other = now.get(key);
    if (other) both.push({ step: stepOf(field), before: field.schema, after: other.schema });
    if (other) findings.push(...requirement(field, other, direction));
    else findings.push(...gone(field, direction, isClosed));
  }
  for (const [key, field] of now) if (!old.has(key)) findings.push(...come(field, direction));
  return { findings, both: [...both, ...itemsOf(roots, schemas)] };
}

function byKey(fields: Field[]): Map<string, Field> {
  return new Map(fields.map((field) => [`${field.kind} ${field.name}`, field]));
}

function stepOf({ kind, name }: Field): string {
  if (kind === 'additional') return '.*';
  return kind === 'pattern' ? `.{${name}}` : `.${name}`;
}

function isClosedAt(document: SchemaRoot, schema: Schema): boolean {
  const { additionalProperties, unevaluatedProperties } = flatten(document, schema);
  return additionalProperties === false || unevaluatedProperties === false;
}

function requirement(before: Field, after: Field, direction: Direction): MemberChanges['findings'] {
  if (before.required === after.required) return [];
  const what = requirementWords(after.required, direction);
  const isBreaking = after.required === (direction === 'request');
  return [{ kind: 'changed', subject: 'field', facet: 'requirement', what, isBreaking, step: stepOf(after) }];
}

/** A server that takes any member takes one that is no longer described. */
function gone(field: Field, direction: Direction, isClosed: boolean): MemberChanges['findings'] {
  if (field.kind !== 'property') return unnamed(field, direction === 'response', 'are no longer described');
  const isBreaking = direction === 'response' || isClosed;
  const what = isBreaking ? 'the field was removed' : 'the field is no longer described';
  return [{ kind: 'removed', subject: 'field', what, isBreaking, step: stepOf(field) }];
}

function come(field: Field, direction: Direction): MemberChanges['findings'] {
  if (field.kind !== 'property') return unnamed(field, direction === 'request', 'are now described');
  const isBreaking = field.required && direction === 'request';
  const what = isBreaking ? 'a new field, which is required' : 'a new field';
  return [{ kind: 'added', subject: 'field', what, isBreaking, step: stepOf(field) }];
}

/** Members without a name: `additionalProperties: true` says no more than nothing does. */
function unnamed(field: Field, isBreaking: boolean, what: string): MemberChanges['findings'] {
  if (field.schema === true) return [];
  const members = field.kind === 'pattern' ? 'members whose names match the pattern' : 'other members';
  return [{ kind: 'changed', subject: 'field', what: `${members} ${what}`, isBreaking, step: stepOf(field) }];
}

function itemsOf(roots: Versions<SchemaRoot>, schemas: Versions<Schema>): MemberChanges['both'] {
  const [before, after] = [flatten(roots.before, schemas.before), flatten(roots.after, schemas.after)];
  const length = Math.max(before.prefixItems?.length ?? 0, after.prefixItems?.length ?? 0);
  const tuple = Array.from({ length }, (_, index) => ({
    step: `[${index}]`,
    before: before.prefixItems?.[index] ?? before.items ?? true,
    after: after.prefixItems?.[index] ?? after.items ?? true,
  }));
  const [old, now] = [before.items ?? true, after.items ?? true];
  // That there are no further items at all is told of the list.
  return old === false || now === false || (old === true && now === true)
    ? tuple
    : [...tuple, { step: '[]', before: old, after: now }];
}
