import type { SdkModel } from '../../src/generators/sdk/model.ts';
import type { SdkField, SdkType } from '../../src/generators/sdk/sdk-type.ts';
import { isObject } from './differences.ts';

/** What an API that grows does to its answers; none of it may make a reader fail. */
export const MUTATIONS = ['unknown values of enums', 'unknown fields', 'nulls', 'fields left out'] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** The example with one kind of change at every place that its type has for it. */
export function mutated(mutation: Mutation, example: unknown, type: SdkType, model: SdkModel): unknown {
  const types = new Map(model.types.map((named) => [named.name, named]));
  const visit = (value: unknown, at: SdkType): unknown => {
    if (at.kind === 'array' && Array.isArray(value)) return value.map((member: unknown) => visit(member, at.items));
    if (at.kind === 'nullable') return value === null ? null : visit(value, at.of);
    if (at.kind !== 'named') return value;
    const named = types.get(at.name);
    if (named?.kind === 'alias') return visit(value, named.type);
    if (named?.kind === 'enum') return mutation === 'unknown values of enums' ? `${String(value)}_new` : value;
    if (!isObject(value)) return value;
    if (named?.kind === 'union') {
      const { discriminator } = named;
      const member = named.members.find(({ value: wanted, ownFields }) =>
        discriminator ? value[discriminator] === wanted : ownFields.every((name) => name in value),
      );
      return member ? visit(value, member.type) : value;
    }
    return named?.kind === 'object' ? changedObject(mutation, value, named.fields, visit) : value;
  };
  return visit(example, type);
}

/** A list stays one, and what tells members of a union apart is there: without them nothing could be read. */
const KEPT = new Set(['data', 'type']);

function changedObject(
  mutation: Mutation,
  value: Record<string, unknown>,
  fields: readonly SdkField[],
  visit: (value: unknown, type: SdkType) => unknown,
): Record<string, unknown> {
  const members = fields.flatMap(({ name, type, required, nullable }): [string, unknown][] => {
    if (!(name in value)) return [];
    if (mutation === 'nulls' && nullable) return [[name, null]];
    if (mutation === 'fields left out' && required && !KEPT.has(name)) return [];
    return [[name, visit(value[name], type)]];
  });
  return { ...Object.fromEntries(members), ...(mutation === 'unknown fields' && { a_new_field: { of: ['later'] } }) };
}
