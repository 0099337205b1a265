import { formatDuration, formatTimestamp, millisecondsBetween } from '../../sandbox-panel/format-time.ts';
import { reasonOf } from '../../ui/response/status.ts';
import type { Attempt, Delivery } from '../webhook-lab.ts';
import type { Snapshot } from './play.ts';
import type { Chosen } from './use-machine.ts';

interface HistoryProps extends Pick<Snapshot, 'deliveries' | 'arrivals' | 'now'> {
  /** The attempt whose details are shown. */
  chosen: Attempt | undefined;
  onChoose: (chosen: Chosen) => void;
}

/** All attempts in the order in which they arrived, and what is still to come: the time line in words. */
export function History({ deliveries, arrivals, now, chosen, onChoose }: HistoryProps) {
  return (
    <section class="ob-arrivals" aria-labelledby="machine-history">
      <h3 id="machine-history">What arrived</h3>
      {arrivals.length === 0 && <p class="ob-panel-muted">Nothing yet.</p>}
      <ol>
        {arrivals.map(({ delivery, attempt, index }) => (
          <li key={`${delivery.id} ${index}`} data-tone={attempt.error ? 'error' : 'ok'}>
            <button
              type="button"
              aria-pressed={attempt === chosen}
              onClick={() => onChoose({ delivery: delivery.id, attempt: index })}
            >
              <time dateTime={attempt.started_at}>{formatTimestamp(attempt.started_at).slice(11, 19)}</time>{' '}
              <span class="ob-arrivals-what">
                {deliveries.length > 1 ? nameOf(delivery) : delivery.event}, attempt {index + 1}
              </span>{' '}
              <strong>{outcomeOf(attempt)}</strong> <span class="ob-panel-muted">{after(delivery, attempt)}</span>
            </button>
          </li>
        ))}
      </ol>
      {deliveries.map((delivery) => (
        <p class="ob-panel-muted" key={delivery.id}>
          {standing(delivery, now)}
        </p>
      ))}
    </section>
  );
}

export function outcomeOf({ response, error }: Attempt): string {
  return response ? `${response.status} ${reasonOf(response.status)}`.trim() : (error?.message ?? 'No answer');
}

/** Tells a delivery from others of the same event. */
function nameOf({ event, event_id }: Delivery): string {
  return `${event} (${event_id})`;
}

function after({ created_at }: Delivery, { started_at }: Attempt): string {
  return `${formatDuration(millisecondsBetween(created_at, started_at))} after the event`;
}

/** What becomes of a delivery. */
function standing(delivery: Delivery, now: number): string {
  const { status, created_at, next_attempt_at } = delivery;
  const name = nameOf(delivery);
  if (next_attempt_at !== null && Date.parse(next_attempt_at) <= now)
    return `${name}: an attempt is under way. It ends when the endpoint answers, or at its time-out: move the clock on.`;
  if (next_attempt_at !== null)
    return `${name}: the next attempt is due ${formatDuration(millisecondsBetween(created_at, next_attempt_at))} after the event.`;
  return status === 'delivered' ? `${name}: delivered.` : `${name}: given up, and the webhook is marked as failed.`;
}
