import { unescapeStep } from '../../../../json-text/json-pointer.ts';
import { ArazzoError } from './document.ts';

/** Values by their names. */
export type Values = Readonly<Record<string, unknown>>;

/** What an expression can speak of. */
export interface Context {
  readonly inputs: Values;
  /** The outputs of the steps that are done, by step. */
  readonly steps: Readonly<Record<string, Values>>;
  /** Of the step that was just done. */
  readonly response?: StepResponse;
}

export interface StepResponse {
  readonly status: number;
  readonly headers: Headers;
  /** JSON, or undefined where there is none. */
  readonly body: unknown;
}

/** Where a value comes from: an input, or an output of a step. */
export interface Source {
  /** Undefined for an input of the workflow. */
  readonly step: string | undefined;
  readonly name: string;
}

/**
 * The value of a runtime expression; undefined where there is none.
 * @throws ArazzoError for an expression that this runner does not know
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#runtime-expressions
 */
export function evaluate(expression: string, { inputs, steps, response }: Context): unknown {
  const source = sourceOf(expression);
  if (source) return source.step === undefined ? inputs[source.name] : steps[source.step]?.[source.name];
  if (expression === '$statusCode') return response?.status;
  const [, header] = /^\$response\.header\.([\w-]+)$/.exec(expression) ?? [];
  if (header !== undefined) return response?.headers.get(header) ?? undefined;
  const [isBody, pointer = ''] = /^\$response\.body(?:#(.*))?$/.exec(expression) ?? [];
  if (isBody !== undefined) return atPointer(response?.body, pointer);
  throw new ArazzoError(`This runner does not know the expression "${expression}".`);
}

/** The input or output that an expression names; undefined for one that names something else. */
export function sourceOf(expression: string): Source | undefined {
  const [, input] = /^\$inputs\.([\w-]+)$/.exec(expression) ?? [];
  if (input !== undefined) return { step: undefined, name: input };
  const [, step, name] = /^\$steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? [];
  return step !== undefined && name !== undefined ? { step, name } : undefined;
}

/** A value of the document with its expressions replaced: `$inputs.email`, `Bearer {$inputs.api_key}`, in lists and objects too. */
export function fillIn(value: unknown, context: Context): unknown {
  if (typeof value === 'string') return fillText(value, context);
  if (Array.isArray(value)) return value.map((item) => fillIn(item, context));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fillIn(member, context)]));
}

/** All inputs and outputs that a value of the document names. */
export function sourcesIn(value: unknown): Source[] {
  if (typeof value === 'string') return expressionsIn(value).flatMap((expression) => sourceOf(expression) ?? []);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sourcesIn);
}

const EMBEDDED = /\{(\$[^{}]+)\}/g;

function fillText(value: string, context: Context): unknown {
  if (value.startsWith('$')) return evaluate(value, context);
  return value.replace(EMBEDDED, (_, expression: string) => String(evaluate(expression, context) ?? ''));
}

function expressionsIn(value: string): string[] {
  return value.startsWith('$') ? [value] : Array.from(value.matchAll(EMBEDDED), ([, expression = '']) => expression);
}

/** @see https://www.rfc-editor.org/rfc/rfc6901 */
function atPointer(body: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1).map(unescapeStep);
  return names.reduce<unknown>((at, name) => {
    const isReachable = typeof at === 'object' && at !== null && Object.hasOwn(at, name);
    return isReachable ? (at as Values)[name] : undefined;
  }, body);
}
