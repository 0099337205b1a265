import { describe, expect, test } from 'vitest';
import { isAllowedHost, isLoopback } from './host.ts';

describe('a server on 127.0.0.1', () => {
  test.each(['localhost', 'LOCALHOST:4010', '127.0.0.1:4010', '127.0.0.1', '[::1]:4010', '127.8.8.8:1'])(
    'answers for %s',
    (host) => expect(isAllowedHost(host, '127.0.0.1')).toBe(true),
  );
  test.each([
    'evil.example',
    'evil.example:4010',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '192.168.1.5:4010',
    '0.0.0.0:4010',
    '127.0.0.1@evil.example',
    '',
    undefined,
  ])('does not answer for %s', (host) => expect(isAllowedHost(host, '127.0.0.1')).toBe(false));
});

test('a server answers for the name it was bound to', () => {
  expect(isAllowedHost('mock.internal:4010', 'mock.internal')).toBe(true);
  expect(isAllowedHost('[fd00::5]:4010', 'fd00::5')).toBe(true);
  expect(isAllowedHost('evil.example', 'mock.internal')).toBe(false);
});

test('a server on every interface answers for addresses, which cannot be rebound, not for names', () => {
  expect(isAllowedHost('192.168.1.5:4010', '0.0.0.0')).toBe(true);
  expect(isAllowedHost('[fd00::5]:4010', '::')).toBe(true);
  expect(isAllowedHost('evil.example:4010', '0.0.0.0')).toBe(false);
});

test('loopback addresses are known in both families, mapped ones too', () => {
  expect(['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
  expect(['128.0.0.1', '10.0.0.1', '::2', '::ffff:10.0.0.1', ''].some(isLoopback)).toBe(false);
});
