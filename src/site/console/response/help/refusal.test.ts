import { describe, expect, it } from 'vitest';
import { errorOf, retryAfter } from './refusal.ts';

const wait = (value: string) => retryAfter({ headers: [['retry-after', value]] }, Date.parse('2026-01-01T00:00:00Z'));

describe('retryAfter', () => {
  it('reads seconds and dates', () => {
    expect(wait('12')).toBe(12);
    expect(wait('Thu, 01 Jan 2026 00:00:30 GMT')).toBe(30);
    expect(wait('Wed, 31 Dec 2025 00:00:00 GMT')).toBe(0);
  });

  it('finds nothing where there is neither, and where it makes no sense', () => {
    for (const value of ['', 'soon', '-5', '1e3', '99999999999999', '9'.repeat(400), 'Fri, 31 Dec 9999 23:59:59 GMT'])
      expect(wait(value)).toBeUndefined();
    expect(retryAfter({ headers: [] })).toBeUndefined();
  });
});

describe('errorOf', () => {
  it('reads code, message and field of an error answer, whatever else may stand there', () => {
    const error = { code: 'invalid_parameter', message: 'No.', param: 'tags[0]' };
    expect(errorOf({ text: JSON.stringify({ error: { ...error, type: 7 } }) })).toEqual(error);
    expect(errorOf({ text: JSON.stringify({ error: { ...error, param: null, message: 7 } }) })).toEqual({
      code: error.code,
    });
    for (const text of ['', 'null', '[]', '{"error":"x"}', '{"error":{"code":7}}', '<html>', undefined]) {
      expect(errorOf({ text })).toEqual({});
    }
  });
});
