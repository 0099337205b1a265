import { describe, expect, test } from 'vitest';
import { formats } from './formats.ts';

describe('an email address', () => {
  test.each([
    'jane@example.com',
    'a.b+c@sub.example.co',
    "o'neil@example.ie",
    'x_1@a-b.example',
    'JANE@EXAMPLE.COM',
    `${'x'.repeat(242)}@example.com`,
  ])('%s is one', (text) => expect(formats.email(text)).toBe(true));
  test.each([
    'jane',
    'jane@',
    '@example.com',
    'jane@example',
    'jane@@example.com',
    'jane doe@example.com',
    '.jane@example.com',
    'jane..doe@example.com',
    'jane@-example.com',
    'jane@example.com ',
    'jane@example.com\n',
    `${'x'.repeat(243)}@example.com`,
    '<script>@example.com',
    '',
  ])('%j is none', (text) => expect(formats.email(text)).toBe(false));

  test('is judged at once, however long the text', () => {
    const start = performance.now();
    expect(formats.email(`${'a.'.repeat(100_000)}@`)).toBe(false);
    expect(formats.email(`a@${'a-'.repeat(120)}`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(100);
  });
});

describe('a date and time', () => {
  test.each([
    '2026-02-11T10:30:00Z',
    '2026-02-11T10:30:00.123Z',
    '2026-02-11T10:30:00+01:00',
    '2024-02-29T00:00:00Z',
    '2016-12-31T23:59:60Z',
  ])('%s is one', (text) => expect(formats['date-time'](text)).toBe(true));
  test.each([
    '2026-02-11',
    '2026-02-11 10:30:00Z',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-02-11T24:00:00Z',
    '2026-02-11T10:30:00',
    'yesterday',
    '',
  ])('%j is none', (text) => expect(formats['date-time'](text)).toBe(false));
});

describe('a URL', () => {
  test.each(['https://example.com', 'http://example.com:8080/a?b#c', 'https://[::1]/'])('%s is one', (text) =>
    expect(formats.uri(text)).toBe(true),
  );
  test.each([
    'example.com',
    '/path',
    'javascript:alert(1)',
    'https://',
    'https://a b.example/',
    'https:\\\\example.com',
    'see https://example.com',
    'https://example.com/a b',
    'https://example.com/a\\b',
    '',
  ])('%j is none', (text) => expect(formats.uri(text)).toBe(false));
});
