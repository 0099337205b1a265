import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSite } from '../../scripts/build.ts';
import { dist, root } from '../../scripts/paths.ts';
import { freePort } from '../../scripts/ports.ts';
import { serveSite } from '../../scripts/serve.ts';

/** A page with a button that opens a console. */
export interface Console {
  readonly url: string;
  /** The text of the button that opens it. */
  readonly opener: RegExp;
  /** What is there once the whole console is; `body` where that comes with Send. */
  readonly whole: string;
  close(): Promise<void>;
}

/** The operation page of this site, from the production build. */
export async function serveOwn(): Promise<Console> {
  await buildSite({ onlyIfStale: true });
  const site = await serveSite({ directory: dist, port: await freePort() });
  return { ...site, url: `${site.url}/reference/contacts/create-contact/`, opener: /^Try it/, whole: '.ob-form' };
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>Scalar</title><div id="app"></div><script src="/scalar.js"></script>
<script>Scalar.createApiReference('#app', { url: '/openapi.json', telemetry: false, withDefaultFonts: false })</script>`;

/** Scalar's own page with the same document, compressed as the site is. */
export async function serveScalar(): Promise<Console> {
  const script = join(root, 'node_modules/@scalar/api-reference/dist/browser/standalone.js');
  const files: Readonly<Record<string, readonly [type: string, body: Buffer]>> = {
    '/': ['text/html', gzipSync(PAGE)],
    '/scalar.js': ['text/javascript', gzipSync(readFileSync(script))],
    '/openapi.json': ['application/json', gzipSync(readFileSync(join(dist, 'openapi.json')))],
  };
  const server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': file[0], 'Content-Encoding': 'gzip' }).end(file[1]);
  });
  const port = await freePort();
  server.listen(port);
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://localhost:${port}/`, opener: /^Test Request/, whole: 'body', close };
}
