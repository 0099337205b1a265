import { expect, test } from 'vitest';
import type { Server } from '../document/openapi-document.ts';
import { absoluteServer, serverUrls } from './server-urls.ts';

test.each<[Server[] | undefined, string[]]>([
  [undefined, ['']],
  [[], ['']],
  [
    [{ url: 'https://a.example/v1//' }, { url: '/v2/' }],
    ['https://a.example/v1', '/v2'],
  ],
  [
    [{ url: 'https://{region}.example/{base}', variables: { region: { default: 'eu' } } }],
    ['https://eu.example/{base}'],
  ],
  [[{ url: 'https://{region}.example' }], ['https://{region}.example']],
])('the servers %j are %j', (servers, urls) => {
  expect(serverUrls(servers).map(({ url }) => url)).toEqual(urls);
});

test('a server has the texts that the document gives it', () => {
  expect(serverUrls([{ url: '/', name: 'live', description: 'Live.' }, { url: '/b' }])).toEqual([
    { name: 'live', url: '', description: 'Live.' },
    { name: '', url: '/b', description: '' },
  ]);
});

test('an address with variables is told as it is written, too', () => {
  const variables = { region: { default: 'eu' } };
  const [filled, unknown] = serverUrls([{ url: 'https://{region}.example/{base}', variables }, { url: '/{base}' }]);
  expect(filled).toMatchObject({ url: 'https://eu.example/{base}', template: 'https://{region}.example/{base}' });
  expect(unknown).not.toHaveProperty('template');
});

test.each([
  ['', 'https://api.example.com'],
  ['/v4', 'https://api.example.com/v4'],
  ['v1', 'https://api.example.com/v1'],
  ['./v2', 'https://api.example.com/v2'],
  ['../v3', 'https://api.example.com/v3'],
  ['..', 'https://api.example.com'],
  ['/{base}/v5', 'https://api.example.com/{base}/v5'],
  ['api.c.test/v1', 'https://api.example.com/api.c.test/v1'],
  ['//cdn.m.test/api', 'https://cdn.m.test/api'],
  ['//{region}.m.test/api', 'https://{region}.m.test/api'],
  ['https://{region}.m.test/api', 'https://{region}.m.test/api'],
  ['{scheme}://m.test', '{scheme}://m.test'],
  ['http://m.test:8080/API', 'http://m.test:8080/API'],
  ['https://müller.test/v1', 'https://xn--mller-kva.test/v1'],
])('requests to the server %j begin with %s', (server, address) => {
  expect(absoluteServer(server)).toBe(address);
});
