import { describe, expect, test } from 'vitest';
import type { RequestContext } from '../http/request-context.ts';
import { readQuery, requireDecodable } from './query.ts';

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

test.each([
  ['tag=', 'must have at least 1 character'],
  ['tag=abcd', 'must have at most 3 characters'],
  ['page=-4', 'must be at least -3'],
  ['page=4', 'must be at most 3'],
  ['page=x', 'must be an integer'],
  ['online=yes', 'must be true or false'],
  ['status=lost', 'must be one of open, closed'],
  ['tag=a&tag=b', 'must be given once'],
  ['after=con_x&page=1', "cannot be combined with 'after'"],
  ['page=1&limit=5', "cannot be combined with 'limit'"],
])('%s is refused: it %s', (query, reason) => {
  const all = {
    ...known,
    page: { type: 'integer', minimum: -3, maximum: 3 },
    limit: { type: 'integer' },
    after: { type: 'string' },
    online: { type: 'boolean' },
    status: { type: 'string', enum: ['open', 'closed'] },
  } as const;
  const told = { code: 'invalid_query_parameter', message: expect.stringContaining(reason) as string };
  expect(() => readQuery(query, all)).toThrow(expect.objectContaining(told));
});

test('a value is what it says, and has no limits but those that are told', () => {
  const all = {
    online: { type: 'boolean' },
    status: { type: 'string', enum: ['open'] },
    after: { type: 'string' },
  } as const;
  expect(readQuery('online=true&status=open&after=', all)).toEqual({ online: true, status: 'open', after: '' });
  expect(readQuery('online=false', all)).toEqual({ online: false });
  expect(readQuery('n=-999', { n: { type: 'integer' } })).toEqual({ n: -999 });
  expect(readQuery('', all)).toEqual({});
});

test.each([
  ['/v1/contacts', 'tag=%F0%9F%A6%8A', true],
  ['/v1/contacts/%C3%A9', '', true],
  ['/v1/%', '', false],
  ['/v1/contacts', 'tag=%zz', false],
  ['/v1/contacts', 'tag=%ff', false],
])('%s?%s can be decoded: %s', (path, query, can) => {
  const decode = () => requireDecodable({ path, query } as RequestContext);
  if (can) expect(decode).not.toThrow();
  else expect(decode).toThrow(expect.objectContaining({ code: 'invalid_url' }));
});
