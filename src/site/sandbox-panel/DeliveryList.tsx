import type { Delivery } from './control-client.ts';
import { DeliveryAttempts } from './DeliveryAttempts.tsx';
import { millisecondsBetween, formatDuration } from './format-time.ts';
import type { ControlSandbox, Snapshot } from './use-panel.ts';

interface DeliveryListProps {
  snapshot: Snapshot;
  controlSandbox: ControlSandbox;
  showMore: () => void;
}

/** The log of webhook deliveries, newest first. It follows what happens, here and in other tabs. */
export function DeliveryList({ snapshot, controlSandbox, showMore }: DeliveryListProps) {
  const { deliveries, hasMoreDeliveries, clock } = snapshot;
  return (
    <section class="ob-panel-part" aria-labelledby="panel-deliveries">
      <h3 id="panel-deliveries">Deliveries</h3>
      {deliveries.length === 0 && (
        <p class="ob-panel-muted">
          None yet. Let an event happen that a webhook asks for, or send a call that causes one, and watch it being
          delivered here.
        </p>
      )}
      <ol class="ob-deliveries">
        {deliveries.map((delivery) => (
          <DeliveryEntry key={delivery.id} delivery={delivery} now={clock.now} controlSandbox={controlSandbox} />
        ))}
      </ol>
      {hasMoreDeliveries && deliveries.length < 100 && (
        <p>
          <button type="button" class="ob-button" onClick={showMore}>
            Show more
          </button>
        </p>
      )}
    </section>
  );
}

function DeliveryEntry({
  delivery,
  now,
  controlSandbox,
}: {
  delivery: Delivery;
  now: string;
  controlSandbox: ControlSandbox;
}) {
  const { id, event, url, attempts } = delivery;
  const resend = () => void controlSandbox({ path: `/deliveries/${id}/resend` }, `${event} is sent again.`);
  return (
    <li>
      <details class="ob-delivery" data-status={delivery.status} data-delivery={id}>
        <summary class="ob-unfolds">
          <span class="ob-delivery-event">{event}</span>
          <span class="ob-status" data-tone={tones[delivery.status]}>
            {delivery.status}
          </span>
          <span class="ob-panel-muted ob-delivery-url">{url}</span>
          <span class="ob-panel-muted">{standing(delivery, now)}</span>
        </summary>
        <DeliveryAttempts attempts={attempts} since={delivery.created_at} />
        <p class="ob-actions">
          <button type="button" class="ob-button" onClick={resend} aria-label={`Resend ${event}, ${id}`}>
            Resend
          </button>
          <code class="ob-panel-muted">{id}</code>
        </p>
      </details>
    </li>
  );
}

const tones: Readonly<Record<Delivery['status'], string>> = { pending: 'warn', delivered: 'ok', failed: 'error' };

const failures: Readonly<Record<NonNullable<Delivery['failure']>, string>> = {
  endpoint_failed: 'given up',
  webhook_deleted: 'its webhook was deleted',
  queue_full: 'too many waited',
};

/** How often it was tried, and what is to come. */
function standing({ attempts: { length }, failure, next_attempt_at }: Delivery, now: string): string {
  const tried = length === 0 ? 'not tried yet' : length === 1 ? '1 attempt' : `${length} attempts`;
  if (failure !== null) return `${tried}, ${failures[failure]}`;
  if (next_attempt_at === null) return tried;
  const wait = millisecondsBetween(now, next_attempt_at);
  return `${tried}, next ${wait <= 0 ? 'now' : `in ${formatDuration(wait)}`}`;
}
