import { fillSecrets, type SampleRequest } from '../../generators/samples/request.ts';
import { examplesOf } from '../../openapi/schema/example.ts';
import { successStatus } from '../../openapi/bundle/bundled-operation.ts';
import { keyMark, type RunnableRequest } from '../runnable/runnable-request.ts';
import { apiDocument, liveServer, mockServer, operation, operationAddress } from './spec.ts';

export interface RequestOptions {
  /** The operation's id. */
  id: string;
  /** Values of path parameters. */
  path?: Record<string, string>;
  /** Query parameters; each must be documented. */
  query?: Record<string, string | number>;
  /** True: the operation's own example; else the body to send. */
  body?: unknown;
  /** `live` (default) or `mock`, the sandbox on the reader's machine. */
  server?: 'live' | 'mock';
  /** A key to write out, for the sandbox's public ones. Omitted: an environment variable. */
  apiKey?: string;
}

/** The key stands in a header, so the address is one text. */
export interface GuideRequest extends SampleRequest {
  url: string;
}

/** A request as guides show it. Throws where the spec has no such operation, parameter or example. */
export function requestOf({ id, path = {}, query = {}, body, server = 'live', apiKey }: RequestOptions): GuideRequest {
  const found = operation(id);
  const base = server === 'live' ? liveServer() : mockServer();
  const filled = found.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined) throw new Error(`The request ${id} lacks its path parameter "${name}".`);
    return encodeURIComponent(value);
  });
  for (const name of Object.keys(query)) {
    if (!found.parameters.some((parameter) => parameter.in === 'query' && parameter.name === name)) {
      throw new Error(`${id} has no query parameter "${name}".`);
    }
  }
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  const headers: SampleRequest['headers'] = [
    ['Authorization', apiKey === undefined ? ['Bearer ', { variable: 'ORBINTO_API_KEY' }] : `Bearer ${apiKey}`],
  ];
  const sent = body === true ? requestExample(id) : body;
  if (sent !== undefined) headers.push(['Content-Type', 'application/json']);
  return {
    method: found.method.toUpperCase(),
    url: `${base}${filled}${search && `?${search}`}`,
    headers,
    ...(sent !== undefined && { body: sent }),
  };
}

/**
 * A request as a reader runs it in a guide.
 * @param status what the text around it speaks of; omitted: the operation's success
 */
export function runnableOf(
  request: GuideRequest,
  { id, server = 'live' }: RequestOptions,
  status?: number,
): RunnableRequest {
  if (server !== 'live') throw new Error(`The request ${id} goes to the mock, so a page cannot run it.`);
  const found = operation(id);
  return {
    method: request.method,
    target: request.url.slice(liveServer().length),
    headers: request.headers.map(([name, value]) => [name, fillSecrets(value, () => keyMark)]),
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    status: status ?? Number(successStatus(found)),
    operation: operationAddress(found),
  };
}

function requestExample(id: string): unknown {
  const media = operation(id).requestBody?.content[0];
  if (!media) throw new Error(`${id} takes no body.`);
  return examplesOf(apiDocument, media, 'request')[0]?.value;
}

/** A documented answer of an operation: the named example, or the first of that status. */
export function answerOf(id: string, status: number, name?: string): unknown {
  const media = operation(id).responses.find((response) => response.status === String(status))?.content[0];
  const found = media?.examples.find((example) => name === undefined || example.name === name);
  if (!found) throw new Error(`${id} has no example ${name ?? ''} of a ${status}.`);
  return found.value;
}
