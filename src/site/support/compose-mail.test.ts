import { describe, expect, test } from 'vitest';
import type { PastCall } from '../console/history/history.ts';
import { lastFailure, mailAddress, mailText } from './compose-mail.ts';

const past = (rest: Partial<PastCall> = {}): PastCall => ({
  id: '1-a',
  time: Date.parse('2026-11-29T12:00:00Z'),
  operationId: 'createPet',
  method: 'post',
  path: '/pets',
  page: '/reference/pets/create-pet/',
  environment: 'live',
  call: { values: { 'query.tag': 'vip', 'path.id': '' }, body: '{"name":"Rex"}' },
  about: '',
  removed: false,
  result: '409',
  code: 'name_taken',
  requestId: 'req_abc123',
  ...rest,
});

test('the last failure is the latest call with an error or without an answer', () => {
  const calls = [
    past({ result: '200' }),
    past({ result: '301' }),
    past({ result: 'offline' }),
    past({ result: '500' }),
  ];
  expect(lastFailure(calls)?.result).toBe('offline');
  expect(lastFailure([past({ result: '204' })])).toBeUndefined();
});

test('a mail tells of the failure, the request id first, and leaves open what only the sender knows', () => {
  expect(mailText(past())).toBe(
    [
      'Request id: req_abc123',
      'Time, with time zone: 2026-11-29T12:00:00Z',
      'Method and path: POST /pets',
      'Sent to: the live API',
      'What I sent: \n  query.tag = vip\n{"name":"Rex"}',
      'What I expected:',
      'What I got (status and body): 409 name_taken',
      'Happens: always / sometimes / once',
      'Library or HTTP client, with version: the console of the documentation',
    ].join('\n'),
  );
  expect(mailText(past({ result: 'timeout', code: undefined, requestId: undefined }))).toContain(
    '(status and body): no answer (timeout)',
  );
  expect(mailText().split('\n')[0]).toBe('Request id:');
});

describe('a secret', () => {
  const secrets = ['sk_live_abc123', 'Bearer abcdefghijk', 'whsec_abcdef', 'eyJhbGciOi.eyJzdWIi.sig'];

  test.each(secrets)('%s is in neither text nor address', (secret) => {
    const call = past({ call: { values: { 'query.q': secret }, body: JSON.stringify({ note: secret }) } });
    expect(mailText(call)).not.toContain(secret);
    expect(decodeURIComponent(mailAddress(`Request id: req_1\n${secret}`) ?? '')).not.toContain(secret);
  });
});

test('the address names the request, keeps lines as mails have them, and is not longer than programs take', () => {
  const address = new URL(mailAddress('Request id: req_1\nWhat & why') ?? '');
  expect(address.searchParams.get('subject')).toBe('Orbinto API: req_1');
  expect(address.searchParams.get('body')).toBe('Request id: req_1\r\nWhat & why');
  expect(mailAddress('x'.repeat(2000))).toBeUndefined();
});
