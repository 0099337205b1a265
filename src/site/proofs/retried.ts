import { retries } from '../../sandbox/generated/policies.ts';
import { formatDuration, millisecondsBetween } from '../sandbox-panel/format-time.ts';
import { deliveryTo, listen, moveClock, order } from './proof.ts';
import type { Proof } from './proof.ts';

const delays: readonly number[] = retries.delays_seconds;

/** An endpoint is down and recovers just before the last attempt: the clock is moved over the whole schedule. */
export const retried: Proof = async ({ port }) => {
  await moveClock(port, { frozen: true });
  const { id } = await listen(port, 'message.created');
  await order(port, 'PUT', '/receiver', { status: 503 });
  await order(port, 'POST', '/events', { event: 'message.created' });
  await moveClock(port, { advance_seconds: sum(delays.slice(0, -1)) });
  await order(port, 'PUT', '/receiver', {});
  await moveClock(port, { advance_seconds: sum(delays) });
  const { status, attempts, created_at } = await deliveryTo(port, id);
  const lines = attempts.map(({ started_at, response, error }, index) => {
    const wait = millisecondsBetween(created_at, started_at);
    const when = wait < 1000 ? 'at once' : `after ${formatDuration(wait)}`;
    const answer = response ? response.status : (error?.message ?? 'no answer');
    return {
      text: `Attempt ${index + 1}, ${when}: ${answer}`,
      tone: response?.status === 200 ? 'ok' : 'refused',
    } as const;
  });
  const isDelivered = status === 'delivered';
  const end = isDelivered ? 'Delivered. Nothing was lost.' : `The delivery is ${status}.`;
  return [...lines, { text: end, tone: isDelivered ? 'ok' : 'error' }];
};

function sum(seconds: readonly number[]): number {
  return seconds.reduce((total, one) => total + one, 0);
}
