import { describe, expect, it } from 'vitest';
import { checkMockUrl } from './mock-url.ts';

describe('checkMockUrl', () => {
  it.each([
    ['http://127.0.0.1:4010/v1', 'http://127.0.0.1:4010/v1'],
    ['http://127.0.0.1:4010/v1///', 'http://127.0.0.1:4010/v1'],
    ['localhost:4010', 'http://localhost:4010/v1'],
    ['https://localhost:8443/api/v1', 'https://localhost:8443/api/v1'],
  ])('reads %s as %s', (text, url) => {
    expect(checkMockUrl(text)).toEqual({ url });
  });

  it.each([
    '',
    'http://',
    'http://192.168.0.7:4010/v1',
    'https://127.0.0.1.evil.example',
    'http://a:b@localhost/v1',
    'http://localhost/v1?x=1',
  ])('refuses “%s” with a reason', (text) => {
    const { url, problem } = checkMockUrl(text);
    expect(url).toBeUndefined();
    expect(problem).toMatch(/\.$/);
  });
});
