import { reference } from '../generated/reference.ts';
import type { DescribedOperation } from './described-operation.ts';
import { addressOf } from './pages.ts';

const REF = '#/$defs/';

/** All that a call of an operation needs, with the schemas that it refers to and no others. */
export function describeOperation(operation: DescribedOperation): Record<string, unknown> {
  const { page, ...told } = operation;
  const $defs: Record<string, unknown> = {};
  collect(told, $defs);
  return { ...told, page: addressOf(page), ...(Object.keys($defs).length > 0 && { $defs }) };
}

function collect(value: unknown, $defs: Record<string, unknown>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key !== '$ref' || typeof member !== 'string' || !member.startsWith(REF)) collect(member, $defs);
    else define(member.slice(REF.length), $defs);
  }
}

function define(name: string, $defs: Record<string, unknown>): void {
  if (Object.hasOwn($defs, name)) return;
  $defs[name] = reference.$defs[name];
  collect($defs[name], $defs);
}
