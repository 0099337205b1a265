import { createRequire } from 'node:module';
import { installPeers } from '../peers.ts';
import type { Server } from './server.ts';

/** A request that is sent again and again. */
export interface Call {
  readonly method: string;
  readonly path: string;
  /** Sent as JSON; `[<id>]` becomes another text each time. */
  readonly body?: object;
}

/** How a server did under load. */
export interface Load {
  /** Answers. */
  readonly count: number;
  /** Seconds by the clock on the wall. */
  readonly seconds: number;
  /** Seconds of CPU that the server has used. */
  readonly cpu: number;
  /** Milliseconds within which 99 of 100 answers came. */
  readonly p99: number;
}

/** For so many seconds, or so many times. */
export type Until = { readonly duration: number } | { readonly amount: number };

const CONNECTIONS = 32;
export const KEY = 'sk_test_admin';

/** The part of autocannon's result that is read here. */
interface Result {
  readonly '2xx': number;
  readonly non2xx: number;
  readonly errors: number;
  readonly timeouts: number;
  readonly duration: number;
  readonly latency: { readonly p99: number };
  readonly statusCodeStats: Readonly<Record<string, unknown>>;
}
type Autocannon = (options: object) => Promise<Result>;

/**
 * Sends a request over 32 connections, each the next when it has its answer.
 * @param keys each connection goes through all of them in turn, beginning with another one
 * @throws when one answer is no success
 */
export async function load(server: Server, call: Call, until: Until, keys: readonly string[] = [KEY]): Promise<Load> {
  const resolve = await installPeers();
  const autocannon = createRequire(import.meta.url)(resolve('autocannon')) as Autocannon;
  const before = await server.usage();
  const result = await autocannon({
    url: `${server.url}${call.path}`,
    method: call.method,
    headers: headersOf(call, keys[0] ?? KEY),
    ...(keys.length > 1 && { setupClient: turnsOf(call, keys) }),
    ...(call.body && { body: JSON.stringify(call.body), idReplacement: true }),
    connections: CONNECTIONS,
    ...until,
  });
  const after = await server.usage();
  if (result.non2xx + result.errors + result.timeouts > 0) {
    const { non2xx, errors, timeouts } = result;
    const statuses = Object.keys(result.statusCodeStats).join(', ');
    throw new Error(
      `${call.method} ${call.path}: ${non2xx} refused (of ${statuses}), ${errors} broken, ${timeouts} unanswered`,
    );
  }
  return { count: result['2xx'], seconds: result.duration, cpu: after.cpu - before.cpu, p99: result.latency.p99 };
}

const headersOf = ({ body }: Call, key: string): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  ...(body && { 'content-type': 'application/json' }),
});

/** One connection of autocannon. */
interface Connection {
  setRequests(requests: object[]): void;
}

/** Has each connection go through all keys, one after the other, from a place of its own. */
function turnsOf(call: Call, keys: readonly string[]): (connection: Connection) => void {
  const requests = keys.map((key) => ({
    method: call.method,
    path: call.path,
    headers: headersOf(call, key),
    ...(call.body && { body: JSON.stringify(call.body) }),
  }));
  let connections = 0;
  return (connection) => {
    const start = Math.floor((connections * keys.length) / CONNECTIONS);
    connections += 1;
    connection.setRequests([...requests.slice(start), ...requests.slice(0, start)]);
  };
}
