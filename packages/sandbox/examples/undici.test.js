import { createSandbox } from '@orbinto/sandbox';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { MockAgent, setGlobalDispatcher } from 'undici';

const sandbox = createSandbox();
after(() => sandbox.close());

const agent = new MockAgent();
setGlobalDispatcher(agent);
agent
  .get('https://api.orbinto.com')
  .intercept({ path: () => true, method: () => true })
  .reply(async ({ path, method, headers, body }) => {
    const response = await sandbox.fetch(path, {
      method,
      headers,
      body,
      duplex: 'half',
    });
    return {
      statusCode: response.status,
      data: await response.text(),
      responseOptions: { headers: Object.fromEntries(response.headers) },
    };
  })
  .persist();

test('code that calls the live API gets the sandbox', async () => {
  const response = await fetch('https://api.orbinto.com/v1/contacts', {
    method: 'POST',
    headers: {
      Authorization: 'Bearer sk_test_admin',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ email: 'jane@example.com' }),
  });
  assert.equal(response.status, 201);
});
