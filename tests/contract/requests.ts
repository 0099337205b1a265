import type { Operation } from '../../src/openapi/model/operations.ts';
import { ADMIN_KEY } from '../open-sandbox.ts';

/** What to change in an operation's example request. */
export interface Changes {
  key?: string | null;
  /** Path parameters, raw: they are not encoded. */
  path?: Readonly<Record<string, string>>;
  /** With the question mark. */
  query?: string;
  /** Text is sent as it is, anything else as JSON; null sends none. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** The bodies that the spec shows for an operation; one `undefined` where it takes none. */
export function exampleBodies(operation: Operation): unknown[] {
  const examples = operation.requestBody?.content[0]?.examples ?? [];
  return examples.length === 0 ? [undefined] : examples.map(({ value }) => value);
}

/** The request that the spec shows for an operation, with changes. */
export function exampleRequest(operation: Operation, base: string, changes: Changes = {}): Request {
  const { key = ADMIN_KEY, query = '', headers = {} } = changes;
  const body = changes.body === undefined ? exampleBodies(operation)[0] : changes.body;
  const sent = body === undefined || body === null ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const url = `${base}/v1${pathOf(operation, changes.path ?? {})}${query}`;
  return new Request(url, {
    method: operation.method.toUpperCase(),
    headers: {
      ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
}

function pathOf({ path, parameters }: Operation, given: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const example = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.examples[0];
    return given[name] ?? encodeURIComponent(String(example?.value));
  });
}
