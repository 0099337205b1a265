import { describe, expect, it } from 'vitest';
import { errorCode, retryAfter } from './refusal.ts';

const wait = (value: string) => retryAfter({ headers: [['retry-after', value]] }, Date.parse('2026-01-01T00:00:00Z'));

describe('retryAfter', () => {
  it('reads seconds and dates, and 0 where there is neither', () => {
    expect(wait('12')).toBe(12);
    expect(wait('Thu, 01 Jan 2026 00:00:30 GMT')).toBe(30);
    expect(wait('Wed, 31 Dec 2025 00:00:00 GMT')).toBe(0);
    expect(wait('soon')).toBe(0);
    expect(retryAfter({ headers: [] })).toBe(0);
  });
});

describe('errorCode', () => {
  it('reads the code of an error answer, whatever else may stand there', () => {
    expect(errorCode({ text: '{"error":{"code":"invalid_access_token"}}' })).toBe('invalid_access_token');
    for (const text of ['', 'null', '[]', '{"error":"x"}', '{"error":{"code":7}}', '<html>', undefined]) {
      expect(errorCode({ text })).toBeUndefined();
    }
  });
});
