import { expect, test } from 'vitest';
import { isRegistered, withParameters } from './redirect-uris.ts';

const registered = ['http://localhost:4321/back/', 'http://127.0.0.1/back/', 'https://app.example/back/'];

test.each([
  'http://localhost:4321/back/',
  'http://localhost:1/back/',
  'http://localhost:65535/back/',
  'http://localhost/back/',
  'http://127.0.0.1:8080/back/',
  'https://app.example/back/',
])('%s is registered', (uri) => {
  expect(isRegistered(uri, registered)).toBe(true);
});

test.each([
  'http://localhost:4321/other/',
  'http://localhost:0/back/',
  'http://localhost:65536/back/',
  'http://localhost:/back/',
  'http://localhost:4321',
  'http://[::1]:4321/back/',
  'https://localhost:4321/back/',
  'https://app.example:443/back/',
  'https://app.example:8080/back/',
  'http://localhost.evil.example/back/',
  'xhttp://localhost:4321/back/',
  '',
])('%j is not', (uri) => {
  expect(isRegistered(uri, registered)).toBe(false);
});

test('the parameters of an answer come after those that an address has', () => {
  expect(withParameters('https://a.example/', { code: 'a b', state: '&' })).toBe(
    'https://a.example/?code=a+b&state=%26',
  );
  expect(withParameters('https://a.example/?x=1', { code: 'c' })).toBe('https://a.example/?x=1&code=c');
});
