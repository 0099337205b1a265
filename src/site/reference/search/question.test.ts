import { describe, expect, it } from 'vitest';
import { areAlike, isMeantBy, nearWords, withoutOne, wordsOf } from './question.ts';

describe('the words of a question', () => {
  it.each([
    ['how do I verify a webhook signature?', ['verify', 'webhook', 'signature']],
    ['webhook retry', ['webhook', 'retry']],
    ['What is PKCE', ['PKCE']],
    ['get a contact', ['contact']],
    ['get', ['get']],
    ['how do I', ['how', 'do', 'I']],
    ['per_page=2, POST /contacts', ['per_page=2', 'POST', '/contacts']],
    ['', []],
  ])('of “%s” are %j', (question, words) => expect(wordsOf(question)).toEqual(words));

  it('are tried with one left out, where there are several', () => {
    expect(withoutOne(['a', 'b', 'c'])).toEqual(['b c', 'a c', 'a b']);
    expect(withoutOne(['a'])).toEqual([]);
  });
});

describe('areAlike', () => {
  it.each([
    ['retry', 'retries', true],
    ['Webhook', 'webhooks.', true],
    ['429', '429', true],
    ['409', '429', false],
    ['id', 'ids', false],
    ['contact', 'conversation', false],
  ])('takes “%s” and “%s” for forms of one word: %s', (one, other, alike) => expect(areAlike(one, other)).toBe(alike));
});

describe('isMeantBy', () => {
  it.each([
    ['authenticat', 'authentication_error', true],
    ['verification', 'Verify', true],
    ['per_page=2', '(per_page)', true],
    ['Idempotency-Key', 'idempotency', true],
    ['au', 'authentication', true],
    ['autentication', 'a', false],
    ['webhok', 'web', false],
    ['xyzzyx', 'op_xyz789.', false],
  ])('takes “%s” and “%s” for what a reader means: %s', (word, said, isMeant) =>
    expect(isMeantBy(word, said)).toBe(isMeant),
  );
});

describe('nearWords', () => {
  const vocabulary = ['webhook', 'webhooks', 'contact', 'Pagination', 'per_page'];

  it.each([
    ['webhok', ['webhook', 'webhooks']],
    ['wehbook', ['webhook', 'webhooks']],
    ['pagniation', ['pagination']],
    ['contact', []],
    ['zzqqxxvv', []],
    ['ab', []],
  ])('corrects “%s” to %j', (word, near) => expect(nearWords(word, vocabulary)).toEqual(near));
});
