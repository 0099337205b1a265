import { describe, expect, test } from 'vitest';
import { hostOf, isAllowedHost, isLoopback } from './host.ts';

const answers = (authority: string, bound: string, names?: readonly string[]) =>
  isAllowedHost(hostOf(authority), bound, names);

describe('a server on 127.0.0.1', () => {
  test.each([
    'localhost',
    'LOCALHOST:4010',
    'localhost.',
    'localhost.:4010',
    'localhost:',
    'api.localhost:4010',
    'a.b.LocalHost.',
    '127.0.0.1:4010',
    '127.0.0.1',
    '127.0.0.1.',
    '[::1]:4010',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]:4010',
    '127.8.8.8:1',
    '127.255.255.255',
  ])('answers for %s', (host) => expect(answers(host, '127.0.0.1')).toBe(true));
  test.each([
    'evil.example',
    'evil.example:4010',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'notlocalhost',
    'localhost..',
    '192.168.1.5:4010',
    '0.0.0.0:4010',
    '127.0.0.999',
    '127.0.0.256:4010',
    '128.0.0.1',
    '[::ffff:128.0.0.1]',
    '[::ffff:10.0.0.1]',
    '127.0.0.1@evil.example',
  ])('does not answer for %s', (host) => expect(answers(host, '127.0.0.1')).toBe(false));
});

test.each([
  '',
  'a b/c',
  'localhost/',
  'user@localhost',
  '%6cocalhost',
  'localhost:99999',
  '127.0.0.999',
  'a\\b',
  '[::1',
])('%j names no host', (authority) => expect(hostOf(authority)).toBeUndefined());

test.each([
  ['[::1]:4010', '::1'],
  ['LOCALHOST.:4010', 'localhost'],
  ['a.b', 'a.b'],
])('%s names the host %s', (authority, host) => expect(hostOf(authority)).toBe(host));

test('a server answers for the names that it is given, whatever it is bound to', () => {
  for (const bound of ['127.0.0.1', '0.0.0.0']) {
    expect(answers('Mock:4010', bound, ['mock', 'host.docker.internal'])).toBe(true);
    expect(answers('host.docker.internal.:4010', bound, ['mock', 'host.docker.internal'])).toBe(true);
    expect(answers('other:4010', bound, ['mock'])).toBe(false);
    expect(answers('a.mock', bound, ['mock'])).toBe(false);
  }
});

test('a server answers for the name it was bound to', () => {
  expect(answers('mock.internal:4010', 'mock.internal')).toBe(true);
  expect(answers('[fd00::5]:4010', 'fd00::5')).toBe(true);
  expect(answers('evil.example', 'mock.internal')).toBe(false);
});

test('a server on every interface answers for addresses, which cannot be rebound, not for names', () => {
  expect(answers('192.168.1.5:4010', '0.0.0.0')).toBe(true);
  expect(answers('[fd00::5]:4010', '::')).toBe(true);
  expect(answers('evil.example:4010', '0.0.0.0')).toBe(false);
});

test('loopback addresses are known in both families, mapped ones too', () => {
  expect(['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'].every(isLoopback)).toBe(true);
  const others = ['128.0.0.1', '10.0.0.1', '127.0.0.999', '127.0.0', '::2', '::ffff:10.0.0.1', '::ffff:8000:1', ''];
  expect(others.some(isLoopback)).toBe(false);
});
