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
