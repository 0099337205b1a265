import { expect, test } from 'vitest';
import { METADATA_PATHS, targetOf } from './target.ts';

test.each([
  ['/v1/contacts', 'api'],
  ['/', 'api'],
  ['/oauth', 'oauth'],
  ['/oauth/token', 'oauth'],
  ['/oauthority', 'api'],
  ['/_sandbox', 'control'],
  ['/_sandbox/reset', 'control'],
  ['/_sandboxes', 'api'],
  ...METADATA_PATHS.map((path) => [path, 'oauth']),
  ...METADATA_PATHS.map((path) => [`${path}/more`, 'api']),
])('%s is asked of: %s', (path, kind) => {
  expect(targetOf(`http://sandbox${path}`)).toEqual({ kind, path, query: '' });
});

test.each([
  ['http://sandbox', '/', ''],
  ['http://sandbox/v1', '/v1', ''],
  ['http://sandbox/v1?', '/v1', ''],
  ['http://sandbox/v1?a=%2F?b', '/v1', 'a=%2F?b'],
  ['http://sandbox/v1%2Fx?a=1#/b?c', '/v1%2Fx', 'a=1'],
  ['http://sandbox/v1#a', '/v1', ''],
])('of %s path and query are taken as they stand there', (url, path, query) => {
  expect(targetOf(url)).toMatchObject({ path, query });
});
