import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { GenericContainer, Wait } from 'testcontainers';

const folder = 'node_modules/@orbinto/sandbox';
const built = GenericContainer.fromDockerfile(folder, 'Containerfile');
const image = await built.build();
const container = await image
  .withCommand(['--allow-remote-control'])
  .withExposedPorts(4010)
  .withWaitStrategy(Wait.forHealthCheck())
  .start();
after(() => container.stop());

const host = `${container.getHost()}:${container.getMappedPort(4010)}`;
const headers = {
  Authorization: 'Bearer sk_test_admin',
  'Content-Type': 'application/json',
};

test('an outage is told', async () => {
  const body = JSON.stringify({ status: 500 });
  const outage = { method: 'PUT', headers, body };
  await fetch(`http://${host}/_sandbox/faults`, outage);
  const response = await fetch(`http://${host}/v1/operators`, { headers });
  assert.equal(response.status, 500);
});
