import { describe, expect, test } from 'vitest';
import { readQuery } from './query.ts';

const known = { tag: { type: 'string', minLength: 1, maxLength: 3 } } as const;
const read = (tag: string) => readQuery(new URLSearchParams({ tag }).toString(), known);

describe('the length of a text in the query', () => {
  test('is counted in characters, not in halves of them', () => {
    expect(read('🦊🦊🦊')).toEqual({ tag: '🦊🦊🦊' });
    expect(() => read('🦊🦊🦊🦊')).toThrow(expect.objectContaining({ code: 'invalid_query_parameter' }));
  });

  test('has both its limits within', () => {
    expect(read('a')).toEqual({ tag: 'a' });
    expect(read('abc')).toEqual({ tag: 'abc' });
    for (const text of ['', 'abcd']) expect(() => read(text)).toThrow(expect.objectContaining({ param: 'tag' }));
  });
});

test('a number is written in digits', () => {
  const limits = { page: { type: 'integer', minimum: -3, maximum: 3 } } as const;
  const page = (text: string) => readQuery(new URLSearchParams({ page: text }).toString(), limits);
  expect([page('3'), page('-3'), page('02')]).toEqual([{ page: 3 }, { page: -3 }, { page: 2 }]);
  for (const text of ['1e0', '0x2', '1.0', ' 1', '1 ', '+1', '', '4', '-4', '9'.repeat(20)])
    expect(() => page(text), text).toThrow(expect.objectContaining({ param: 'page' }));
});
