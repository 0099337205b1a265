import { expect, test } from 'vitest';
import { addressPieces, breakAddresses } from './break-addresses.ts';

test.each([
  ['curl "https://api.example.com/v1/pets" \\', 'curl "https://api.example.com<wbr>/v1<wbr>/pets" \\'],
  ['http://127.0.0.1:4010/v1/pets?a=1&amp;b=2', 'http://127.0.0.1:4010<wbr>/v1<wbr>/pets?a=1&amp;b=2'],
  ['https://example.com', 'https://example.com'],
  ['https://example.com/', 'https://example.com/'],
  ['GET /v1/pets // no address', 'GET /v1/pets // no address'],
  ['http://a.example/b,https://c.example/d', 'http://a.example<wbr>/b,https://c.example<wbr>/d'],
  ['https://a.example//b/', 'https://a.example<wbr>//b/'],
  ['see https://a.example/b and https://c.example/d', 'see https://a.example<wbr>/b and https://c.example<wbr>/d'],
  ['', ''],
  ['<span class="s">"https://a.example/b"</span>', '<span class="s">"https://a.example<wbr>/b"</span>'],
  ['<span>`https://a.example</span>/${id}', '<span>`https://a.example</span>/${id}'],
])('%s', (html, broken) => {
  expect(breakAddresses(html)).toBe(broken);
  expect(addressPieces(html).join('<wbr>')).toBe(broken);
});

// Where each slash looks back to the beginning of its word, these take minutes.
test.each([
  ['no address', `a${'/a'.repeat(300_000)}`, 1],
  ['an address', `https://example.com${'/a'.repeat(300_000)}`, 300_001],
])('a word with 300,000 slashes that is %s', (_, text, count) => {
  const pieces = addressPieces(text);
  expect(pieces).toHaveLength(count);
  expect(pieces.join('') === text).toBe(true);
});
