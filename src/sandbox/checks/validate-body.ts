import { jsonFaults } from '../../json-text/faults.ts';
import type { JsonFault } from '../../json-text/faults.ts';
import { unescapeStep } from '../../json-text/json-pointer.ts';
import type { OperationId } from '../generated/operations.ts';
import { limits, reasons } from '../generated/policies.ts';
import * as validators from '../generated/validators.js';
import { ApiError, fill } from '../http/api-error.ts';
import type { Body } from './body.ts';
import { refuseUnaskedBody } from './unasked-body.ts';

/** What a compiled validator tells of the first thing it did not like. */
interface Violation {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Validator {
  (data: unknown): boolean;
  errors?: readonly Violation[] | null;
}

/** How much of a number an error shows. */
const SHOWN = 40;

/**
 * Up to so many characters, a text that its value is written as again has lost nothing, and need not be read token by token: most
 * clients write it so. A longer one could be nested deeper than `JSON.stringify` goes.
 */
const GLANCE = 4_000;

/** One for each operation that takes a body. */
export type BodyValidators = Readonly<Partial<Record<OperationId, Validator>>>;

/** Those of this version of the spec. */
export const bodyValidators = validators as unknown as BodyValidators;

/**
 * Checks a request body against the operation's schema.
 * @throws ApiError 422 that names the field
 */
export function validateBody(operation: OperationId, body: Body, known: BodyValidators = bodyValidators): void {
  const validate = known[operation];
  if (!validate) return refuseUnaskedBody(body);
  refuseFaults(body);
  validateWith(validate, body.value);
}

/** @throws ApiError 422 for what a text says and a value does not */
export function refuseFaults({ text, value }: Body): void {
  if (text.length <= GLANCE && JSON.stringify(value) === text) return;
  for (const fault of jsonFaults(text)) if (fault) throw faultError(fault);
}

/** The 422 for what a text says and a value does not. */
export function faultError({ kind, path, text }: JsonFault): ApiError {
  const number = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  const reason = kind === 'repeated' ? reasons.repeated : fill(reasons.number, { number });
  const param = path.reduce<string>((at, step) => (typeof step === 'number' ? `${at}[${step}]` : join(at, step)), '');
  return new ApiError('invalid_parameter', { param, values: { reason } });
}

/** @throws ApiError 422 that names the field which the validator did not like */
export function validateWith(validate: Validator, body: unknown): void {
  refuseTooDeep(body);
  if (!validate(body)) throw toApiError(mostTelling(validate.errors ?? []), body);
}

/** Of the branches of a union, the one that the body got furthest into. */
function mostTelling(violations: readonly Violation[]): Violation {
  const depth = ({ instancePath }: Violation): number => instancePath.split('/').length;
  const found = violations
    .filter(({ keyword }) => keyword !== 'oneOf' && keyword !== 'anyOf' && keyword !== 'if')
    .reduce<Violation | undefined>((best, next) => (best && depth(best) >= depth(next) ? best : next), undefined);
  const violation = found ?? violations[0];
  if (!violation) throw new Error('A validator refused a body and did not say why');
  return violation;
}

function toApiError(violation: Violation, body: unknown): ApiError {
  const { keyword, params, instancePath } = violation;
  const path = paramOf(instancePath, body);
  if (keyword === 'required') {
    return new ApiError('missing_parameter', { param: join(path, String(params['missingProperty'])) });
  }
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const name = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
    return new ApiError('unknown_parameter', { param: join(path, name) });
  }
  if (keyword === 'discriminator') {
    const tag = String(params['tag']);
    const missing = params['tagValue'] === undefined;
    return missing
      ? new ApiError('missing_parameter', { param: join(path, tag) })
      : invalidField(join(path, tag), violation);
  }
  return invalidField(path, violation);
}

function invalidField(param: string, violation: Violation): ApiError {
  const reason = reasonOf(violation, param);
  if (param === '') return new ApiError('invalid_parameter', { message: `The request body ${reason}.` });
  return new ApiError('invalid_parameter', { param, values: { reason } });
}

/** The catalogue's words for a violation. */
function reasonOf({ keyword, params }: Violation, param: string): string {
  const texts: Readonly<Record<string, string>> = reasons;
  const names = { format: String(params['format']), pattern: patternName(params['pattern'], param) };
  const special = keyword === 'format' || keyword === 'pattern' ? texts[`${keyword}.${names[keyword]}`] : undefined;
  const template = special ?? texts[keyword] ?? texts['pattern'] ?? 'is not valid';
  return fill(template, {
    limit: String(params['limit']),
    type: typeNames(params['type']),
    values: [params['allowedValues'] ?? []].flat().map(String).join(', '),
    value: JSON.stringify(params['allowedValue']) ?? '',
  });
}

function patternName(pattern: unknown, param: string): string {
  return pattern === '\\S' ? 'not_blank' : (param.split('.').at(-1) ?? '');
}

/** "a string or null": the types of a schema as a sentence says them. */
function typeNames(types: unknown): string {
  const names = [types ?? []].flat().map((type) => {
    if (type === 'null') return 'null';
    return type === 'integer' || type === 'object' || type === 'array' ? `an ${String(type)}` : `a ${String(type)}`;
  });
  return names.join(' or ');
}

/** A JSON pointer as the API writes the name of a field: `tags[0]`, `custom_attributes.plan`. */
function paramOf(pointer: string, body: unknown): string {
  let value = body;
  let param = '';
  for (const part of pointer.split('/').slice(1)) {
    const key = unescapeStep(part);
    param = Array.isArray(value) ? `${param}[${key}]` : join(param, key);
    value = (value as Record<string, unknown> | undefined)?.[key];
  }
  return param;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** Every reader of JSON has its limits (RFC 8259, section 9), and this is ours. */
function refuseTooDeep(body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  for (const name of Object.keys(body)) {
    if (!isTooDeep((body as Readonly<Record<string, unknown>>)[name])) continue;
    const reason = fill(reasons.nesting, { limit: limits.nesting_levels });
    throw new ApiError('invalid_parameter', { param: Array.isArray(body) ? `[${name}]` : name, values: { reason } });
  }
}

/** Looks through a value level by level, so that no depth can overflow the stack. */
function isTooDeep(value: unknown): boolean {
  let level = isContainer(value) ? [value] : [];
  // The body itself is the first level.
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth >= limits.nesting_levels) return true;
    level = level.flatMap((container): unknown[] => Object.values(container)).filter(isContainer);
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
