/** The built site for tests in any browser: as it is published, but for one script that reports to the test. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dist } from '../../scripts/paths.ts';
import { siteApp } from '../../scripts/site-app.ts';
import { WORKER } from '../../src/site/offline/cache-names.ts';
import { bundle } from '../e2e/bundle.ts';

export interface TestSite {
  /** Without a slash at its end. */
  readonly base: string;
  /** What went wrong in pages since it was last asked: exceptions, console errors, breaches of the policy. */
  takeFaults(): string[];
  close(): Promise<void>;
}

const SCRIPT = '/test-page-side.js';

export async function startTestSite(): Promise<TestSite> {
  const script = `(() => {${await bundle('pageSide', ['tests/engines/page-side.ts'])}})();`;
  let faults: string[] = [];
  const published = siteApp(dist);
  const app = new Hono();
  app.get(SCRIPT, (context) => context.body(script, 200, { 'Content-Type': 'text/javascript' }));
  app.post('/test-faults', async (context) => {
    faults.push(await context.req.text());
    return context.body(null, 204);
  });
  // What is kept offline would be fetched anew for each reader.
  app.get(WORKER, (context) => context.notFound());
  app.all('*', async (context) => {
    const { headers } = context.req.raw;
    if (headers.get('Accept')?.includes('text/html') !== true) return published.fetch(context.req.raw);
    const plain = await published.fetch(new Request(context.req.url, { headers: { Accept: 'text/html' } }));
    const html = (await plain.text()).replace(/<head[^>]*>/, `$&<script src="${SCRIPT}"></script>`);
    const kept = new Headers(plain.headers);
    kept.delete('ETag');
    return new Response(html, { status: plain.status, headers: kept });
  });
  const server = serve({ fetch: app.fetch, port: 0 }) as Server;
  await once(server, 'listening');
  return {
    base: `http://localhost:${(server.address() as AddressInfo).port}`,
    takeFaults: () => faults.splice(0),
    close: async () => {
      faults = [];
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
