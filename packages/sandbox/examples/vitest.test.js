import { createSandbox } from '@orbinto/sandbox';
import { afterEach, beforeEach, expect, test } from 'vitest';

let sandbox;
beforeEach(() => {
  sandbox = createSandbox();
});
afterEach(() => sandbox.close());

test('a delivery is retried until the endpoint answers', async () => {
  await sandbox.receiver.set({ status: 503 });
  await sandbox.events.emit('message.created');
  await sandbox.deliveries.settled();
  const [waiting] = await sandbox.deliveries.list({ status: 'pending' });
  expect(waiting.attempts).toHaveLength(1);

  await sandbox.receiver.clear();
  await sandbox.clock.advance('10m');
  const { status } = await sandbox.deliveries.get(waiting.id);
  expect(status).toBe('delivered');
});
