import type { Server } from 'node:http';
import { isLoopbackHost } from '../checks/host.ts';
import { onDemand } from '../on-demand.ts';
import type { Sandbox } from '../sandbox.ts';
import { createHttpServer } from './http-server.ts';
import { MockError } from './mock-error.ts';
import { openSandbox } from './open-sandbox.ts';
import type { NodeSandboxOptions } from './open-sandbox.ts';

export interface MockOptions extends NodeSandboxOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Names, besides those of this machine, that may stand in `Host`. */
  readonly hostNames?: readonly string[];
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

/**
 * Serves the sandbox over HTTP.
 * @throws MockError when the port or the data file cannot be used
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 4010, host = '127.0.0.1', trustProxy = false } = options;
  const sandbox = await openSandbox({
    ...options,
    allowLocalWebhooks: options.allowLocalWebhooks ?? isLoopbackHost(host),
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
