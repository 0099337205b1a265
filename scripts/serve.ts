// `node scripts/serve.ts [directory]`: serves a built site on PORT (4321) of this machine alone, with the production headers.
import { serve as listen } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { dist } from './paths.ts';
import { portFrom } from './ports.ts';
import { siteApp } from './site-app.ts';
import type { Served } from './site-app.ts';

/** A server that listens; `close` ends its connections too. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Where a site is served: this machine alone, unless told. */
export const LOOPBACK: Served = { host: '127.0.0.1', names: [] };

/**
 * Serves a folder over HTTP.
 *
 * @throws the error of `listen` (`EADDRINUSE`, …) when the port cannot be had.
 */
export async function serveSite(options: { directory: string; port: number; served?: Served }): Promise<RunningServer> {
  const { directory, port, served = LOOPBACK } = options;
  const { fetch } = siteApp(directory, served);
  const server = listen({ fetch, port, hostname: served.host }) as Server;
  await once(server, 'listening');
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

if (import.meta.main) {
  const site = await serveSite({ directory: process.argv[2] ?? dist, port: portFrom('PORT', 4321) });
  console.log(`Site  ${site.url}`);
}
