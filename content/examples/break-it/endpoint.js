import { createServer } from 'node:http';
import { WebhookRouter } from '@orbinto/node/webhooks';

// Keep both where all your processes find them.
const handled = new Set();
const newest = new Map();

const router = new WebhookRouter({
  // Separated by spaces: two while one takes the place of the other.
  secret: process.env.ORBINTO_WEBHOOK_SECRET.split(' '),
  // A webhook-id that is done is answered 204, and not done again.
  seen: (id) => handled.has(id),
  remember: (id) => handled.add(id),
  fallback: () => undefined,
});

router.on('contact.updated', ({ timestamp, data }) => {
  // In the order in which things happened, whatever the order in which they arrive.
  if (timestamp < (newest.get(data.id) ?? '')) return;
  newest.set(data.id, timestamp);
  console.log(data.name);
});

createServer(router.node).listen(Number(process.env.PORT ?? 3000));
