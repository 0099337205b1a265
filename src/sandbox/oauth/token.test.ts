import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusal } from '../../../tests/oauth/expect-refusal.ts';
import { Flow, REDIRECT_URI } from '../../../tests/oauth/flow.ts';
import { openSandbox } from '../../../tests/open-sandbox.ts';

let flow: Flow;

beforeEach(() => {
  const sandbox = openSandbox();
  flow = new Flow((request) => sandbox.fetch(request));
});

describe('a request', () => {
  test('without a grant type, or of another, is refused', async () => {
    await expectRefusal(await flow.exchange('x', { grant_type: undefined }), 'invalid_request');
    for (const grant_type of ['password', 'client_credentials', 'implicit', 'toString']) {
      await expectRefusal(await flow.exchange('x', { grant_type }), 'unsupported_grant_type');
    }
  });

  test.each(['grant_type', 'code', 'redirect_uri', 'code_verifier', 'client_id'])(
    'with %s twice is refused',
    async (name) => {
      const code = await flow.code();
      await expectRefusal(await flow.exchange(code, { [name]: ['same', 'same'] }), 'invalid_request');
      expect((await flow.exchange(code)).status).toBe(200);
    },
  );

  test('with parameters in the address, or as JSON, is refused', async () => {
    const sandbox = openSandbox();
    const url = `http://127.0.0.1:4010/oauth/token?grant_type=authorization_code&redirect_uri=${REDIRECT_URI}`;
    await expectRefusal(await sandbox.fetch(new Request(url, { method: 'POST' })), 'invalid_request');
    const headers = { 'Content-Type': 'application/json' };
    const json = new Request(url, { method: 'POST', body: '{"grant_type":"authorization_code"}', headers });
    await expectRefusal(await sandbox.fetch(json), 'invalid_request');
  });

  test('of more than a mebibyte is refused', async () => {
    await expectRefusal(await flow.exchange('x'.repeat(1_048_577)), 'invalid_request', 413);
  });
});
