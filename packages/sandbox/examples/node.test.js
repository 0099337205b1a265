import { createSandbox } from '@orbinto/sandbox';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';

/** Stands for the handler of your server. */
const received = [];
const handle = async (request) => {
  received.push(await request.json());
  return new Response(null, { status: 204 });
};

const sandbox = createSandbox({ send: handle });
after(() => sandbox.close());

test('a new contact reaches the webhook handler', async () => {
  const url = 'http://localhost:3000/webhooks/orbinto';
  await sandbox.fetch('/v1/webhooks', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${sandbox.key}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ url, events: ['contact.created'] }),
  });
  const { data } = await sandbox.events.emit('contact.created');
  await sandbox.deliveries.settled();
  assert.deepEqual(received[0].data, data);
});
