import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ApiError } from '../http/api-error.ts';
import { ConnectionCut } from '../http/connection-cut.ts';
import { onDemand } from '../on-demand.ts';
import type { Sandbox } from '../sandbox.ts';
import { BrokenRequests } from './broken-request.ts';
import { LINGER, LingeringResponse } from './lingering-response.ts';
import type { LingerLimits } from './lingering-response.ts';
import { Peer } from './peer.ts';
import { takeRawBody } from './raw-body.ts';
import { refusalOf, refuse, refuseOnSocket, tellMethods } from './refusal.ts';
import { requireKnownCoding, requireOwnHost } from './request-head.ts';

/** An `import` of this module would load HTTP/2 and fetch along with it, which take longer than all of the sandbox. */
const { createServer } = process.getBuiltinModule('node:http');

interface HttpOptions {
  /** What the server is bound to. */
  readonly host: string;
  /** Names that it may be reached by besides. */
  readonly hostNames?: readonly string[];
  readonly trustProxy: boolean;
  readonly timeouts?: typeof TIMEOUTS;
  /** How much of a request is read after its answer. */
  readonly linger?: LingerLimits;
  /** True: the adapter does not put its own, faster `Request` and `Response` in the place of Node's. */
  readonly keepsGlobals?: boolean;
}

/** So that nothing hangs: milliseconds for the headers, for the whole request, and between requests. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };
const CONNECTIONS_CHECKED_EVERY = 1_000;

/** An HTTP server in front of a sandbox: keeps foreign host names, slow and malformed requests away from it. */
export function createHttpServer(sandbox: Sandbox, options: HttpOptions): Server {
  const { timeouts = TIMEOUTS, linger = LINGER } = options;
  const settings = { ...timeouts, connectionsCheckingInterval: CONNECTIONS_CHECKED_EVERY, requireHostHeader: false };
  const broken = new BrokenRequests();
  const handle = createHandler(sandbox, options);
  const receive = (incoming: IncomingMessage, outgoing: LingeringResponse): void => {
    outgoing.limits = linger;
    broken.watch(outgoing);
    handle(incoming, outgoing);
  };
  const server = createServer({ ...settings, ServerResponse: LingeringResponse }, receive);
  // They have bytes enough; beyond a number Node would leave some out in silence.
  server.maxHeadersCount = 0;
  server.on('checkContinue', (incoming: IncomingMessage, outgoing: LingeringResponse) => {
    outgoing.continueOnRead();
    receive(incoming, outgoing);
  });
  server.on('checkExpectation', (_incoming: IncomingMessage, outgoing: LingeringResponse) => {
    outgoing.limits = linger;
    refuse(outgoing, new ApiError('expectation_failed'));
  });
  server.on('connect', ({ method = '' }: IncomingMessage, socket: Socket) =>
    refuseOnSocket(socket, new ApiError('unknown_method', { values: { method } })),
  );
  server.on('clientError', (error: Error, socket: Socket) => broken.refuse(error, socket));
  return server;
}

/** Answers requests that are for this host by what the sandbox answers. */
function createHandler(
  sandbox: Sandbox,
  { host, hostNames = [], trustProxy, keepsGlobals = false }: HttpOptions,
): (incoming: IncomingMessage, outgoing: LingeringResponse) => void {
  const listener = onDemand(async () => {
    const { getRequestListener, RequestError } = await import('@hono/node-server');
    return getRequestListener(
      (request, { incoming, outgoing }) =>
        sandbox.fetch(request, new Peer(incoming as IncomingMessage, outgoing as ServerResponse, trustProxy)),
      {
        overrideGlobalObjects: !keepsGlobals,
        errorHandler(error) {
          // What there was to send is sent.
          if (error instanceof ConnectionCut) return undefined;
          return error instanceof RequestError ? unreadableUrl() : internalError(error);
        },
      },
    );
  });
  return (incoming, outgoing) => {
    try {
      requireOwnHost(incoming, { host, hostNames });
      requireKnownCoding(incoming);
    } catch (error) {
      return refuse(outgoing, error as ApiError);
    }
    if (incoming.method === 'OPTIONS' && incoming.url === '*') return tellMethods(outgoing);
    // A scheme has no case, but to the adapter.
    incoming.url = incoming.url?.replace(/^http:/i, 'http:');
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
}

function unreadableUrl(): Response {
  return toResponse(new ApiError('invalid_url', { message: 'The request URL cannot be read.' }));
}

/** What the sandbox itself could not answer. */
function internalError(error: unknown): Response {
  console.error(error);
  return toResponse(new ApiError('internal_error'));
}

function toResponse(error: ApiError): Response {
  const { status, headers, body } = refusalOf(error);
  return new Response(body, { status, headers });
}
