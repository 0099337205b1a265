import { verdictOf } from '../playground/traffic.ts';
import { isVerified, verifyDelivery } from '../playground/verify-delivery.ts';
import type { Received } from '../playground/verify-delivery.ts';
import { deliveryTo, listen, moveClock, order } from './proof.ts';
import type { Proof, ProofLine } from './proof.ts';

/** Characters of a signature that are shown. */
const SHOWN = 11;

const SIGNATURES = ['X-Orbinto-Signature', 'webhook-signature'];

/** A visitor writes: the delivery verifies, and with one letter changed it does not. */
export const signed: Proof = async ({ port }) => {
  await moveClock(port, { frozen: true });
  const { id, secret } = await listen(port, 'message.created');
  await order(port, 'POST', '/events', { event: 'message.created', body: 'Where is my order?' });
  await moveClock(port, { advance_seconds: 0 });
  const { event, attempts } = await deliveryTo(port, id);
  const { headers, body } = attempts[0]?.request ?? { headers: {}, body: null };
  if (body === null) throw new Error('The sandbox has delivered nothing.');
  const changed = body.replace('order', 'Order');
  return [
    { text: `${event} came, signed twice:` },
    ...SIGNATURES.map((name) => ({ text: `${name}: ${(headers[name] ?? 'missing').slice(0, SHOWN)}…` })),
    await judge({ headers, body }, secret),
    await judgeChanged({ headers, body: changed }, secret),
  ];
};

async function judge(received: Received, secret: string): Promise<ProofLine> {
  const verdict = await verifyDelivery(received, secret);
  return { text: verdictOf(verdict), tone: isVerified(verdict) ? 'ok' : 'error' };
}

async function judgeChanged(received: Received, secret: string): Promise<ProofLine> {
  const verdict = await verifyDelivery(received, secret);
  const isRefused = !verdict.own && !verdict.standard;
  return { text: `With one letter changed: ${verdictOf(verdict)}`, tone: isRefused ? 'refused' : 'error' };
}
