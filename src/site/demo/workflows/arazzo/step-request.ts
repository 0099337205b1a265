import { ArazzoError } from './document.ts';
import type { Parameter, Step } from './document.ts';
import { fillIn } from './expression.ts';
import type { Context } from './expression.ts';

/** An operation that steps name, with a path such as `/contacts/{id}`. */
export interface CalledOperation {
  readonly method: string;
  readonly path: string;
}

/** The request of a step, before it is sent. */
export interface StepRequest {
  readonly method: string;
  /** Path and query string, below the address of the server: `/contacts?per_page=1`. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** JSON text; undefined where there is none. */
  readonly body: string | undefined;
}

interface StepCall {
  readonly operation: CalledOperation;
  readonly parameters: readonly Parameter[];
  readonly requestBody: Step['requestBody'];
}

/** The request that a step makes of its operation. @throws ArazzoError where a value is missing */
export function requestOf({ operation, parameters, requestBody }: StepCall, context: Context): StepRequest {
  const filled = parameters.map((parameter) => ({ ...parameter, value: textOf(parameter, context) }));
  const ofKind = (kind: Parameter['in']) => filled.filter((parameter) => parameter.in === kind);
  const query = new URLSearchParams(ofKind('query').map(({ name, value }) => [name, value])).toString();
  const target = operation.path.replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const found = ofKind('path').find((parameter) => parameter.name === name);
    return found ? encodeURIComponent(found.value) : whole;
  });
  const headers = ofKind('header').map(({ name, value }): [string, string] => [name, value]);
  if (requestBody) headers.push(['Content-Type', requestBody.contentType ?? 'application/json']);
  return {
    method: operation.method.toUpperCase(),
    target: query === '' ? target : `${target}?${query}`,
    headers,
    body: requestBody && JSON.stringify(fillIn(requestBody.payload, context)),
  };
}

function textOf({ name, value }: Parameter, context: Context): string {
  const filled = fillIn(value, context);
  if (filled === undefined) throw new ArazzoError(`The parameter "${name}" has no value: ${String(value)} is empty.`);
  return String(filled);
}
