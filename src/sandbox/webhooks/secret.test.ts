import { expect, test } from 'vitest';
import { Random } from '../random.ts';
import { createSecret, secretFrom } from './secret.ts';

const bytesOf = (secret: string): number[] =>
  [...atob(/^whsec_([\w+/]+=*)$/.exec(secret)?.[1] ?? expect.unreachable())].map((byte) => byte.charCodeAt(0));

test('a secret has as many bytes whether it is drawn or comes of a number, which gives the same again', () => {
  const drawn = bytesOf(createSecret());
  const made = bytesOf(secretFrom(new Random('seed')));
  expect(made.length).toBe(drawn.length);
  // Standard Webhooks asks for 24 to 64.
  expect(made.length).toBeGreaterThanOrEqual(24);
  expect(made.length).toBeLessThanOrEqual(64);
  expect(new Set(made).size).toBeGreaterThan(10);
  expect(secretFrom(new Random('seed'))).toBe(secretFrom(new Random('seed')));
  expect(secretFrom(new Random('other'))).not.toBe(secretFrom(new Random('seed')));
  expect(createSecret()).not.toBe(createSecret());
});
