import { expect, test } from 'vitest';
import { readHeaders } from './read-headers.ts';

test('what a verification needs is read, and other headers are left out', () => {
  const text = 'Host: x\nwebhook-id:  evt_1 \r\nWEBHOOK-TIMESTAMP=7\nnonsense\nX-Orbinto-Signature: ab';
  expect(readHeaders(text)).toEqual({ id: 'evt_1', timestamp: '7', plain: 'ab', merged: [] });
  expect(readHeaders('')).toEqual({ merged: [] });
});

test.each([
  ['webhook-signature: v1,abc v1,def', 'v1,abc v1,def', false],
  ['webhook-signature: v1,abc, v1,def', 'v1,abc', true],
  ['webhook-signature: v1,abc,v1a,def', 'v1,abc', true],
  ['webhook-signature: v1,abc\nwebhook-signature: v1,def', 'v1,abc', true],
  ['["webhook-signature", ["v1,abc", "v1,def"]]', 'v1,abc', true],
  ['{"webhook-signature": "v1,abc"}', 'v1,abc', false],
])('of %j the first value counts', (text, standard, isMerged) => {
  expect(readHeaders(text)).toEqual({ standard, merged: isMerged ? ['webhook-signature'] : [] });
});

test.each([
  ['webhook-id: a, b', 'a', true],
  ['webhook-id: "a"', 'a', false],
  ["webhook-id: 'a',", 'a', false],
  ['webhook-id => ["a"]', 'a', false],
  ['[["webhook-id", "a"], ["other", "b"]]', 'a', false],
  ['["other", "b", "webhook-id", "a"]', 'a', false],
  ['{"webhook-id": {"a": 1}}', undefined, false],
  ['{broken\nwebhook-id: a', 'a', false],
])('%j has the id %j', (text, id, isMerged) => {
  expect(readHeaders(text)).toEqual({ ...(id !== undefined && { id }), merged: isMerged ? ['webhook-id'] : [] });
});

test('a number is a value, too', () => {
  expect(readHeaders('{"webhook-timestamp": 7}')).toMatchObject({ timestamp: '7' });
});
