import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ApiError } from '../http/api-error.ts';
import { isLingering } from './lingering-response.ts';
import { refuseOnSocket } from './refusal.ts';

const { maxHeaderSize, METHODS } = process.getBuiltinModule('node:http');

/** What Node's parser tells of a request that it refuses. */
interface ParserError extends NodeJS.ErrnoException {
  readonly reason?: string;
  readonly rawPacket?: Buffer;
  /** How much of the packet had been read. */
  readonly bytesParsed?: number;
}

/** The request line in which the parser stopped. */
const REQUEST_LINE = /([!#$%&'*+.^_`|~\w-]+) [^\s]+ HTTP\/1\.[01]\r?\n/;
/** The longest method that a refusal names. */
const MAX_METHOD = 40;

/** What Node's parser refuses never becomes a request: it is answered on the connection itself, after the requests before it. */
export class BrokenRequests {
  /** The requests of each connection that have no answer yet. */
  readonly #unanswered = new WeakMap<Socket, Set<ServerResponse<IncomingMessage>>>();

  /** Is told of every request that is one. */
  watch(outgoing: ServerResponse<IncomingMessage>): void {
    const { socket } = outgoing.req;
    let unanswered = this.#unanswered.get(socket);
    if (!unanswered) this.#unanswered.set(socket, (unanswered = new Set()));
    unanswered.add(outgoing);
    const all = unanswered;
    outgoing.once('close', () => all.delete(outgoing));
  }

  /** Answers what is none. */
  refuse(error: ParserError, socket: Socket): void {
    if (isLingering(socket)) socket.destroy();
    if (error.code === 'ECONNRESET') return;
    const before = [...(this.#unanswered.get(socket) ?? [])].filter(({ req }) => req.complete);
    void Promise.all(before.map(closed)).then(() => refuseOnSocket(socket, explain(error)));
  }
}

function closed(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => outgoing.once('close', resolve));
}

function explain(error: ParserError): ApiError {
  if (error.code === 'HPE_HEADER_OVERFLOW')
    return new ApiError('headers_too_large', { values: { limit: maxHeaderSize } });
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return new ApiError('request_timeout');
  const method = error.code === 'HPE_INVALID_METHOD' ? methodOf(error) : undefined;
  if (method !== undefined) return new ApiError('unknown_method', { values: { method } });
  const reason = error.reason ?? 'it cannot be read';
  return malformed(`${reason.charAt(0).toLowerCase()}${reason.slice(1)}`);
}

/** @param reason why, as the end of a sentence */
export function malformed(reason: string): ApiError {
  return new ApiError('malformed_request', { values: { reason } });
}

/** The method that is none, where the rest of the line is that of a request. */
function methodOf({ rawPacket, bytesParsed = 0 }: ParserError): string | undefined {
  const text = rawPacket?.subarray(Math.max(0, bytesParsed - MAX_METHOD)).toString('latin1') ?? '';
  const method = REQUEST_LINE.exec(text)?.[1];
  return METHODS.includes(method ?? '') ? undefined : method;
}
