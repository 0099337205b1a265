import { sameJson } from '../../../src/openapi/schema/literal.ts';

/** Whether literals are the same, as far as they can be told apart: `5` may be a number or a text. */
export function isLiteral(told: string, value: unknown): boolean {
  if (typeof value === 'string' && (value === '' ? '""' : value) === told) return true;
  try {
    return typeof value !== 'string' && sameJson(JSON.parse(told), value);
  } catch {
    return false;
  }
}
