import type { DescribedOperation, DescribedParameter } from './described-operation.ts';
import { ToolError } from './tool.ts';
import { quoted } from './visible-text.ts';

/** What is sent to an API. */
export interface ApiRequest {
  readonly method: string;
  /** Path and query string, below the address of the API. */
  readonly target: string;
  /** JSON. */
  readonly body?: string;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * The request of an operation. What its body says is judged by the API, which names the field that is wrong.
 * @param given the values of path and query parameters, by name
 * @throws ToolError for a parameter that is unknown, missing, or no plain value
 */
export function apiRequest(operation: DescribedOperation, given: Values, body: unknown): ApiRequest {
  const { operationId, method, path, parameters } = operation;
  const unknown = Object.keys(given).find((name) => !parameters.some((parameter) => parameter.name === name));
  if (unknown !== undefined) {
    const known = parameters.map(({ name }) => name).join(', ');
    throw new ToolError(`${operationId} has no parameter ${quoted(unknown)}; it has ${known || 'none'}.`);
  }
  if (body !== undefined && !operation.body) throw new ToolError(`${operationId} takes no body.`);
  const query = new URLSearchParams();
  let target = path;
  for (const parameter of parameters) {
    const value = valueOf(operationId, parameter, given);
    if (value === undefined) continue;
    if (parameter.in === 'path') target = target.replace(`{${parameter.name}}`, segment(parameter.name, value));
    else query.set(parameter.name, value);
  }
  return {
    method,
    target: `${target}${query.size > 0 ? `?${query.toString()}` : ''}`,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

function valueOf(operationId: string, { name, required }: DescribedParameter, given: Values): string | undefined {
  const value = given[name];
  if (value === undefined) {
    if (required) throw new ToolError(`${operationId} needs the parameter '${name}'.`);
    return undefined;
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new ToolError(`The parameter '${name}' must be text, a number, true or false.`);
}

/** One part of a path: what would make it another path is refused. */
function segment(name: string, value: string): string {
  if (value === '' || value === '.' || value === '..')
    throw new ToolError(`The parameter '${name}' must not be ${quoted(value)}.`);
  return encodeURIComponent(value.toWellFormed());
}

/** @param base address of the API, without a slash at the end @param headers say who asks */
export function toRequest(base: string, { method, target, body }: ApiRequest, headers: Headers): Request {
  const sent = new Headers(headers);
  if (body !== undefined) sent.set('Content-Type', 'application/json');
  return new Request(`${base}${target}`, { method, headers: sent, ...(body !== undefined && { body }) });
}
