import type { Direction } from '../schema/fields.ts';
import type { Change } from './change.ts';

/** Where a change is, taken apart. */
export type ChangePlace =
  /** `part` is what follows method and path; '' for the operation itself, `title` is undefined where several have it. */
  | { of: 'operation'; title: string | undefined; part: string }
  | { of: 'event'; name: string; part: string }
  /** A component, wherever it is used. */
  | { of: 'component' }
  /** The whole API: servers, sign-in, scopes, policies, codes. */
  | { of: 'api' };

/** A method, which may be any, and a path. */
const TITLE = /^(\S+ \/\S*)(?: (.*))?$/s;

/** Takes the place of a change apart. */
export function placeOfChange({ location, operations }: Pick<Change, 'location' | 'operations'>): ChangePlace {
  if (operations.length === 0) return { of: 'api' };
  if (location.startsWith('* ')) return { of: 'operation', title: undefined, part: location.slice(2) };
  const [, title, part = ''] = TITLE.exec(location) ?? [];
  if (title !== undefined) return { of: 'operation', title, part };
  const event = operations.find((name) => location === name || location.startsWith(`${name} `));
  if (event !== undefined) return { of: 'event', name: event, part: location.slice(event.length + 1) };
  return { of: 'component' };
}

/** Whether a change is about what a client sends, about what it receives, or both; undefined: it is about neither. */
export function directionsOf(change: Change): readonly Direction[] {
  const place = placeOfChange(change);
  if (place.of === 'component') return change.direction ? [change.direction] : ['request', 'response'];
  if (place.of === 'api' || place.part === '') return [];
  if (place.of === 'event') return ['response'];
  const isSent = change.subject === 'parameter' || /^(?:path\[|query\.|cookie\.|body\b|header\.)/.test(place.part);
  return isSent && change.subject !== 'header' ? ['request'] : ['response'];
}
