import { createSandbox } from '@orbinto/sandbox';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

const sandbox = createSandbox();
const server = setupServer(
  http.all('https://api.orbinto.com/*', ({ request }) =>
    sandbox.fetch(request),
  ),
);
before(() => server.listen());
after(() => {
  server.close();
  return sandbox.close();
});

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
