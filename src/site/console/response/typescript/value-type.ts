/** The TypeScript type of a value, for an answer whose schema is not known. */
import { isRecord } from '../../../../openapi/document/refs.ts';
import { printType, text, union } from './typescript-type.ts';
import type { TypeNode } from './typescript-type.ts';

/** A declaration called `name`. What lists hold is one type: of several objects, members that some lack are optional. */
export function typeOfValue(value: unknown, name: string): string {
  const type = typeOf([value]);
  return type.kind === 'object'
    ? `export interface ${name} ${printType(type)}\n`
    : `export type ${name} = ${printType(type)};\n`;
}

/** The type that all of some values have. */
function typeOf(values: unknown[]): TypeNode {
  const objects = values.filter(isRecord);
  const lists = values.filter((value): value is unknown[] => Array.isArray(value));
  const rest = values.filter((value) => typeof value !== 'object' || value === null);
  return union([
    ...(objects.length > 0 ? [objectType(objects)] : []),
    ...(lists.length > 0 ? [{ kind: 'array' as const, items: itemsType(lists) }] : []),
    ...rest.map((value) => text(value === null ? 'null' : typeof value)),
  ]);
}

function itemsType(lists: unknown[][]): TypeNode {
  const items = lists.flat();
  return items.length > 0 ? typeOf(items) : text('unknown');
}

function objectType(objects: Record<string, unknown>[]): TypeNode {
  const members = new Map<string, unknown[]>();
  for (const object of objects) {
    for (const [name, value] of Object.entries(object)) {
      const values = members.get(name);
      if (values) values.push(value);
      else members.set(name, [value]);
    }
  }
  return {
    kind: 'object',
    members: [...members].map(([name, values]) => ({
      name,
      optional: values.length < objects.length,
      type: typeOf(values),
    })),
    others: undefined,
  };
}
