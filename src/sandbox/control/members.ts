import { parseBody, readBody, readBytes } from '../checks/body.ts';
import { requireJsonType } from '../checks/media-type.ts';
import { refuseFaults } from '../checks/validate-body.ts';
import { ControlError, invalid } from './control-error.ts';

/** The members of a JSON object, as a request gave them. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * Reads the body of a control request: an object with no other members than these.
 * @throws ApiError where it is not JSON, or not as it seems · ControlError 422
 */
export async function readMembers(request: Request, names: readonly string[]): Promise<Members> {
  const body = await readBody(request);
  refuseFaults(body);
  return membersOf(body.value, names, '');
}

/** The same of a body that may be left out. */
export async function readOptionalMembers(request: Request, names: readonly string[]): Promise<Members> {
  requireJsonType(request, 'optional');
  const body = parseBody(request, await readBytes(request), 'optional');
  if (body.text === '') return {};
  refuseFaults(body);
  return membersOf(body.value, names, '');
}

/** @param where the path of the object, to name its members by */
export function membersOf(value: unknown, names: readonly string[], where: string): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (where !== '') throw invalid(where, 'must be an object');
    throw new ControlError(422, 'invalid_parameter', 'The body must be a JSON object.');
  }
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown === undefined) return value as Members;
  throw invalid(join(where, unknown), `does not exist; there is ${names.join(', ')}`);
}

/** A number within limits; undefined where it is absent or null. */
export function readNumber(members: Members, name: string, [low, high]: [number, number]): number | undefined {
  const value = members[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value === 'number' && value >= low && value <= high) return value;
  throw invalid(name, `must be a number from ${low} to ${high}`);
}

/** A whole number within limits; undefined where it is absent or null. */
export function readInteger(members: Members, name: string, limits: [number, number]): number | undefined {
  const value = readNumber(members, name, limits);
  if (value === undefined || Number.isInteger(value)) return value;
  throw invalid(name, 'must be a whole number');
}

/** True or false; undefined where it is absent or null. */
export function readBoolean(members: Members, name: string): boolean | undefined {
  const value = members[name] ?? undefined;
  if (value === undefined || typeof value === 'boolean') return value;
  throw invalid(name, 'must be true or false');
}

/** A text; undefined where it is absent or null. */
export function readText(members: Members, name: string): string | undefined {
  const value = members[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(name, 'must be a string');
}

export function join(where: string, name: string): string {
  return where === '' ? name : `${where}.${name}`;
}
