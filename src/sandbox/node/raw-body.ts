import type { IncomingMessage } from 'node:http';

/** A request whose body was taken out of it. */
export type WithRawBody = IncomingMessage & { rawBody?: Buffer };

/**
 * Hands the adapter a body that has come along with the headers, as `rawBody`: it need not listen for it then, which is a tenth
 * of the creation of a record. Any other body is left to the adapter.
 * @see https://github.com/honojs/node-server
 */
export function takeRawBody(incoming: WithRawBody): void {
  const length = Number(incoming.headers['content-length']);
  if (!(length > 0) || length !== incoming.readableLength) return;
  incoming.rawBody = incoming.read() as Buffer;
  // Its end is yet to come.
  if (!incoming.complete) incoming.resume();
}

/** True for a request whose whole body has come, though maybe not the end that Node tells of. */
export function hasRawBody(incoming: WithRawBody): boolean {
  return incoming.rawBody !== undefined;
}
