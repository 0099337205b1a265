import { expect, test } from 'vitest';
import { isCreatedWithin, rangeOf } from './contact-filters.ts';

const at = '2026-03-02T09:00:00Z';
const [before, after] = ['2026-03-02T08:59:59Z', '2026-03-02T10:00:01+01:00'];
const isWithin = (from?: string, to?: string) => isCreatedWithin({ created_at: at } as never, rangeOf(from, to));

test('a contact was created within a range whose ends are left out, or that has none', () => {
  expect([isWithin(), isWithin(before), isWithin(undefined, after), isWithin(before, after)]).toEqual(
    Array.from({ length: 4 }, () => true),
  );
  expect([isWithin(at), isWithin(undefined, at), isWithin(after), isWithin(undefined, before)]).toEqual(
    Array.from({ length: 4 }, () => false),
  );
});

test('a time that was let through by mistake is no range', () => {
  expect(() => rangeOf('yesterday', undefined)).toThrow("A filter by the time 'yesterday' was let through");
  expect(() => rangeOf(undefined, 'today')).toThrow("'today'");
});
