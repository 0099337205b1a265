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
    const told = await ask<{ data: Json; error?: Json }>('POST', '/_sandbox/events', {
      event,
      ...more,
    });
    return (told.error ?? told.data) as Json & { id: string };
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

test('what is rated is a conversation that is closed and has no rating, while there is one', async () => {
  const { ask, happen } = opened();
  const unrated = async () => {
    const { data } = await ask<{ data: Json[] }>('GET', '/v1/conversations?status=closed&limit=100');
    return data.filter(({ rating }) => !rating).map(({ id }) => id);
  };
  await happen('conversation.closed');
  const before = await unrated();
  const { id } = await happen('conversation.rated');
  expect(before).toContain(id);
  expect(await unrated()).toEqual(before.filter((other) => other !== id));
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

test('a page that is viewed ends the one before, and is counted with its session and its visitor', async () => {
  const { ask, happen, clock } = opened();
  const visitor = await happen('visitor.page_viewed');
  const about = async () => {
    const path = `/v1/visitors/${String(visitor['id'])}`;
    const [{ data: pageviews }, { data: sessions }] = await Promise.all([
      ask<{ data: Json[] }>('GET', `${path}/pageviews`),
      ask<{ data: Json[] }>('GET', `${path}/sessions`),
    ]);
    return { pageviews, session: sessions[0] ?? {}, sessions: sessions.length };
  };
  const before = await about();
  clock.advance(90_000);
  const second = await happen('visitor.page_viewed', { id: visitor['id'] });
  expect(second).toMatchObject({ online: true, pageviews_count: Number(visitor['pageviews_count']) + 1 });
  const between = await about();
  expect(between.pageviews.slice(0, 2)).toMatchObject([{ duration_seconds: null }, { duration_seconds: 90 }]);
  expect(between.pageviews.slice(2)).toEqual(before.pageviews.slice(1, 24));
  expect(between.session).toMatchObject({ pageviews_count: Number(before.session['pageviews_count']) + 1 });
  const left = second['last_seen_at'];
  clock.advance(31 * 60_000);
  const third = await happen('visitor.page_viewed', { id: visitor['id'] });
  const after = await about();
  expect(after.sessions).toBe(between.sessions + 1);
  expect(after.session).toMatchObject({
    pageviews_count: 1,
    ended_at: null,
    landing_page: (third['pageview'] as Json)['url'],
  });
  expect(after.pageviews[1]).toMatchObject({ duration_seconds: 0 });
  const { data } = await ask<{ data: Json[] }>('GET', `/v1/visitors/${String(visitor['id'])}/sessions`);
  expect(data[1]).toMatchObject({ ended_at: left });
});

test('the page that somebody looks at is not opened once more', async () => {
  const { happen } = opened();
  let { id, current_page: page } = await happen('visitor.page_viewed');
  for (let count = 0; count < 20; count += 1) {
    const next = await happen('visitor.page_viewed', { id });
    expect(next['current_page']).not.toEqual(page);
    ({ id, current_page: page } = next);
  }
});

test('who is not online may be asked for, and comes back', async () => {
  const { ask, happen } = opened();
  const { data } = await ask<{ data: Json[] }>('GET', '/v1/visitors?online=false');
  expect(await happen('visitor.page_viewed', { id: data[0]?.['id'] })).toMatchObject({
    id: data[0]?.['id'],
    online: true,
  });
});

test('a chatbot says what its workflow starts with, and closes the conversation where one of its ends does', async () => {
  const { ask, happen } = opened();
  const says = { id: 'says', type: 'message', text: 'Said', next: 'asks' };
  const asks = { id: 'asks', type: 'question', text: 'Asked?', options: [{ label: 'Yes', next: 'end' }] };
  const [ends, leaves] = [
    { id: 'end', type: 'end', close_conversation: true },
    { id: 'leaves', type: 'end' },
  ];
  const team = { id: 'team', type: 'assign', operator_id: null, next: 'end' };
  for (const [entry_step, last, said] of [
    ['says', ends, 'Said'],
    ['asks', ends, 'Asked?'],
    ['team', ends, undefined],
    ['says', { ...ends, close_conversation: false }, 'Said'],
  ] as const) {
    const workflow = { entry_step, steps: [leaves, says, asks, team, last] };
    const { id } = await ask<{ id: string }>('POST', '/v1/chatbots', { name: 'Own', status: 'active', workflow });
    const { id: conversation_id } = await happen('conversation.created');
    await happen('chatbot.triggered', { id, conversation_id });
    const { data } = await ask<{ data: Json[] }>('GET', `/v1/conversations/${conversation_id}/messages?type=bot`);
    expect(data.map(({ body }) => body)).toEqual(said === undefined ? [] : [said]);
    await happen('chatbot.completed', { id, conversation_id });
    const { status } = await ask<{ status: string }>('GET', `/v1/conversations/${conversation_id}`);
    expect(status).toBe(last.close_conversation ? 'closed' : 'open');
  }
});

test('a conversation is assigned to somebody else, and rated once it is closed', async () => {
  const { ask, happen } = opened();
  const { id } = await happen('conversation.created');
  let before: unknown = null;
  for (let count = 0; count < 20; count += 1) {
    const { assigned_to: now } = await happen('conversation.assigned', { id });
    expect(now).not.toBe(before);
    before = now;
  }
  await ask('POST', `/v1/conversations/${id}/close`);
  expect(await happen('conversation.rated', { id, score: 2 })).toMatchObject({ rating: { score: 2, comment: null } });
  const comment = 'As it should be';
  expect(await happen('conversation.rated', { id, comment })).toMatchObject({
    rating: { score: expect.toSatisfy((score) => [3, 4, 5].includes(Number(score))) as number, comment },
  });
});

test('what is rated without a name is closed and has no rating yet; one is closed where there is none', async () => {
  const { happen } = opened();
  const rated = new Set<string>();
  for (let count = 0; count < 60; count += 1) {
    const { id, status } = await happen('conversation.rated');
    expect([status, rated.has(id)]).toEqual(['closed', false]);
    rated.add(id);
  }
});

test('where no conversation is open, a message starts one', async () => {
  const { ask, happen } = opened();
  const open = async () =>
    (await ask<{ data: { id: string }[] }>('GET', '/v1/conversations?status=open&per_page=100')).data;
  for (let all = await open(); all.length > 0; all = await open())
    for (const { id } of all) await ask('POST', `/v1/conversations/${id}/close`);
  const { conversation_id } = await happen('message.created');
  expect((await open()).map(({ id }) => id)).toEqual([conversation_id]);
});
