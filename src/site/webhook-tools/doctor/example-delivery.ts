import type { SignedDelivery } from '../../signature-doctor/break-delivery.ts';
import type { DeliveryView } from '../../../sandbox/control/delivery-view.ts';
import { openTicking } from '../../private-sandbox.ts';
import { askerOf } from '../ask-sandbox.ts';

/** A delivery that a sandbox of its own makes and signs now: a message with the characters that go wrong. */
export async function exampleDelivery(): Promise<SignedDelivery> {
  const ask = askerOf(await openTicking());
  const { secret, id } = await ask<{ secret: string; id: string }>('POST', '/v1/webhooks', {
    url: 'https://hooks.example.com/doctor',
    events: ['message.created'],
  });
  await ask('POST', '/v1/conversations/conv_abc123/reply', {
    body: 'Grüße! Your order is here: https://example.com/orders/7 – “thank you” & see you <soon>',
  });
  // Moving the clock runs what is due.
  await ask('POST', '/_sandbox/clock', { advance_seconds: 1 });
  const { data } = await ask<{ data: readonly DeliveryView[] }>('GET', `/_sandbox/deliveries?webhook_id=${id}`);
  const request = data[0]?.attempts[0]?.request;
  if (!request || request.body === null) throw new Error('The sandbox has delivered nothing.');
  const { body, headers } = request;
  return { body, headers, secret, receivedAt: Math.floor(Date.now() / 1000) };
}
