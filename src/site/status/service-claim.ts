import type { ServiceState, ServiceStatus, StatusFeed } from '../feeds/status-feed.ts';

/** What can be said of a service at a moment. */
export interface ServiceClaim {
  /** `unknown`: the last measurement is too old, or its time cannot be true. */
  state: ServiceState | 'unknown';
  /** `Operational`, `Unknown` */
  label: string;
  /** `measured 3 minutes ago`; '' where nothing was measured. */
  measured: string;
}

export const STATE_LABELS: Readonly<Record<ServiceClaim['state'], string>> = {
  operational: 'Operational',
  degraded: 'Slow',
  down: 'Down',
  not_measured: 'Not measured',
  unknown: 'Unknown',
};

/** Clocks of two machines differ by a little; a measurement from further ahead is of no known age. */
const TOLERANCE_MS = 60_000;

/**
 * What is known of a service: the last measurement while it is fresh, then nothing. A claim needs a moment to be true at, so
 * without one, on a page that was printed at some time, none is made.
 * @param now Milliseconds; undefined where nobody knows when this is read.
 */
export function claimOf(
  { state, checked_at: checked }: Pick<ServiceStatus, 'state' | 'checked_at'>,
  { stale_after_seconds: stale }: Pick<StatusFeed, 'stale_after_seconds'>,
  now: number | undefined,
): ServiceClaim {
  if (checked === null || state === 'not_measured') return claim('not_measured', '');
  const at = Date.parse(checked);
  if (now === undefined) return claim('unknown', `${STATE_LABELS[state].toLowerCase()} at ${timeText(checked)}`);
  if (at > now + TOLERANCE_MS)
    return claim('unknown', `last measured at ${timeText(checked)}, which is still to come by this clock`);
  if (now - at > stale * 1000)
    return claim('unknown', `last measured ${agoText(now - at)}: ${STATE_LABELS[state].toLowerCase()}`);
  return claim(state, `measured ${agoText(now - at)}`);
}

function claim(state: ServiceClaim['state'], measured: string): ServiceClaim {
  return { state, label: STATE_LABELS[state], measured };
}

/** `2026-11-29T12:03:00Z` → `29 Nov 2026, 12:03 UTC` */
export function timeText(time: string): string {
  const options = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  } as const;
  return `${new Date(time).toLocaleString('en-GB', options)} UTC`;
}

/** `just now`, `3 minutes ago`, `5 hours ago`, `12 days ago` */
export function agoText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'just now';
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 1440
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
