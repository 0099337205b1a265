/**
 * The status feed, `/status.json`: what the probe writes and the status page shows. Its fields are told on that page, by
 * `status-schema.ts`.
 */

export const serviceStates = ['operational', 'degraded', 'down', 'not_measured'] as const;
/** How far an incident is; the last three are those of maintenance. */
export const incidentStates = [
  'investigating',
  'identified',
  'monitoring',
  'resolved',
  'scheduled',
  'in_progress',
  'completed',
] as const;

export type ServiceState = (typeof serviceStates)[number];
export type IncidentState = (typeof incidentStates)[number];

export interface StatusFeed {
  version: 1;
  /** RFC 3339; null until something has been measured. */
  generated_at: string | null;
  /** After so long without a measurement nothing is known any more. */
  stale_after_seconds: number;
  services: ServiceStatus[];
  /** Newest first. */
  incidents: Incident[];
}

export interface ServiceStatus {
  id: string;
  name: string;
  state: ServiceState;
  checked_at: string | null;
  response_ms: number | null;
  /** One line of what the last check found wrong. */
  error: string | null;
  /** Percent of the checks of the last 90 days that succeeded. */
  uptime_90_days: number | null;
  /** The days with checks, of the last 90, oldest first. */
  days: DayStatus[];
  /** The last checks, oldest first. */
  recent: { at: string; state: ServiceState; response_ms: number | null }[];
}

/** The checks of one day, in UTC. */
export interface DayStatus {
  /** `2026-11-29` */
  date: string;
  checks: number;
  degraded: number;
  down: number;
}

export interface Incident {
  id: string;
  kind: 'incident' | 'maintenance';
  title: string;
  /** Ids of the services. */
  services: string[];
  state: IncidentState;
  started_at: string;
  resolved_at: string | null;
  updates: { at: string; state: IncidentState; text: string }[];
}

/** Reads a feed. Throws a `TypeError` that names the first field which is not as documented. */
export function parseStatusFeed(value: unknown): StatusFeed {
  const feed = object(value, 'feed');
  if (feed['version'] !== 1) throw new TypeError('feed.version must be 1');
  return {
    version: 1,
    generated_at: time(feed['generated_at'], 'feed.generated_at'),
    stale_after_seconds: count(feed['stale_after_seconds'] ?? 900, 'feed.stale_after_seconds'),
    services: list(feed['services'], 'services').map(service),
    incidents: list(feed['incidents'], 'incidents').map(incident),
  };
}

function service(value: unknown, index: number): ServiceStatus {
  const at = `services[${index}]`;
  const item = object(value, at);
  return {
    id: text(item['id'], `${at}.id`),
    name: text(item['name'], `${at}.name`),
    state: oneOf(serviceStates, item['state'], `${at}.state`),
    checked_at: time(item['checked_at'], `${at}.checked_at`),
    response_ms: number(item['response_ms'], `${at}.response_ms`),
    error: item['error'] === null ? null : text(item['error'], `${at}.error`),
    uptime_90_days: number(item['uptime_90_days'], `${at}.uptime_90_days`),
    days: list(item['days'], `${at}.days`).map((value, day) => dayStatus(value, `${at}.days[${day}]`)),
    recent: list(item['recent'], `${at}.recent`).map((value) => {
      const check = object(value, `${at}.recent`);
      return {
        at: text(check['at'], `${at}.recent.at`),
        state: oneOf(serviceStates, check['state'], `${at}.recent.state`),
        response_ms: number(check['response_ms'], `${at}.recent.response_ms`),
      };
    }),
  };
}

function dayStatus(value: unknown, at: string): DayStatus {
  const day = object(value, at);
  const date = text(day['date'], `${at}.date`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new TypeError(`${at}.date must be a date`);
  const [checks, degraded, down] = (['checks', 'degraded', 'down'] as const).map((key) =>
    count(day[key], `${at}.${key}`),
  ) as [number, number, number];
  return { date, checks, degraded, down };
}

function incident(value: unknown, index: number): Incident {
  const at = `incidents[${index}]`;
  const item = object(value, at);
  return {
    id: text(item['id'], `${at}.id`),
    kind: oneOf(['incident', 'maintenance'], item['kind'], `${at}.kind`),
    title: text(item['title'], `${at}.title`),
    services: list(item['services'], `${at}.services`).map((id) => text(id, `${at}.services`)),
    state: oneOf(incidentStates, item['state'], `${at}.state`),
    started_at: text(item['started_at'], `${at}.started_at`),
    resolved_at: time(item['resolved_at'], `${at}.resolved_at`),
    updates: list(item['updates'], `${at}.updates`).map((update) => {
      const given = object(update, `${at}.updates`);
      return {
        at: text(given['at'], `${at}.updates.at`),
        state: oneOf(incidentStates, given['state'], `${at}.updates.state`),
        text: text(given['text'], `${at}.updates.text`),
      };
    }),
  };
}

function object(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`${at} must be an object`);
  return value as Record<string, unknown>;
}

function list(value: unknown, at: string): unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${at} must be an array`);
  return value;
}

function text(value: unknown, at: string): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${at} must be a text`);
  return value;
}

function number(value: unknown, at: string): number | null {
  if (value !== null && typeof value !== 'number') throw new TypeError(`${at} must be a number or null`);
  return value;
}

function count(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new TypeError(`${at} must be a whole number`);
  return value;
}

function time(value: unknown, at: string): string | null {
  if (value === null) return null;
  if (Number.isNaN(Date.parse(text(value, at)))) throw new TypeError(`${at} must be a time or null`);
  return value as string;
}

function oneOf<T extends string>(values: readonly T[], value: unknown, at: string): T {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new TypeError(`${at} must be one of ${values.join(', ')}`);
  return found;
}
