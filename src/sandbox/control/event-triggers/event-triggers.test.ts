import { expect, test } from 'vitest';
import { ManualClock } from '../../clock.ts';
import { createSandbox } from '../../sandbox.ts';
import { DIALOGUES } from '../../seed/dialogues.ts';

type Json = Record<string, unknown>;

/** Asks a sandbox of its own, whose clock stands still. */
function opened() {
  const clock = new ManualClock();
  const sandbox = createSandbox({ clock });
  const ask = async <T = Json>(method: string, path: string, body?: unknown): Promise<T> => {
    const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await sandbox.fetch(new Request(`http://sandbox${path}`, { method, headers, ...sent }));
    return (await response.json()) as T;
  };
  const happen = async (event: string, more: object = {}) => {
    const told = await ask<{ data: Json & { id: string }; error?: Json }>('POST', '/_sandbox/events', {
      event,
      ...more,
    });
    return told.error ?? told.data;
  };
  return { ask, happen, clock };
}

test('a contact who orders has one order more; a count that is none begins anew', async () => {
  const { ask, happen } = opened();
  const { id } = await ask<{ id: string }>('POST', '/v1/contacts', { email: 'a@example.com' });
  expect(await happen('contact.updated', { id })).toMatchObject({ custom_attributes: { orders: 1 } });
  expect(await happen('contact.updated', { id })).toMatchObject({ custom_attributes: { orders: 2 } });
  await ask('PATCH', `/v1/contacts/${id}`, { custom_attributes: { orders: 'many' } });
  expect(await happen('contact.updated')).toMatchObject({ id, custom_attributes: { orders: 1 } });
});

test('a new contact has no id yet, and is another one each time', async () => {
  const { happen } = opened();
  expect(await happen('contact.created', { id: 'con_abc123' })).toMatchObject({ param: 'id', status: 422 });
  const [first, second] = [await happen('contact.created'), await happen('contact.created')];
  expect(first['email']).not.toBe(second['email']);
});

test('who is identified is the newest contact with an email that no visitor has', async () => {
  const { ask, happen } = opened();
  const { id } = await ask<{ id: string }>('POST', '/v1/contacts', { email: 'a@example.com', name: 'A' });
  expect(await happen('visitor.identified')).toMatchObject({ contact_id: id, email: 'a@example.com', name: 'A' });
  const next = await happen('visitor.identified');
  expect(next['contact_id']).not.toBe(id);
});

test('a visitor who has a contact is identified no second time', async () => {
  const { happen } = opened();
  const visitor = await happen('visitor.identified');
  expect(await happen('visitor.identified', { id: visitor['id'] })).toMatchObject({
    status: 409,
    code: 'visitor_identified',
    message: `The visitor '${String(visitor['id'])}' is matched to a contact already.`,
  });
});

test('a page is viewed by somebody who is there, in the session that goes on for half an hour of silence', async () => {
  const { happen, clock } = opened();
  const view = async (id?: unknown) => {
    const visitor = await happen('visitor.page_viewed', id === undefined ? {} : { id });
    return { visitor, page: visitor['pageview'] as Json };
  };
  const { visitor, page } = await view();
  expect(visitor['online']).toBe(true);
  clock.advance(30 * 60_000);
  const second = await view(visitor['id']);
  expect(second.page).toMatchObject({ session_id: page['session_id'], referrer: page['url'], duration_seconds: null });
  expect(second.page['url']).not.toBe(page['url']);
  clock.advance(30 * 60_000 + 1000);
  const third = await view(visitor['id']);
  expect(third.page['session_id']).not.toBe(page['session_id']);
  expect(third.page['referrer']).toBeNull();
  expect(third.visitor['sessions_count']).toBe(Number(second.visitor['sessions_count']) + 1);
});

test('what a visitor writes is something that visitors write', async () => {
  const { ask, happen } = opened();
  const lines = DIALOGUES.flat().filter(([speaker]) => speaker === 'v');
  for (let count = 0; count < 20; count += 1) {
    const { id } = await happen('conversation.created');
    const { data } = await ask<{ data: { body: string }[] }>('GET', `/v1/conversations/${String(id)}/messages`);
    expect(lines.map(([, line]) => line)).toContain(data[0]?.body);
  }
});

test('what is chosen is never a record that the documentation’s examples name', async () => {
  const { happen } = opened();
  for (const event of ['contact.updated', 'message.created', 'visitor.page_viewed', 'conversation.closed']) {
    const { id } = await happen(event);
    expect(String(id), event).not.toMatch(/_[a-z]{3}\d{3}$/);
  }
});
