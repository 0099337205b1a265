import { describe, expect, test } from 'vitest';
import { isAllowedTarget } from './target.ts';

const PUBLIC = [
  'https://hooks.example.com/orbinto',
  'https://example.org:8443/a?b=c',
  'https://8.8.8.8/hook',
  'https://[2606:4700:4700::1111]/hook',
  'https://no-such-name.example/',
  'https://172.32.0.1/',
  'https://[2001:4860:4860::8888]/',
];

const LOOPBACK = [
  'https://localhost/',
  'https://localhost./',
  'https://LOCALHOST/',
  'https://app.localhost/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://[::1]/',
  'https://127.255.255.254/',
];

const NEVER = [
  'https://10.0.0.1/hook',
  'https://192.168.1.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://169.254.169.254/latest/meta-data/',
  'https://100.64.0.1/',
  'https://0.0.0.0/',
  'https://0/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://198.51.100.7/',
  'https://203.0.113.7/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fd12:3456::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[2001::1]/',
  'https://[2001:20::1]/',
  'https://[2002:7f00:1::]/',
  'https://[3fff::1]/',
  'https://[100::1]/',
  'https://printer.local/',
  'https://metadata.google.internal/',
  'https://intranet/',
  'https://user@example.com/',
  'https://user:secret@example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/plain,x',
  'https://',
  'not a url',
];

describe('a webhook may be sent', () => {
  test.each(PUBLIC)('to %s', (url) => {
    expect(isAllowedTarget(url, false)).toBe(true);
    expect(isAllowedTarget(url, true)).toBe(true);
  });

  test.each(LOOPBACK)('to %s only where this machine is allowed', (url) => {
    expect(isAllowedTarget(url, false)).toBe(false);
    expect(isAllowedTarget(url, true)).toBe(true);
    expect(isAllowedTarget(url.replace('https:', 'http:'), true)).toBe(true);
  });

  test('over http only where this machine is allowed', () => {
    expect(isAllowedTarget('http://hooks.example.com/', false)).toBe(false);
    expect(isAllowedTarget('http://hooks.example.com/', true)).toBe(true);
  });

  test.each(NEVER)('never to %s', (url) => {
    expect(isAllowedTarget(url, false)).toBe(false);
    expect(isAllowedTarget(url, true)).toBe(false);
  });
});
