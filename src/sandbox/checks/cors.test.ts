import { expect, test } from 'vitest';
import { isPreflight } from './cors.ts';

const asked = { 'Access-Control-Request-Method': 'PATCH' };

test('a preflight is an OPTIONS that asks for a method; neither alone is one', () => {
  const isOne = (method: string, headers: Record<string, string>) =>
    isPreflight({ method, headers: new Headers(headers) } as Request);
  expect(isOne('OPTIONS', asked)).toBe(true);
  expect(isOne('OPTIONS', {})).toBe(false);
  expect(isOne('GET', asked)).toBe(false);
});
