import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusal } from '../../../tests/oauth/expect-refusal.ts';
import { Flow } from '../../../tests/oauth/flow.ts';
import type { Overrides } from '../../../tests/oauth/flow.ts';
import { openSandbox } from '../../../tests/open-sandbox.ts';

let flow: Flow;

beforeEach(() => {
  const sandbox = openSandbox();
  flow = new Flow((request) => sandbox.fetch(request));
});

describe('a client', () => {
  const confidential = { client_id: 'client_web' };
  const basic = (credentials: string) => ({ Authorization: `Basic ${btoa(credentials)}` });

  test('that is confidential proves itself in the form or in the header', async () => {
    const inForm = await flow.exchange(await flow.code(confidential), {
      ...confidential,
      client_secret: 'cs_test_web',
    });
    expect(inForm.status).toBe(200);
    const headers = basic('client_web:cs_test_web');
    const inHeader = await flow.exchange(await flow.code(confidential), { client_id: undefined }, headers);
    expect(inHeader.status).toBe(200);
    const named = await flow.exchange(await flow.code(confidential), confidential, headers);
    expect(named.status).toBe(200);
  });

  test('that is public may send an empty secret', async () => {
    expect((await flow.exchange(await flow.code(), { client_secret: '' })).status).toBe(200);
    const header = await flow.exchange(await flow.code(), { client_id: undefined }, basic('client_test:'));
    expect(header.status).toBe(200);
  });

  const strangers: [what: string, overrides: Overrides, headers: Record<string, string>][] = [
    ['is unknown', { client_id: 'client_evil' }, {}],
    ['does not say who it is', { client_id: undefined }, {}],
    ['is confidential and sends no secret', confidential, {}],
    ['is confidential and sends an empty secret', { ...confidential, client_secret: '' }, {}],
    ['sends a wrong secret', { ...confidential, client_secret: 'cs_test_wrong' }, {}],
    ['is public and sends a secret', { client_secret: 'cs_test_web' }, {}],
    ['sends a wrong secret in the header', { client_id: undefined }, basic('client_web:cs_test_wrong')],
    ['sends a header that is not Basic', {}, { Authorization: 'Bearer sk_test_admin' }],
    ['sends a header that cannot be decoded', {}, { Authorization: 'Basic %' }],
    ['sends a header without a colon', {}, basic('client_web')],
  ];
  test.each(strangers)('that %s is answered 401', async (_what, overrides, headers) => {
    const answer = await flow.exchange(await flow.code(), overrides, headers);
    await expectRefusal(answer, 'invalid_client', 401);
    expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Basic realm=/);
  });

  test('that uses two ways at once, or two names, is refused', async () => {
    const twice = { ...confidential, client_secret: 'cs_test_web' };
    const headers = basic('client_web:cs_test_web');
    await expectRefusal(await flow.exchange('x', twice, headers), 'invalid_request');
    await expectRefusal(await flow.exchange('x', { client_id: 'client_test' }, headers), 'invalid_request');
  });
});
