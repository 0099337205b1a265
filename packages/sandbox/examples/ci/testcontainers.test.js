import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { GenericContainer, Wait } from 'testcontainers';

let container;
let api;
before(async () => {
  const folder = 'node_modules/@orbinto/sandbox';
  const image = await GenericContainer.fromDockerfile(folder, 'Containerfile').build();
  container = await image
    .withCommand(['--allow-remote-control'])
    .withExposedPorts(4010)
    .withWaitStrategy(Wait.forHealthCheck())
    .start();
  const host = `${container.getHost()}:${container.getMappedPort(4010)}`;
  api = `http://${host}/v1`;
});
after(() => container?.stop());

const headers = {
  Authorization: 'Bearer sk_test_admin',
  'Content-Type': 'application/json',
};

test('an outage is survived', async () => {
  await fetch(new URL('/_sandbox/faults', api), {
    method: 'PUT',
    headers,
    body: JSON.stringify({ status: 500 }),
  });
  const { status } = await fetch(`${api}/operators`, { headers });
  assert.equal(status, 500);
});
