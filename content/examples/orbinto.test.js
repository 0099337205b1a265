import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';

const api = process.env.ORBINTO_BASE_URL ?? 'http://127.0.0.1:4010/v1';

/** A workspace for one test: the usual sample data, seen by no other test. */
function openWorkspace(plan = 'professional') {
  const name = randomUUID().replaceAll('-', '');
  const key = `sk_test_${name}_admin_${plan}`;
  const send = async (url, method, body) => {
    const headers = {
      Authorization: `Bearer ${key}`,
      'Content-Type': 'application/json',
    };
    const text = body && JSON.stringify(body);
    const response = await fetch(url, { method, headers, body: text });
    const answer = await response.text();
    return { status: response.status, body: answer && JSON.parse(answer) };
  };
  return {
    call: (method, path, body) => send(api + path, method, body),
    control: (method, path, body) =>
      send(new URL(`/_sandbox${path}`, api), method, body),
  };
}

test('an email belongs to one contact', async () => {
  const { call } = openWorkspace();
  const jane = { email: 'jane@example.com', name: 'Jane Doe' };
  assert.equal((await call('POST', '/contacts', jane)).status, 201);
  const again = await call('POST', '/contacts', jane);
  assert.equal(again.body.error.code, 'email_taken');
});

test('a delivery is retried until the endpoint answers', async () => {
  const { call, control } = openWorkspace();
  await control('POST', '/clock', { frozen: true });
  await control('PUT', '/receiver', { status: 500 });
  await call('POST', '/webhooks', {
    url: 'https://shop.example.com/hooks',
    events: ['contact.created'],
  });
  await call('POST', '/contacts', { email: 'jane@example.com' });

  await control('POST', '/clock', { advance_seconds: 60 });
  const failing = await control('GET', '/deliveries?event=contact.created');
  assert.equal(failing.body.data[0].status, 'pending');

  await control('PUT', '/receiver', {});
  await control('POST', '/clock', { advance_seconds: 3600 });
  const done = await control('GET', '/deliveries?event=contact.created');
  const [{ status, attempts }] = done.body.data;
  assert.equal(status, 'delivered');
  assert.equal(attempts.at(-1).response.status, 200);
});

test('an outage ends', async () => {
  const { call, control } = openWorkspace();
  await control('PUT', '/faults', { status: 500 });
  assert.equal((await call('GET', '/contacts')).status, 500);
  await control('PUT', '/faults', {});
  assert.equal((await call('GET', '/contacts')).status, 200);
});

test('a refused request is accepted a minute later', async () => {
  const { call, control } = openWorkspace('free');
  await control('POST', '/clock', { frozen: true });
  let status = 200;
  while (status === 200) {
    ({ status } = await call('GET', '/operators'));
  }
  assert.equal(status, 429);
  await control('POST', '/clock', { advance_seconds: 60 });
  assert.equal((await call('GET', '/operators')).status, 200);
});
