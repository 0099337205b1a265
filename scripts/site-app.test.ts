import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteHeaders } from '../src/site/security/security-headers.ts';
import { siteApp } from './site-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
const long = '<p>text</p>'.repeat(500);
const app = siteApp(join(folder, 'dist'));

beforeAll(() => {
  const files = {
    'secret.txt': 'outside',
    'dist/index.html': 'home',
    'dist/404.html': 'nothing here',
    'dist/404.md': '# Nothing here',
    'dist/guides/errors.md': '# Errors',
    'dist/guides/errors/index.html': long,
    'dist/reference/events/message.created/index.html': 'event',
    'dist/_astro/app.js': 'export {}',
    'dist/openapi.yaml': 'openapi: 3.1.0',
    'dist/_headers': siteHeaders(['abc'], ['guides', 'oauth']),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return app.request(path, { headers });
}

describe('addresses', () => {
  test('a folder answers with its page', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('home');
  });

  test('a folder without its slash redirects to it and keeps the query', async () => {
    for (const path of ['/guides/errors', '/reference/events/message.created']) {
      const response = await get(`${path}?a=b`);
      expect(response.status).toBe(301);
      expect(response.headers.get('location')).toBe(`${path}/?a=b`);
    }
  });

  test('no redirect leads off the site', async () => {
    for (const path of [
      '//evil.example/..%2fguides',
      '//guides',
      '/\\\\evil.example/..%2f..%2fguides',
      '///evil.example/..%2f../guides',
    ]) {
      const { headers } = await app.request(`http://localhost${path}`);
      expect(headers.get('location') ?? '/', path).toMatch(/^\/(?![/\\])/);
    }
  });

  test('an unknown address answers 404 with the page for it', async () => {
    for (const path of ['/nowhere', '/nowhere/', '/index.html/', '/%00', '/%ff', '/guides/']) {
      const response = await get(path);
      expect(response.status, path).toBe(404);
      expect(await response.text()).toBe('nothing here');
    }
  });

  test('nothing outside of the folder is served, nor the headers file', async () => {
    for (const path of ['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt', '/_headers']) {
      expect((await get(path)).status, path).toBe(404);
    }
  });

  test('a method that changes something is refused', async () => {
    const response = await app.request('/', { method: 'POST' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('pages as Markdown', () => {
  const asked = { Accept: 'text/markdown, */*;q=0.1' };

  test('come to those who would rather have it, and are kept apart from the page', async () => {
    const markdown = await get('/guides/errors/', asked);
    expect(await markdown.text()).toBe('# Errors');
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(markdown.headers.get('content-location')).toBe('/guides/errors.md');
    const page = await get('/guides/errors/');
    for (const { headers } of [markdown, page]) expect(headers.get('vary')).toBe('Accept-Encoding, Accept');
    const tag = markdown.headers.get('etag') ?? '';
    expect(tag).not.toBe(page.headers.get('etag'));
    expect((await get('/guides/errors/', { ...asked, 'If-None-Match': tag })).status).toBe(304);
    expect((await get('/guides/errors/', { 'If-None-Match': tag })).status).toBe(200);
  });

  test('are there for an unknown address', async () => {
    const missing = await get('/nowhere', asked);
    expect([missing.status, await missing.text()]).toEqual([404, '# Nothing here']);
    expect((await get('/guides/errors', asked)).status).toBe(301);
  });
});

describe('a site that is served to this machine alone', () => {
  const local = siteApp(join(folder, 'dist'), { host: '127.0.0.1', names: ['docs.test'] });
  const statusAt = async (host: string): Promise<number> => (await local.request(`http://${host}/`)).status;

  test('answers by the names of this machine, and by those it is given', async () => {
    for (const host of ['localhost:4321', '127.0.0.1', '[::1]:4321', 'app.localhost', 'docs.test:4321'])
      expect(await statusAt(host), host).toBe(200);
  });

  test('refuses a name that was made to lead here', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '192.0.2.1'])
      expect(await statusAt(host), host).toBe(421);
  });
});

describe('compression', () => {
  test('Brotli is preferred, gzip served where it is all a client takes', async () => {
    const brotli = await get('/guides/errors/', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(long);
    const gzip = await get('/guides/errors/', { 'Accept-Encoding': 'gzip, br;q=0' });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(long);
  });

  test('without Accept-Encoding, and below a kilobyte, the file comes as it is', async () => {
    expect((await get('/guides/errors/')).headers.get('content-encoding')).toBeNull();
    expect((await get('/', { 'Accept-Encoding': 'br' })).headers.get('content-encoding')).toBeNull();
  });
});

describe('headers', () => {
  test('every answer carries the security headers, also 404, 301 and 304', async () => {
    const tag = (await get('/')).headers.get('etag') ?? '';
    const answers = [
      await get('/'),
      await get('/nowhere'),
      await get('/guides/errors'),
      await get('/', { 'If-None-Match': tag }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 301, 304]);
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-abc';");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('a matching ETag gives 304, each encoding has its own', async () => {
    const plain = (await get('/guides/errors/')).headers.get('etag') ?? '';
    const brotli = (await get('/guides/errors/', { 'Accept-Encoding': 'br' })).headers.get('etag') ?? '';
    expect(plain).not.toBe(brotli);
    expect((await get('/guides/errors/', { 'Accept-Encoding': 'br', 'If-None-Match': brotli })).status).toBe(304);
    expect((await get('/guides/errors/', { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  test('hashed assets are kept for ever, pages are asked for again', async () => {
    expect((await get('/_astro/app.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
  });

  test('the OpenAPI document may be read by other sites, and has its type', async () => {
    const response = await get('/openapi.yaml');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
    expect((await get('/')).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a changed file is served at once', async () => {
    writeFileSync(join(folder, 'dist/openapi.yaml'), 'openapi: 3.1.1');
    expect(await (await get('/openapi.yaml')).text()).toBe('openapi: 3.1.1');
  });
});
