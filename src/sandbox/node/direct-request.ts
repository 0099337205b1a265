import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../http/answer.ts';
import type { IncomingRequest } from '../http/request-context.ts';

/** A path of `/v1` and a query string that no URL parser would write otherwise. */
const PLAIN = /^\/v1\/[\w/-]*(?:\?[\w.=&:%+@-]*)?$/;
/** A host of which no URL parser would make another one, or none. */
const PLAIN_HOST = /^[\w.-]+(?::[1-5]?\d{1,4})?$/;
const METHODS: ReadonlySet<string | undefined> = new Set(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']);

/** Headers that Node has read already. */
class DirectHeaders implements Pick<Headers, 'get' | 'has'> {
  readonly #values: IncomingMessage['headers'];

  constructor(values: IncomingMessage['headers']) {
    this.#values = values;
  }

  get(name: string): string | null {
    const value = this.#values[name] ?? this.#values[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }
}

/** A request of the API as Node read it, for which no Request need be made. */
class DirectRequest implements IncomingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: DirectHeaders;
  readonly body = null;
  readonly received: Uint8Array;

  constructor({ method = 'GET', url = '/', headers }: IncomingMessage, received: Uint8Array) {
    this.method = method;
    this.url = `http://${headers.host ?? ''}${url}`;
    this.headers = new DirectHeaders(headers);
    this.received = received;
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(new Uint8Array(this.received).buffer);
  }
}

const NO_BODY = new Uint8Array();

/**
 * The request, where it is one of the API that can be answered without the adapter: all of it is there, and its URL means what it says.
 * To be called one tick after the headers have come: what came along with them has been parsed by then.
 */
export function readDirectly(incoming: IncomingMessage): IncomingRequest | undefined {
  const { method, url = '', headers } = incoming;
  if (!METHODS.has(method) || !PLAIN.test(url) || !PLAIN_HOST.test(headers.host ?? '')) return undefined;
  if (headers['transfer-encoding'] !== undefined) return undefined;
  const length = Number(headers['content-length'] ?? 0);
  if (length === 0) return new DirectRequest(incoming, NO_BODY);
  if (length !== incoming.readableLength) return undefined;
  const received = incoming.read() as Buffer;
  // Its end is yet to come.
  if (!incoming.complete) incoming.resume();
  return new DirectRequest(incoming, received);
}

/** Writes an answer of the API, head and body in one. */
export function writeAnswer(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  if (body === null) {
    outgoing.writeHead(status, headers).end();
    return;
  }
  headers['Content-Length'] = String(Buffer.byteLength(body));
  outgoing.writeHead(status, headers).end(body);
}
