// `node scripts/serve.ts [directory]`: serves a built site on PORT (4321) with the production headers.
import { serve as listen } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { dist } from './paths.ts';
import { portFrom } from './ports.ts';
import { siteApp } from './site-app.ts';

/** A server that listens; `close` ends its connections too. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder over HTTP.
 *
 * @throws the error of `listen` (`EADDRINUSE`, …) when the port cannot be had.
 */
export async function serveSite(options: { directory: string; port: number }): Promise<RunningServer> {
  const server = listen({ fetch: siteApp(options.directory).fetch, port: options.port }) as Server;
  await once(server, 'listening');
  return {
    url: `http://localhost:${options.port}`,
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
