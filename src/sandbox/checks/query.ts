import { reasons } from '../generated/policies.ts';
import { ApiError, fill } from '../http/api-error.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { QueryParameter } from '../operations/operation.ts';
import { formats } from './formats.ts';

type QueryValue = string | number | boolean;

const CURSOR_MODE = ['after', 'limit'];
const PAGE_MODE = ['page', 'per_page'];

/**
 * Reads the query string of an operation: every parameter known, given once, of its type and in its range.
 * @throws ApiError 400 that names the parameter
 */
export function readQuery(query: string, known: Readonly<Record<string, QueryParameter>>): Record<string, QueryValue> {
  const values: Record<string, QueryValue> = {};
  if (query === '') return values;
  for (const [name, text] of new URLSearchParams(query)) {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!parameter) throw new ApiError('unknown_query_parameter', { param: name });
    if (Object.hasOwn(values, name)) throw invalid(name, reasons.repeated);
    values[name] = readValue(name, text, parameter);
  }
  refuseMixedModes(values);
  return values;
}

function readValue(name: string, text: string, parameter: QueryParameter): QueryValue {
  switch (parameter.type) {
    case 'integer':
      return readInteger(name, text, parameter);
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw invalid(name, fill(reasons.type, { type: 'true or false' }));
      return text === 'true';
    case 'string':
      return readText(name, text, parameter);
  }
}

function readInteger(name: string, text: string, { minimum, maximum }: QueryParameter): number {
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw invalid(name, fill(reasons.type, { type: 'an integer' }));
  if (minimum !== undefined && value < minimum) throw invalid(name, fill(reasons.minimum, { limit: minimum }));
  if (maximum !== undefined && value > maximum) throw invalid(name, fill(reasons.maximum, { limit: maximum }));
  return value;
}

function readText(name: string, text: string, parameter: QueryParameter): string {
  const { minLength, maxLength, format } = parameter;
  if (parameter.enum && !parameter.enum.includes(text)) {
    throw invalid(name, fill(reasons.enum, { values: parameter.enum.join(', ') }));
  }
  if (minLength !== undefined && text.length < minLength)
    throw invalid(name, fill(reasons.minLength, { limit: minLength }));
  if (maxLength !== undefined && [...text].length > maxLength) {
    throw invalid(name, fill(reasons.maxLength, { limit: maxLength }));
  }
  if (format && !formats[format](text)) throw invalid(name, reasons[`format.${format}`]);
  return text;
}

/** `after` or `limit` starts cursor mode; a parameter of page mode beside it is refused. */
function refuseMixedModes(values: Record<string, QueryValue>): void {
  const cursor = CURSOR_MODE.find((name) => Object.hasOwn(values, name));
  const page = PAGE_MODE.find((name) => Object.hasOwn(values, name));
  if (cursor && page) throw invalid(page, fill(reasons.mode, { other: cursor }));
}

function invalid(param: string, reason: string): ApiError {
  return new ApiError('invalid_query_parameter', { param, values: { reason } });
}

/**
 * Refuses a URL in which a percent sign starts anything but the encoding of UTF-8 text.
 * @throws ApiError 400
 */
export function requireDecodable({ path, query }: RequestContext): void {
  if (!isDecodable(path) || !isDecodable(query)) throw new ApiError('invalid_url');
}

function isDecodable(encoded: string): boolean {
  if (!encoded.includes('%')) return true;
  try {
    // What comes of it is used: a bundler takes the call for one without effect, and leaves it out otherwise.
    return decodeURIComponent(encoded) !== '';
  } catch {
    return false;
  }
}
