import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isAllowedHost } from '../checks/host.ts';
import { errors } from '../generated/policies.ts';
import type { Client } from '../http/request-context.ts';
import { onDemand } from '../on-demand.ts';
import type { Sandbox } from '../sandbox.ts';
import { isLingering, LINGER, LingeringResponse } from './lingering-response.ts';
import type { LingerLimits } from './lingering-response.ts';
import { takeRawBody } from './raw-body.ts';

/** An `import` of this module would load HTTP/2 and fetch along with it, which take longer than all of the sandbox. */
const { createServer, STATUS_CODES } = process.getBuiltinModule('node:http');

interface HttpOptions {
  /** What the server is bound to. */
  readonly host: string;
  readonly trustProxy: boolean;
  readonly timeouts?: typeof TIMEOUTS;
  /** How much of a request is read after its answer. */
  readonly linger?: LingerLimits;
}

/** So that nothing hangs: milliseconds for the headers, for the whole request, and between requests. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };
const CONNECTIONS_CHECKED_EVERY = 1_000;

/** An HTTP server in front of a sandbox: keeps foreign host names, slow and malformed requests away from it. */
export function createHttpServer(sandbox: Sandbox, options: HttpOptions): Server {
  const { host, trustProxy, timeouts = TIMEOUTS, linger = LINGER } = options;
  const listener = onDemand(async () => {
    const { getRequestListener, RequestError } = await import('@hono/node-server');
    return getRequestListener(
      (request, bindings) => sandbox.fetch(request, new Peer(bindings.incoming as IncomingMessage, trustProxy)),
      { errorHandler: (error) => (error instanceof RequestError ? unreadableUrl() : internalError(error)) },
    );
  });
  const receive = (incoming: IncomingMessage, outgoing: LingeringResponse): void => {
    outgoing.limits = linger;
    if (!isAllowedHost(incoming.headers.host, host)) return misdirected(incoming, outgoing);
    listener()
      .then((answer) => {
        takeRawBody(incoming);
        return answer(incoming, outgoing);
      })
      .catch((error: unknown) => {
        console.error(error);
        outgoing.destroy();
      });
  };
  const server = createServer(
    { ...timeouts, connectionsCheckingInterval: CONNECTIONS_CHECKED_EVERY, ServerResponse: LingeringResponse },
    receive,
  );
  server.on('checkContinue', (incoming: IncomingMessage, outgoing: LingeringResponse) => {
    outgoing.continueOnRead();
    receive(incoming, outgoing);
  });
  server.on('clientError', answerBrokenRequest);
  return server;
}

/** Who is at the other end. */
class Peer implements Client {
  readonly #incoming: IncomingMessage;
  readonly #trustProxy: boolean;

  constructor(incoming: IncomingMessage, trustProxy: boolean) {
    this.#incoming = incoming;
    this.#trustProxy = trustProxy;
  }

  /** The peer's address or, behind a trusted proxy, the one that the proxy saw. */
  get address(): string {
    const { headers, socket } = this.#incoming;
    const forwarded = this.#trustProxy ? headers['x-forwarded-for'] : undefined;
    const last = [forwarded ?? []].flat().join(',').split(',').at(-1)?.trim();
    return last || (socket.remoteAddress ?? '');
  }
}

function unreadableUrl(): Response {
  return new Response(errorBody(400, 'invalid_url', 'The request URL cannot be read.'), json(400));
}

/** What the sandbox itself could not answer. */
function internalError(error: unknown): Response {
  console.error(error);
  return new Response(errorBody(500, 'internal_error', errors.internal_error.message), json(500));
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20 */
function misdirected(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const message = `This sandbox does not answer for the host '${incoming.headers.host ?? ''}'. Use 127.0.0.1 or start it with --host.`;
  outgoing
    .writeHead(421, { ...json(421).headers, Connection: 'close' })
    .end(errorBody(421, 'misdirected_request', message));
}

/** What Node's parser refuses never becomes a request; it is answered on the socket itself. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (isLingering(socket)) socket.destroy();
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const [status, message] = brokenRequest(error.code);
  const body = errorBody(status, 'malformed_request', message);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function brokenRequest(code: string | undefined): [number, string] {
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'The headers of the request are too large.'];
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'The request was not sent in time.'];
  return [400, 'The request is not valid HTTP.'];
}

/** The API's error object, for what fails before it is a request to the API. */
function errorBody(status: number, code: string, message: string): string {
  const request_id = `req_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
  return JSON.stringify({ error: { type: 'api_error', code, message, status, request_id } });
}

function json(status: number): { status: number; headers: Record<string, string> } {
  return { status, headers: { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' } };
}
