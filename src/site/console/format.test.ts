import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson, formatSize, formatTime, plainText, reasonOf, toneOf } from './format.ts';

describe('formatJson', () => {
  it('indents as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(formatJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
        expect(formatJson(formatJson(text))).toBe(formatJson(text));
      }),
    );
  });

  it('keeps numbers as they were written', () => {
    expect(formatJson('[12345678901234567890, 1.0, 1e400]')).toBe('[\n  12345678901234567890,\n  1.0,\n  1e400\n]');
  });

  it('leaves alone what is not JSON', () => {
    expect(formatJson('<p>{}</p>')).toBe('<p>{}</p>');
  });

  it('handles a megabyte in a moment', () => {
    const text = JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id, name: 'x'.repeat(30) })));
    expect(text.length).toBeGreaterThan(1_000_000);
    const started = performance.now();
    formatJson(text);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('figures', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [1_048_576, '1.0 MB'],
  ])('writes %d bytes as %s', (bytes, text) => expect(formatSize(bytes)).toBe(text));

  it.each([
    [0.2, '< 1 ms'],
    [12.4, '12 ms'],
    [1_250, '1.3 s'],
  ])('writes %d milliseconds as %s', (milliseconds, text) => expect(formatTime(milliseconds)).toBe(text));

  it('names a status and its tone', () => {
    expect([201, 409, 503, 299].map(reasonOf)).toEqual(['Created', 'Conflict', 'Service Unavailable', '']);
    expect([204, 404, 500].map(toneOf)).toEqual(['ok', 'warn', 'error']);
  });
});

describe('plainText', () => {
  it('drops the marks of Markdown and keeps the words', () => {
    expect(plainText('Only **one** of `page` and [after](/x).\n\nSee __it__.')).toBe(
      'Only one of page and after. See it.',
    );
  });
});
