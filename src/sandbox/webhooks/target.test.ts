import { describe, expect, test } from 'vitest';
import { isAllowedTarget, isPublicAddress, resolvesToPublic } from './target.ts';

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
  'https://017700000001/',
  'https://0x7f.0x0.0x0.0x1/',
  'https://127.0.0.1./',
  'https://①②⑦.⓪.⓪.①/',
  'https://%31%32%37.0.0.1/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://app.localhost../',
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
  'https://0x0a000001/',
  'https://167772161/',
  'https://012.0.0.1/',
  'https://0xa9fea9fe/',
  'https://2852039166/',
  'https://１６９.２５４.１６９.２５４/',
  'https://169.254.169.254./',
  'https://100.100.100.200/',
  'https://192.88.99.1/',
  'https://192.0.0.192/',
  'https://[::127.0.0.1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[::ffff:8.8.8.8]/',
  'https://[::ffff:0:7f00:1]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2002:a00:1::]/',
  'https://[2001:0:a00:1::]/',
  'https://[fd00:ec2::254]/',
  'https://[fec0::1]/',
  'https://[ff05::2]/',
  'https://[4000::1]/',
  'https://[5f00::1]/',
  'https://printer.local./',
  'https://router.lan/',
  'https://localhost.localdomain/',
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

describe('a name', () => {
  const resolving =
    (...addresses: string[]) =>
    () =>
      Promise.resolve(addresses);

  test('is refused when any of its addresses is not public', async () => {
    expect(await resolvesToPublic('https://a.example.net/', resolving('93.184.216.34'))).toBe(true);
    expect(await resolvesToPublic('https://a.example.net/', resolving('93.184.216.34', '2606:4700::1'))).toBe(true);
    expect(await resolvesToPublic('https://a.example.net/', resolving('93.184.216.34', '10.0.0.1'))).toBe(false);
    expect(await resolvesToPublic('https://a.example.net/', resolving('93.184.216.34', '::1'))).toBe(false);
    expect(await resolvesToPublic('https://a.example.net/', resolving('::ffff:169.254.169.254'))).toBe(false);
    expect(await resolvesToPublic('https://a.example.net/', resolving('fe80::1%eth0'))).toBe(false);
  });

  test('that does not resolve is accepted', async () => {
    const failing = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await resolvesToPublic('https://no-such-name.example/', failing)).toBe(true);
  });

  test('is not looked up where it is known: an address, this machine, the built-in receiver', async () => {
    const forbidden = () => Promise.reject(new Error('was looked up'));
    const refused = resolving('10.0.0.1');
    for (const url of ['https://8.8.8.8/', 'http://localhost:3000/', 'https://hooks.example.com/']) {
      expect(await resolvesToPublic(url, refused)).toBe(true);
      expect(await resolvesToPublic(url, forbidden)).toBe(true);
    }
  });
});

test('what is no address is no public one', () => {
  for (const text of [
    '',
    '1.2.3',
    '08.8.8.8',
    '0x8.8.8.8',
    '1.2.3.4.5',
    '2606:4700::1::',
    '[2606:4700::1]',
    'a.example',
  ]) {
    expect(isPublicAddress(text)).toBe(false);
  }
});
