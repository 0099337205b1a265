import { describe, expect, test } from 'vitest';
import { retries } from '../../../sandbox/generated/policies.ts';
import { changeOneByte, whatChanged } from './change-one-byte.ts';
import { Endpoint, answers } from './endpoint.ts';
import { resultOf } from './own-function/function-result.ts';
import type { FunctionRequest, FunctionResult } from './own-function/function-result.ts';

const request = {
  url: 'https://hooks.example.com/webhooks',
  headers: { 'webhook-id': 'evt_1', 'webhook-timestamp': '7', 'X-Orbinto-Signature': 'ab' },
  body: '{}',
};

describe('the endpoint of the time machine', () => {
  test.each(answers)('$name', async ({ id, status, delay_ms }) => {
    const endpoint = new Endpoint(
      () => Promise.reject(new Error('not asked for')),
      () => '',
    );
    endpoint.is = id;
    expect(await endpoint.receive(request)).toMatchObject({ status, delay_ms });
  });

  test.each<[FunctionResult, number, number]>([
    [{ kind: 'status', status: 204 }, 204, 0],
    [{ kind: 'failed', message: 'no' }, 500, 0],
    [{ kind: 'silent' }, 200, retries.timeout_seconds * 1000],
  ])('makes %j of a function an answer of %d after %d ms', async (result, status, delay_ms) => {
    const asked: FunctionRequest[] = [];
    const endpoint = new Endpoint(
      (code, one) => {
        asked.push(one);
        return Promise.resolve(code === 'the code' ? result : { kind: 'silent' });
      },
      () => 'whsec_now',
    );
    endpoint.is = 'function';
    endpoint.code = 'the code';
    expect(await endpoint.receive(request)).toEqual({ status, delay_ms });
    expect(asked).toMatchObject([{ secret: 'whsec_now', body: '{}', headers: { 'x-orbinto-signature': 'ab' } }]);
    expect(endpoint.said.get('evt_1 7')).toBe(result);
  });
});

describe('what a function told', () => {
  test.each<[unknown, FunctionResult]>([
    [{ status: 200 }, { kind: 'status', status: 200 }],
    [
      { failed: 'TypeError: x', line: 3 },
      { kind: 'failed', message: 'TypeError: x (line 3)' },
    ],
    [{ failed: 'x'.repeat(1000) }, { kind: 'failed', message: 'x'.repeat(500) }],
  ])('is read: %j', (message, result) => expect(resultOf(message)).toEqual(result));

  test.each([null, undefined, 7, 'text', { status: 99 }, { status: 1e9 }, { status: '200' }, { failed: {} }])(
    'and is nothing that can be read: %j',
    (message) => {
      expect(resultOf(message)).toEqual({ kind: 'failed', message: 'It told nothing that can be read.' });
    },
  );
});

describe('a byte that was changed', () => {
  test('is told by its place and by what it was', () => {
    const body = '{"event":"message.created"}';
    const changed = changeOneByte(body);
    expect(changed).toHaveLength(body.length);
    expect(whatChanged('The body', body, changed)).toMatch(
      /^The body was changed: character \d+ was “.”, and is “x”\.$/,
    );
    expect(whatChanged('The body', body, body)).toBeUndefined();
    expect(whatChanged('The body', 'a', 'a\n')).toBe('The body was changed: character 2 was not there, and is U+000a.');
  });

  test.each(['', '42', 'xxxx', '😀x'])('is another text whatever it is in: %j', (text) => {
    expect(changeOneByte(text)).not.toBe(text);
  });
});
