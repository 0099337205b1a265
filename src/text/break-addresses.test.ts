import { expect, test } from 'vitest';
import { addressPieces, breakAddresses } from './break-addresses.ts';

test.each([
  ['curl "https://api.example.com/v1/pets" \\', 'curl "https://api.example.com<wbr>/v1<wbr>/pets" \\'],
  ['http://127.0.0.1:4010/v1/pets?a=1&amp;b=2', 'http://127.0.0.1:4010<wbr>/v1<wbr>/pets?a=1&amp;b=2'],
  ['https://example.com', 'https://example.com'],
  ['https://example.com/', 'https://example.com/'],
  ['GET /v1/pets // no address', 'GET /v1/pets // no address'],
  ['<span class="s">"https://a.example/b"</span>', '<span class="s">"https://a.example<wbr>/b"</span>'],
  ['<span>`https://a.example</span>/${id}', '<span>`https://a.example</span>/${id}'],
])('%s', (html, broken) => {
  expect(breakAddresses(html)).toBe(broken);
  expect(addressPieces(html).join('<wbr>')).toBe(broken);
});
