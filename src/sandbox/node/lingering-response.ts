import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { hasRawBody } from './raw-body.ts';

/** By its import this module would load HTTP/2 and fetch, too. */
const { ServerResponse } = process.getBuiltinModule('node:http');

/** How much of a request is still read after its answer, so that a client in the middle of sending it gets to the answer. */
export interface LingerLimits {
  readonly bytes: number;
  readonly milliseconds: number;
}

export const LINGER: LingerLimits = { bytes: 64 * 1024 * 1024, milliseconds: 10_000 };

/** The connections of which only the rest of an answered request is awaited. */
const lingering = new WeakSet<Socket>();

/** True for a connection that has its answer: nothing more may be written to it. */
export function isLingering(socket: Socket): boolean {
  return lingering.has(socket);
}

/**
 * A response that may come before its request has been read to the end. It says that the connection will be closed, is sent at
 * once, and closes when the rest has come in or is too much: who closes at once makes the client's system throw the answer away.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
export class LingeringResponse extends ServerResponse<IncomingMessage> {
  limits = LINGER;
  #isContinueAwaited = false;

  /**
   * Sends `100 Continue` when somebody begins to read the body. A request that is answered before needs none.
   * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1
   */
  continueOnRead(): void {
    this.#isContinueAwaited = true;
    this.req.once('resume', () => {
      if (this.headersSent) return;
      this.#isContinueAwaited = false;
      this.writeContinue();
    });
  }

  override writeHead(status: number, ...rest: readonly unknown[]): this {
    if (this.#isEarly()) this.shouldKeepAlive = false;
    return super.writeHead(status, ...(rest as []));
  }

  override end(...args: readonly unknown[]): this {
    if (!this.#isEarly()) return super.end(...(args as []));
    const [body] = args;
    if (typeof body === 'string' || body instanceof Uint8Array) this.write(body);
    this.flushHeaders();
    lingering.add(this.req.socket);
    discard(this.req, this.limits, () => super.end());
    return this;
  }

  #isEarly(): boolean {
    const { complete, headers, destroyed } = this.req;
    if (complete || destroyed || hasRawBody(this.req)) return false;
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;
    return hasBody || this.#isContinueAwaited;
  }
}

/** Reads on, keeping nothing, until the request is complete or gone, or a limit is reached. */
function discard(incoming: IncomingMessage, limits: LingerLimits, done: () => void): void {
  let read = 0;
  const finish = (): void => {
    clearTimeout(timer);
    incoming.off('data', count).off('end', finish).off('close', finish);
    done();
  };
  const count = (chunk: Buffer): void => {
    read += chunk.length;
    if (read > limits.bytes) finish();
  };
  const timer = setTimeout(finish, limits.milliseconds);
  // Whoever has read so far has stopped, and would stop the flow.
  incoming.removeAllListeners('data').on('data', count).once('end', finish).once('close', finish).resume();
}
