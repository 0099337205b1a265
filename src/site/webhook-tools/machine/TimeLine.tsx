import { useState } from 'preact/hooks';
import { retries } from '../../../sandbox/generated/policies.ts';
import { formatDuration, formatTimestamp, millisecondsBetween } from '../../sandbox-panel/format-time.ts';
import type { Delivery } from '../webhook-lab.ts';
import { Diagram } from './Diagram.tsx';
import { LONGEST, placeOf, secondsAt } from './time-scale.ts';

interface TimeLineProps {
  delivery: Delivery;
  /** By the sandbox's clock, in milliseconds since the Unix epoch. */
  now: number;
  /** Index of the attempt whose details are shown. */
  chosen: number;
  onChoose: (attempt: number) => void;
  /** @param moment by the sandbox's clock */
  onMove: (moment: number) => void;
}

/**
 * The attempts of a delivery, and the slider that moves the clock. Time goes forward only: dragged back, it shows how things stood
 * then, and undoes nothing.
 */
export function TimeLine({ delivery, now, chosen, onChoose, onMove }: TimeLineProps) {
  const { created_at, attempts, next_attempt_at, event } = delivery;
  const start = Date.parse(created_at);
  /** Where the reader looks, if that is not where the clock stands. */
  const [looking, look] = useState<number>();
  const elapsed = (now - start) / 1000;
  const seconds = looking ?? elapsed;
  const move = (place: number) => {
    const target = secondsAt(place);
    look(target);
    if (target > elapsed) onMove(start + target * 1000);
  };
  const next = next_attempt_at === null ? undefined : Date.parse(next_attempt_at);
  /** It has been sent, and no answer has come: none comes while the clock stands still. */
  const isUnderWay = next !== undefined && next <= now;
  const offset = (time: string): number => millisecondsBetween(created_at, time) / 1000;
  const told = seconds > 0 ? `${formatDuration(seconds * 1000)} after the event` : 'when the event happened';
  return (
    <section class="ob-timeline" aria-labelledby="machine-time">
      <h3 id="machine-time">
        {event}, {told}
      </h3>
      <Diagram
        marks={attempts.map((attempt) => ({ seconds: offset(attempt.started_at), failed: attempt.error !== null }))}
        next={next === undefined ? undefined : (next - start) / 1000}
        seconds={seconds}
        chosen={chosen}
        onChoose={onChoose}
      />
      <label>
        <span class="ob-hidden">Time after the event</span>
        <input
          type="range"
          min={0}
          max={LONGEST}
          step={1}
          value={Math.round(placeOf(seconds))}
          aria-valuetext={told}
          onInput={(change) => move(Number(change.currentTarget.value))}
        />
      </label>
      <p class="ob-actions">
        <button
          type="button"
          class="ob-button"
          disabled={next === undefined}
          onClick={() => {
            look(undefined);
            onMove(isUnderWay ? now + retries.timeout_seconds * 1000 : (next ?? now));
          }}
        >
          {isUnderWay ? 'Let the attempt end' : 'Go to the next attempt'}
        </button>
        <span class="ob-panel-muted">
          Its clock: <time dateTime={new Date(now).toISOString()}>{formatTimestamp(new Date(now).toISOString())}</time>
        </span>
      </p>
    </section>
  );
}
