/** The status feed, `/status.json`: what a checker writes and the status page shows. Its fields are told on that page. */

export const serviceStates = ['operational', 'degraded', 'down', 'not_measured'] as const;
export const incidentStates = ['investigating', 'identified', 'monitoring', 'resolved'] as const;

export type ServiceState = (typeof serviceStates)[number];
export type IncidentState = (typeof incidentStates)[number];

export interface StatusFeed {
  version: 1;
  /** RFC 3339; null until something has been measured. */
  generated_at: string | null;
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
  /** Percent of the checks of the last 90 days that succeeded. */
  uptime_90_days: number | null;
}

export interface Incident {
  id: string;
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
    uptime_90_days: number(item['uptime_90_days'], `${at}.uptime_90_days`),
  };
}

function incident(value: unknown, index: number): Incident {
  const at = `incidents[${index}]`;
  const item = object(value, at);
  return {
    id: text(item['id'], `${at}.id`),
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
