import { expect, test } from 'vitest';
import { events } from '../../sandbox/generated/events.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import { subjectOf } from './event-subject.ts';

test.each(events)('%s takes the id of the record that is said, and of no other', async (event) => {
  const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
  const body = JSON.stringify({ event, id: 'nosuch' });
  const order = new Request('http://sandbox/_sandbox/events', { method: 'POST', headers, body });
  const response = await createSandbox().fetch(order);
  const { error } = (await response.json()) as { error: { message: string } };
  const subject = subjectOf(event);
  expect(response.status).toBe(subject === undefined ? 422 : 404);
  expect(error.message).toMatch(new RegExp(`\\b${subject ?? 'no id yet'}\\b`));
});
