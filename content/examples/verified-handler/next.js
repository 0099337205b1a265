// app/webhooks/orbinto/route.js
import { unwrap, WebhookVerificationError } from '@orbinto/node/webhooks';
import { queue } from './your-queue.js';

const secret = (process.env.ORBINTO_WEBHOOK_SECRET ?? '').trim();

export async function POST(request) {
  const body = await request.arrayBuffer(); // not request.json()
  try {
    const event = await unwrap(body, request.headers, secret);
    await queue.add(event); // the work comes later
    return new Response(null, { status: 204 });
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    return new Response(error.message, { status: 400 });
  }
}
