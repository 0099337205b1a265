import type { components } from '../../openapi/generated/types.ts';
import { fold } from '../../text/fold.ts';
import { parseDateTime } from '../checks/date-time.ts';
import { equal } from '../checks/validator-runtime.ts';

type Contact = components['schemas']['Contact'];
type ContactFilters = components['schemas']['ContactFilters'];

/** What a search looks into: one line a field, so that no word is found across two. */
export function searchText({ name, email, phone, company }: Contact): string {
  return fold([name, email, phone, company].join('\n'));
}

/** Whether a contact meets all conditions of a search. */
export function filterOf(filters: ContactFilters): (contact: Contact) => boolean {
  const { tags = [], company, custom_attributes: attributes = {}, created_after, created_before } = filters;
  const range = rangeOf(created_after, created_before);
  const folded = company === undefined ? undefined : fold(company);
  return (contact) => {
    if (!tags.every((tag) => contact.tags.includes(tag))) return false;
    if (folded !== undefined && (contact.company === null || fold(contact.company) !== folded)) return false;
    return holds(contact, attributes) && isCreatedWithin(contact, range);
  };
}

function holds({ custom_attributes: own }: Contact, wanted: object): boolean {
  return Object.entries(wanted).every(([key, value]) => Object.hasOwn(own, key) && equal(own[key], value));
}

/** In milliseconds since the Unix epoch. */
interface TimeRange {
  readonly after: number;
  readonly before: number;
}

/** @param after an RFC 3339 time, checked before like all of a request; undefined for no such end */
export function rangeOf(after: string | undefined, before: string | undefined): TimeRange {
  const read = (text: string): number => {
    const time = parseDateTime(text);
    if (time === undefined) throw new Error(`A filter by the time '${text}' was let through`);
    return time;
  };
  return {
    after: after === undefined ? -Infinity : read(after),
    before: before === undefined ? Infinity : read(before),
  };
}

/** Both ends are left out: after, and before. */
export function isCreatedWithin({ created_at }: Contact, { after, before }: TimeRange): boolean {
  if (after === -Infinity && before === Infinity) return true;
  const created = parseDateTime(created_at) ?? 0;
  return created > after && created < before;
}
