import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { CORS_HEADERS } from '../checks/cors.ts';
import { cors } from '../generated/policies.ts';
import type { ApiError } from '../http/api-error.ts';
import { failure } from '../http/response.ts';

const { STATUS_CODES } = process.getBuiltinModule('node:http');

/** The answer to what never gets to the sandbox: as every other of the API, but it counts against no limit, and tells of none. */
export function refusalOf(error: ApiError): ReturnType<typeof failure> {
  return failure({ requestId: newRequestId() }, error);
}

/** Refuses a request, and closes the connection that it came on. */
export function refuse(outgoing: ServerResponse, error: ApiError): void {
  const { status, headers, body } = refusalOf(error);
  outgoing.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' }).end(body);
}

/** Answers `OPTIONS *`, which asks for what the server as a whole can do. @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.7 */
export function tellMethods(outgoing: ServerResponse): void {
  const headers = {
    ...CORS_HEADERS,
    'X-Request-Id': newRequestId(),
    Allow: [...cors.allow_methods, 'OPTIONS'].join(', '),
  };
  outgoing.writeHead(204, headers).end();
}

function newRequestId(): string {
  return `req_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
}

/** Refuses what is no request, on the connection itself, and closes it. */
export function refuseOnSocket(socket: Socket, error: ApiError): void {
  if (!socket.writable) return;
  const { status, headers, body } = refusalOf(error);
  const all = {
    ...headers,
    'Content-Length': Buffer.byteLength(body),
    Date: new Date().toUTCString(),
    Connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n'));
}
