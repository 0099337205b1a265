import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { retries } from '../../../sandbox/generated/policies.ts';
import { sendTo } from '../../../sandbox/library/webhook-sender.ts';
import { count } from '../../facts/prose-numbers.ts';
import { deliveryTo, emit, moveOn, register } from './endpoint.ts';
import { claim } from './ground.ts';
import type { FigureProof } from './ground.ts';

const EVENT = 'message.created';
const HOST = 'proof.example.net';

/** An endpoint whose answer is as long as the log keeps, and one whose answer is longer. */
export const loggedResponse: FigureProof = async (sandbox) => {
  const most = retries.logged_response_bytes;
  const whole = await loggedOf(sandbox, most);
  const cut = await loggedOf(sandbox, 2 * most);
  return [
    claim(`Of an answer of ${count(most)} bytes the log has ${count(whole)}.`, whole === most),
    claim(`Of one of ${count(2 * most)} bytes it has ${count(cut)}.`, cut === most),
  ];
};

/** How much of an answer of so many bytes is kept. */
async function loggedOf(sandbox: PrivateSandbox, length: number): Promise<number> {
  sandbox.deliverBy(sendTo(() => new Response('a'.repeat(length))));
  const { id } = await register(sandbox, [EVENT], HOST);
  await emit(sandbox, EVENT);
  await moveOn(sandbox, retries.first_attempt_within_seconds);
  const { attempts } = await deliveryTo(sandbox, id);
  return attempts[0]?.response?.body.length ?? 0;
}
