import type { DayStatus, ServiceStatus, StatusFeed } from '../../src/site/feeds/status-feed.ts';
import type { Found, Round } from './round.ts';

const SERVICES: readonly (readonly [id: string, name: string])[] = [
  ['api', 'REST API'],
  ['oauth', 'Sign-in with OAuth'],
  ['webhooks', 'Webhook deliveries'],
  ['site', 'This documentation'],
];
const DAY_MS = 86_400_000;
const KEPT_DAYS = 90;
const KEPT_CHECKS = 60;
/** After so long without a measurement nothing is known of a service any more. */
const STALE_SECONDS = 900;

/** The feed with a round more. What others have written into it, its incidents above all, stays. */
export function addRound(feed: StatusFeed | undefined, round: Round, now: Date): StatusFeed {
  const at = `${now.toISOString().slice(0, 19)}Z`;
  const known = new Map(feed?.services.map((service) => [service.id, service]));
  const own = SERVICES.map(([id, name]) => withCheck(known.get(id) ?? fresh(id, name), round.get(id), at));
  const others = [...known.values()].filter(({ id }) => !SERVICES.some(([one]) => one === id));
  return {
    ...feed,
    version: 1,
    generated_at: at,
    stale_after_seconds: STALE_SECONDS,
    services: [...own, ...others],
    incidents: feed?.incidents ?? [],
  };
}

function fresh(id: string, name: string): ServiceStatus {
  return {
    id,
    name,
    state: 'not_measured',
    checked_at: null,
    response_ms: null,
    error: null,
    uptime_90_days: null,
    days: [],
    recent: [],
  };
}

function withCheck(service: ServiceStatus, found: Found | undefined, at: string): ServiceStatus {
  if (!found) return { ...service, state: 'not_measured', response_ms: null, error: null };
  if (found.state === 'not_measured') return { ...service, ...found, checked_at: at };
  const days = withDay(service.days, found, at.slice(0, 10));
  return {
    ...service,
    ...found,
    checked_at: at,
    uptime_90_days: uptime(days),
    days,
    recent: [...service.recent, { at, state: found.state, response_ms: found.response_ms }].slice(-KEPT_CHECKS),
  };
}

/** A check more on its day, in UTC; the oldest days go. */
function withDay(days: readonly DayStatus[], { state }: Found, date: string): DayStatus[] {
  const day = days.find((one) => one.date === date) ?? { date, checks: 0, degraded: 0, down: 0 };
  const counted: DayStatus = {
    date,
    checks: day.checks + 1,
    degraded: day.degraded + (state === 'degraded' ? 1 : 0),
    down: day.down + (state === 'down' ? 1 : 0),
  };
  const oldest = new Date(Date.parse(date) - (KEPT_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
  return [...days.filter((one) => one.date !== date && one.date >= oldest), counted].sort((a, b) =>
    a.date.localeCompare(b.date),
  );
}

/** Percent of the checks that did not fail, rounded down: 100 is said of no service that ever failed. */
function uptime(days: readonly DayStatus[]): number | null {
  const sum = (key: 'checks' | 'down'): number => days.reduce((total, day) => total + day[key], 0);
  return sum('checks') === 0 ? null : Math.floor(((sum('checks') - sum('down')) / sum('checks')) * 10_000) / 100;
}
