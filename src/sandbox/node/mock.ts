import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname, resolve } from 'node:path';
import { isLoopbackHost } from '../checks/host.ts';
import type { Clock } from '../clock.ts';
import { onDemand } from '../on-demand.ts';
import { createSandbox } from '../sandbox.ts';
import type { Sandbox } from '../sandbox.ts';
import { SITE } from '../site-address.ts';
import { StorageError } from '../store/record-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import { createHttpServer } from './http-server.ts';
import { hasSqlite, WITHOUT_SQLITE } from './sqlite-support.ts';

export interface MockOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Names, besides those of this machine, that may stand in `Host`. */
  readonly hostNames?: readonly string[];
  /** The SQLite file that keeps the changes; in memory when omitted. */
  readonly data?: string;
  readonly seed?: number;
  /** False: the limit headers stay, nothing is refused. */
  readonly rateLimits?: boolean;
  readonly trustProxy?: boolean;
  /** Origins, besides the site's own, whose pages may use `/_sandbox`. */
  readonly corsOrigins?: readonly string[];
  readonly allowLocalWebhooks?: boolean;
  readonly allowRemoteControl?: boolean;
  readonly clock?: Clock;
  /** True: `Request` and `Response` of this process stay Node's own, which is slower. */
  readonly keepsGlobals?: boolean;
}

export interface Mock {
  /** `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string;
  /** Answers a request that has not come over HTTP. */
  fetch(request: Request): Promise<Response>;
  /** Answers what is under way, keeps what was changed, and stops. A second call waits for the first. */
  close(): Promise<void>;
}

/** A mock that cannot start; the message is one line that says why. */
export class MockError extends Error {
  override readonly name = 'MockError';
}

/** Where the site is: on this machine, and in public. */
export const SITE_ORIGINS: readonly string[] = ['http://localhost:4321', 'http://127.0.0.1:4321', SITE];
const DEFAULT_SEED = 1;

/**
 * Serves the sandbox over HTTP.
 * @throws MockError when the port or the data file cannot be used
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 4010, host = '127.0.0.1', trustProxy = false, seed = DEFAULT_SEED } = options;
  const store = options.data === undefined ? undefined : await openStore(options.data, seed);
  const localWebhooks = options.allowLocalWebhooks ?? isLoopbackHost(host);
  const webhooks = onDemand(async () => {
    const { createWebhookClient, resolveHost } = await import('./webhook-client.ts');
    return { send: createWebhookClient({ allowsLocal: localWebhooks }), resolve: resolveHost };
  });
  const sandbox = createSandbox({
    seed,
    trustProxy,
    localWebhooks,
    send: async (request, signal) => (await webhooks()).send(request, signal),
    resolve: async (name) => (await webhooks()).resolve(name),
    requestSalt: randomUUID(),
    controlOrigins: [...SITE_ORIGINS, ...(options.corsOrigins ?? [])],
    ...(store && { store }),
    ...(options.clock && { clock: options.clock }),
    ...(options.rateLimits === undefined ? {} : { rateLimits: options.rateLimits }),
    ...(options.allowRemoteControl === undefined ? {} : { remoteControl: options.allowRemoteControl }),
  });
  const { hostNames = [], keepsGlobals = false } = options;
  const server = createHttpServer(sandbox, { host, hostNames, trustProxy, keepsGlobals });
  try {
    await listen(server, port, host);
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  sandbox.resume();
  return {
    url: addressOf(server, host),
    fetch: (request) => sandbox.fetch(request),
    close: onDemand(() => stop(server, sandbox)),
  };
}

async function openStore(file: string, seed: number): Promise<RecordStore> {
  if (!hasSqlite()) throw new MockError(`${file} cannot be used: ${WITHOUT_SQLITE}`);
  const { SqliteStore } = await import('../store/sqlite-store.ts');
  try {
    makeFolder(dirname(resolve(file)));
    return new SqliteStore(file, seed);
  } catch (error) {
    if (error instanceof StorageError) throw new MockError(error.message);
    throw new MockError(`${file} cannot be used: ${reasonOf(error)}`);
  }
}

/** What keeps a folder from being made, in words where it is a usual thing. */
function reasonOf(error: unknown): string {
  const { code, path = '', message } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EROFS' ? `the folder ${dirname(path)} cannot be written` : message;
}

/** Makes a folder, and those above it, for the user alone: webhook secrets are kept there. Folders that are there stay as they are. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  // Node's own way to make all of them never ends where the system says of a folder that is there that it is not: below /proc.
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new MockError(whyNot(error, port, host)));
    });
    server.listen(port, host, done);
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use: stop what uses it, or choose another with --port`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Cannot listen on ${host}: no such name can be found; --host takes an address of this machine, such as 127.0.0.1`;
    case 'EADDRNOTAVAIL':
      return `Cannot listen on ${host}: it is no address of this machine; 0.0.0.0 is all of them`;
    case 'EACCES':
      return `Port ${port} is not open to this user: choose one above 1023 with --port`;
    default:
      return `Cannot listen on ${host}:${port}: ${message}`;
  }
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  return urlOf(host, typeof address === 'object' && address ? address.port : 0);
}

/** Where this machine reaches what listens on a host. @returns e.g. `http://127.0.0.1:4010` */
export function urlOf(host: string, port: number): string {
  // Every interface is no address to send to, but this machine is one of them.
  const reached = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

async function stop(server: Server, sandbox: Sandbox): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), 2000);
  await closed;
  clearTimeout(force);
  await sandbox.close();
}
