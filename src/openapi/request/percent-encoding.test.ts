import { expect, test } from 'vitest';
import {
  asciiJson,
  encodeFixedPath,
  encodeHeader,
  encodeName,
  encodeReserved,
  encodeUnreserved,
} from './percent-encoding.ts';

test.each([
  ['aZ09-._~', 'aZ09-._~'],
  ["!'()*", '%21%27%28%29%2A'],
  ['a/b?c&d=e%20', 'a%2Fb%3Fc%26d%3De%2520'],
  ['é🎉', '%C3%A9%F0%9F%8E%89'],
  ['\ud800', '%EF%BF%BD'],
])('%j is sent as %s', (text, sent) => {
  expect(encodeUnreserved(text)).toBe(sent);
});

test.each([
  [':/?@!$()*,;=', ':/?@!$()*,;='],
  ['a&b#c+[d]', 'a%26b%23c%2B%5Bd%5D'],
  ['%2f %2F %zz %', '%2f%20%2F%20%25zz%20%25'],
  ["it's", 'it%27s'],
])('%j, where reserved characters may pass, is sent as %s', (text, sent) => {
  expect(encodeReserved(text)).toBe(sent);
});

test('the brackets of a name stay', () => {
  expect(encodeName('filter[a b][]=')).toBe('filter[a%20b][]%3D');
});

test.each([
  ["/a-b.c~d_e!$&'()*+,;=:@/", "/a-b.c~d_e!$&'()*+,;=:@/"],
  ['/größe/a b', '/gr%C3%B6%C3%9Fe/a%20b'],
  ['/%C3%b6/%2F', '/%C3%b6/%2F'],
  ['/100%/%zz/%1', '/100%25/%25zz/%251'],
  ['/{id}?#[]', '/%7Bid%7D%3F%23%5B%5D'],
  ['/🎉\udc00', '/%F0%9F%8E%89%EF%BF%BD'],
])('the fixed path %j is sent as %s', (path, sent) => {
  expect(encodeFixedPath(path)).toBe(sent);
});

test('a header holds printable ASCII, and what it cannot hold is encoded', () => {
  expect(encodeHeader('a\tb ~é\n\u007f"%')).toBe('a\tb ~%C3%A9%0A%7F"%');
});

test('JSON is written in ASCII', () => {
  const json = asciiJson('{"a":"~\u007fé🎉"}');
  expect(json).toBe(String.raw`{"a":"~\u007f\u00e9\ud83c\udf89"}`);
  expect(JSON.parse(json)).toEqual({ a: '~\u007fé🎉' });
});
