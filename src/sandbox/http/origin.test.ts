import { expect, test } from 'vitest';
import { originOf } from './origin.ts';

test.each([
  [true, 'https', 'https://api.example.com'],
  [true, 'HTTPS, http', 'https://api.example.com'],
  [true, 'http', 'http://api.example.com'],
  [true, '', 'http://api.example.com'],
  [false, 'https', 'http://api.example.com'],
])('a proxy that is trusted (%s) and tells “%s”: %s', (trustProxy, told, origin) => {
  const request = new Request('http://api.example.com/v1/contacts', { headers: { 'X-Forwarded-Proto': told } });
  expect(originOf({ trustProxy }, request)).toBe(origin);
});
