import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';

const guides = [
  'quick-start',
  'authentication',
  'versioning',
  'pagination',
  'rate-limits',
  'errors',
  'webhooks',
  'sdks',
  'sandbox',
  'break-it',
  'going-live',
];
const resources = ['contacts', 'conversations', 'messages', 'visitors', 'chatbots', 'operators', 'webhooks'];

/** The addresses that links from elsewhere rely on: none may go. */
const pages = [
  '/',
  ...guides.map((name) => `/guides/${name}/`),
  '/reference/',
  ...resources.map((name) => `/reference/${name}/`),
  '/reference/contacts/create-contact/',
  '/reference/events/message.created/',
  '/errors/',
  '/scopes/',
  '/explorer/',
  '/workflows/',
  '/changelog/',
  '/status/',
  '/quality/',
  '/offline/',
  '/support/',
];

describe('pages', () => {
  test.each(pages)('%s', (address) => {
    expect(existsSync(join(dist, address, 'index.html'))).toBe(true);
  });
});

describe('files', () => {
  test.each([
    '/openapi.json',
    '/openapi-3.2.json',
    '/openapi-3.0.json',
    '/postman/collection.json',
    '/postman/production.json',
    '/postman/sandbox.json',
    '/asyncapi.json',
    '/arazzo-1.1.json',
    '/collections/orbinto-insomnia.json',
    '/collections/orbinto-hoppscotch.json',
    '/collections/http-client.env.json',
    '/changelog/feed.json',
    '/status.json',
  ])('%s is JSON', (address) => {
    expect(JSON.parse(readFileSync(join(dist, address), 'utf8'))).toBeTypeOf('object');
  });

  test.each([
    ['/openapi.yaml', /^openapi: ['"]?3\.1/m],
    ['/openapi-3.2.yaml', /^openapi: ['"]?3\.2[^]*^\$self: https:\/\/developers\.orbinto\.com\/openapi-3\.2\.yaml$/m],
    ['/openapi-3.0.yaml', /^openapi: ['"]?3\.0/m],
    ['/asyncapi.yaml', /^asyncapi: ['"]?3\.0/m],
    ['/arazzo-1.1.yaml', /^arazzo: ['"]?1\.1/m],
    ['/collections/orbinto.http', /^# Orbinto API/],
    ['/collections/orbinto.hurl', /^# Orbinto API/],
    ['/collections/orbinto-collections.zip', /^PK/],
    ['/changelog/atom.xml', /^<\?xml/],
    ['/robots.txt', /^User-agent:/im],
    ['/sitemap-index.xml', /<sitemapindex/],
  ])('%s starts as it should', (address, start) => {
    expect(readFileSync(join(dist, address), 'utf8')).toMatch(start);
  });
});
