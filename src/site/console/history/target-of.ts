import type { PastCall } from './history.ts';

/** The path and the query as they were filled in. */
export function targetOf({ path, call: { values } }: Pick<PastCall, 'path' | 'call'>): string {
  const filled = path.replace(/\{([^{}]+)\}/g, (whole, name: string) => values[`path.${name}`] || whole);
  const query = Object.entries(values)
    .filter(([field, value]) => field.startsWith('query.') && value !== '')
    .map(([field, value]) => `${field.slice('query.'.length)}=${value}`);
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}
