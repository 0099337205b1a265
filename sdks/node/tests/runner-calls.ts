import type { CallOptions, Call, List, Orbinto } from '../src/orbinto.ts';
import type { Step, StepOptions, StepResult } from './runner-scenario.ts';

type Action = (client: Orbinto, options: CallOptions) => Promise<StepResult>;
type Method = (...values: unknown[]) => Call<unknown> | List<unknown>;

/** What a step does with a client, undefined members left out. */
export function actionOf(step: Step): Action {
  const { call, items, pages, raw, request, find_or_create: fields } = step;
  if (call !== undefined)
    return async (client, options) => ({ result: (await invoke(client, call, step, options)) ?? null });
  if (raw !== undefined) return async (client, options) => rawResult(invoke(client, raw, step, options));
  if (items !== undefined)
    return async (client, options) => {
      const list = invoke(client, items, step, options) as List<unknown>;
      return { items: await collect(step.take === undefined ? list : list.take(step.take)) };
    };
  if (pages !== undefined)
    return async (client, options) => ({
      pages: await collect((invoke(client, pages, step, options) as List<unknown>).pages()),
    });
  if (fields) return async (client, options) => ({ result: await client.contacts.findOrCreate(fields, options) });
  if (request) {
    const { method, path, ...rest } = request;
    return async (client, options) => ({
      result: (await client.request(method, path, { ...options, ...rest })) ?? null,
    });
  }
  throw new Error(`A step that this runner does not know: ${Object.keys(step).join(', ')}`);
}

/** A method by its full name: `visitors.sessions.list`. */
function invoke(client: Orbinto, fullName: string, step: Step, options: CallOptions): Call<unknown> | List<unknown> {
  const names = fullName.split('.').map((name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
  const method = names.pop() ?? '';
  const namespace = names.reduce(
    (at, name) => at[name] as Record<string, unknown>,
    client as unknown as Record<string, unknown>,
  );
  const isList = method === 'list' || method === 'search';
  const given = [...Object.values(step.path ?? {}), ...bodyOf(step), ...(isList ? [step.query] : []), options];
  return (namespace[method] as Method).apply(namespace, given);
}

function bodyOf({ body, unserializable }: Step): unknown[] {
  if (unserializable) {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    return [circle];
  }
  return body === undefined ? [] : [body];
}

async function rawResult(made: Call<unknown> | List<unknown>): Promise<StepResult> {
  const { data, response } = await made.withResponse();
  const { status, headers, requestId, rateLimit } = response;
  return {
    result: data ?? null,
    response: { status, headers: Object.fromEntries(headers), request_id: requestId, rate_limit: rateLimit },
  };
}

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

export function callOptions({ options = {}, cancel_after_ms: cancelAfter }: Step): CallOptions {
  const { timeout, max_retries, retry_unsafe, headers }: StepOptions = options;
  const controller = new AbortController();
  if (cancelAfter !== undefined) setTimeout(() => controller.abort(), cancelAfter);
  return {
    timeout: timeout === undefined ? undefined : timeout * 1000,
    maxRetries: max_retries,
    retryUnsafe: retry_unsafe,
    headers,
    signal: cancelAfter === undefined ? undefined : controller.signal,
  };
}
