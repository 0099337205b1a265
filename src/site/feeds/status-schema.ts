import { incidentStates, serviceStates } from './status-feed.ts';

const time = { type: 'string', format: 'date-time' };
const timeOrNull = (description: string) => ({ type: ['string', 'null'], format: 'date-time', description });
const count = (description: string) => ({ type: 'integer', minimum: 0, description });
const milliseconds = { type: ['number', 'null'], minimum: 0 };

/** An object with all of its members required, and others allowed: a later version of the format may have more. */
function object(properties: Record<string, object>) {
  return { type: 'object', required: Object.keys(properties), properties };
}

const service = object({
  id: { type: 'string', minLength: 1, description: 'Identifies the service.' },
  name: { type: 'string', minLength: 1, description: 'Its name.' },
  state: { enum: serviceStates, description: 'What the last check found.' },
  checked_at: timeOrNull('When it was last checked, or null.'),
  response_ms: { ...milliseconds, description: 'How long the last check took, in milliseconds, or null.' },
  error: {
    type: ['string', 'null'],
    minLength: 1,
    description: 'What the last check found wrong, in one line, or null.',
  },
  uptime_90_days: {
    type: ['number', 'null'],
    minimum: 0,
    maximum: 100,
    description: 'Percent of the checks of the last 90 days that did not fail, rounded down, or null.',
  },
  days: {
    type: 'array',
    maxItems: 90,
    description: 'The days with checks, of the last 90, oldest first.',
    items: object({
      date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The day, in UTC.' },
      checks: count('Checks of the day.'),
      degraded: count('Those that were slow.'),
      down: count('Those that failed.'),
    }),
  },
  recent: {
    type: 'array',
    description: 'The last checks, oldest first: objects with at, state and response_ms.',
    items: object({ at: time, state: { enum: serviceStates }, response_ms: milliseconds }),
  },
});

const incident = object({
  id: { type: 'string', minLength: 1, description: 'Identifies the incident.' },
  kind: { enum: ['incident', 'maintenance'], description: 'Whether it happened, or was planned.' },
  title: { type: 'string', minLength: 1, description: 'What happened, in one line.' },
  services: { type: 'array', items: { type: 'string' }, description: 'Ids of the services it touches.' },
  state: { enum: incidentStates, description: 'How far it is.' },
  started_at: { ...time, description: 'When it began, or is to begin.' },
  resolved_at: timeOrNull('When it ended, or null.'),
  updates: {
    type: 'array',
    description: 'What was said about it, oldest first: objects with at, state and text.',
    items: object({ at: time, state: { enum: incidentStates }, text: { type: 'string', minLength: 1 } }),
  },
});

/** The JSON Schema of `/status.json`. @see https://json-schema.org/draft/2020-12 */
export const statusSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://developers.orbinto.com/status.schema.json',
  title: 'Status feed',
  ...object({
    version: { const: 1, description: 'Version of this format, 1.' },
    generated_at: timeOrNull('When the last round of checks was written. Null until something has been measured.'),
    stale_after_seconds: count('After so many seconds without a round, nothing is known of any service.'),
    services: { type: 'array', description: 'The services.', items: service },
    incidents: { type: 'array', description: 'Incidents and maintenance, newest first.', items: incident },
  }),
};

/** One line of the documentation of the format. */
export interface StatusField {
  name: string;
  description: string;
  values: readonly string[];
}

/** What the schema says of each field that it describes, in its order: `services[].days[].checks`. */
export function statusFields(schema: object = statusSchema, before = ''): StatusField[] {
  const { properties = {} } = schema as { properties?: Record<string, Described> };
  return Object.entries(properties).flatMap(([name, field]) => {
    if (field.description === undefined) return [];
    const path = `${before}${name}`;
    return [
      { name: path, description: field.description, values: field.enum ?? [] },
      ...(field.items ? statusFields(field.items, `${path}[].`) : []),
    ];
  });
}

interface Described {
  description?: string;
  enum?: readonly string[];
  items?: object;
}
