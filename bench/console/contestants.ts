import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSite } from '../../scripts/build.ts';
import { dist, root } from '../../scripts/paths.ts';
import { freePort } from '../../scripts/ports.ts';
import { serveSite } from '../../scripts/serve.ts';
import { installPeers } from '../peers.ts';

/** A page with a button that opens a console. */
export interface Console {
  readonly url: string;
  /** The text of the button that opens it. */
  readonly opener: RegExp;
  /** The text of the button that sends the request, seen when the form is ready. */
  readonly sender: RegExp;
  /** What is there once the whole console is; `body` where that comes with Send. */
  readonly whole: string;
  close(): Promise<void>;
}

/** An operation page of this site, from the production build. */
export async function serveOwn(path = '/reference/contacts/create-contact/'): Promise<Console> {
  await buildSite({ onlyIfStale: true });
  const site = await serveSite({ directory: dist, port: await freePort() });
  return {
    ...site,
    url: `${site.url}${path}`,
    opener: /^Try it/,
    sender: /^Send/,
    whole: '.ob-form',
  };
}

const SCALAR = `<!doctype html><meta charset="utf-8"><title>Scalar</title><div id="app"></div><script src="/viewer.js"></script>
<script>Scalar.createApiReference('#app', { url: '/openapi.json', telemetry: false, withDefaultFonts: false })</script>`;

/** Scalar's own page with the same document. */
export async function serveScalar(): Promise<Console> {
  const script = join(root, 'node_modules/@scalar/api-reference/dist/browser/standalone.js');
  const site = await servePage({ '/': SCALAR, '/viewer.js': readFileSync(script) });
  return { ...site, opener: /^Test Request/, sender: /^Send/, whole: 'body' };
}

const SWAGGER_UI = `<!doctype html><meta charset="utf-8"><title>Swagger UI</title><link rel="stylesheet" href="/viewer.css">
<div id="app"></div><script src="/viewer.js"></script>
<script>SwaggerUIBundle({ url: '/openapi.json', dom_id: '#app', deepLinking: true })</script>`;

/** Swagger UI with the same document, one operation of it open. */
export async function serveSwaggerUi(): Promise<Console> {
  const find = await installPeers();
  const read = (file: string) => readFileSync(find(`swagger-ui-dist/${file}`));
  const site = await servePage({
    '/': SWAGGER_UI,
    '/viewer.js': read('swagger-ui-bundle.js'),
    '/viewer.css': read('swagger-ui.css'),
  });
  return {
    ...site,
    url: `${site.url}#/contacts/createContact`,
    opener: /^Try it out/,
    sender: /^Execute/,
    whole: 'body',
  };
}

const TYPES = { js: 'text/javascript', css: 'text/css', '/': 'text/html' } as const;

/** Serves a viewer of this site's document, compressed as the site is. */
async function servePage(page: Readonly<Record<string, string | Buffer>>): Promise<Pick<Console, 'url' | 'close'>> {
  const type = (path: string) => Object.entries(TYPES).find(([end]) => path.endsWith(end))?.[1] ?? 'application/json';
  const sources = Object.entries({ ...page, '/openapi.json': readFileSync(join(dist, 'openapi.json')) });
  const files = new Map(sources.map(([path, body]) => [path, { type: type(path), body: gzipSync(body) }]));
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Encoding': 'gzip' }).end(file.body);
  });
  const port = await freePort();
  server.listen(port);
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://localhost:${port}/`, close };
}
