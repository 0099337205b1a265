import { expect, test } from 'vitest';
import { adviceFor } from './advice.ts';
import type { Change } from './change.ts';

const change = (location: string, more: Partial<Change> = {}): Change => ({
  severity: 'breaking',
  kind: 'changed',
  subject: 'field',
  operations: ['addPet'],
  location,
  message: '',
  ...more,
});

test('what to do depends on who feels it: who sends, or who reads', () => {
  const gone = { kind: 'removed' } as const;
  expect(adviceFor(change('POST /pets body.name', gone))).toBe('Stop sending it; it is refused.');
  expect(adviceFor(change('POST /pets 201.name', gone))).toBe('Stop reading it; it will not be there.');
  expect(adviceFor(change('Pet.name', { ...gone, direction: 'request', severity: 'non-breaking' }))).toBe(
    'Stop sending it; it has no effect that is described.',
  );
  expect(adviceFor(change('Pet.name', { facet: 'requirement', direction: 'response' }))).toBe('Handle its absence.');
});

test('an event is read, a parameter is sent, and a change without a place of its own still has a sentence', () => {
  const event: Partial<Change> = { operations: ['pet.born'], kind: 'removed' };
  expect(adviceFor(change('pet.born payload.name', event))).toBe('Stop reading it; it will not be there.');
  expect(adviceFor(change('GET /pets query.tag', { subject: 'parameter', facet: 'requirement' }))).toBe(
    'Send it with every call.',
  );
  expect(adviceFor(change('policy limits.size', { subject: 'policy', operations: [] }))).toBe(
    'Check that you stay within the new rule.',
  );
  expect(adviceFor(change('Pet', { severity: 'non-breaking' }))).toBe('Nothing to do.');
});
