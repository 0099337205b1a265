import { describe, expect, test } from 'vitest';
import { events, payloadViolations } from '../contract/contract.ts';
import { openClient } from '../webhooks/client.ts';
import type { Client, Delivery } from '../webhooks/client.ts';

interface Payload {
  event: string;
  timestamp: string;
  data: { id: string; [field: string]: unknown };
}

const EVENTS = events.map(({ path }) => path);

/** Where the record of a payload is fetched, by its id. */
function pathOf({ data }: Payload): string {
  const paths: Record<string, string> = {
    con: 'contacts',
    conv: 'conversations',
    vis: 'visitors',
    bot: 'chatbots',
    op: 'operators',
    msg: `conversations/${String(data['conversation_id'])}/messages`,
  };
  return `/v1/${paths[data.id.split('_')[0] ?? '']}/${data.id}`;
}

async function openListening(): Promise<Client> {
  const { client } = openClient();
  await client.freeze();
  await client.createWebhook(EVENTS);
  return client;
}

/** What the webhook with all events was told, oldest first. */
async function told(client: Client): Promise<{ payload: Payload; delivery: Delivery; body: string }[]> {
  await client.advance();
  const deliveries = (await client.deliveries('?per_page=100')).filter(({ webhook_id }) => webhook_id !== 'wh_abc123');
  return deliveries.reverse().map((delivery) => {
    const body = delivery.attempts[0]?.request.body ?? '';
    return { delivery, body, payload: JSON.parse(body) as Payload };
  });
}

test('there are 12 events', () => {
  expect(EVENTS).toHaveLength(12);
});

describe.each(EVENTS)('%s', (event) => {
  test('happens when it is asked for: the webhooks are told what the answer says', async () => {
    const client = await openListening();
    const answer = await client.send<Payload & { deliveries: object[] }>('POST', '/_sandbox/events', { event });
    expect(answer.status).toBe(201);
    const { deliveries, ...payload } = answer.body;
    expect(payload).toMatchObject({ event, timestamp: '2026-03-02T09:00:00Z' });
    const sent = (await told(client)).find((one) => one.payload.event === event);
    expect(sent?.payload).toEqual(payload);
    expect(deliveries).toContainEqual({ id: sent?.delivery.id, webhook_id: sent?.delivery.webhook_id });
  });

  test('has the payload that the spec describes, and every record it names can be fetched', async () => {
    const client = await openListening();
    for (let times = 0; times < 8; times += 1) await client.trigger(event);
    const all = await told(client);
    expect(all.length).toBeGreaterThanOrEqual(8);
    for (const { payload, body } of all) {
      expect(payloadViolations(payload.event, body)).toEqual([]);
      expect((await client.send('GET', pathOf(payload))).status).toBe(200);
      const { visitor, conversation_id } = payload.data as { visitor?: { id: string }; conversation_id?: string };
      if (visitor) expect((await client.send('GET', `/v1/visitors/${visitor.id}`)).status).toBe(200);
      if (conversation_id) expect((await client.send('GET', `/v1/conversations/${conversation_id}`)).status).toBe(200);
    }
  });

  test('tells what a GET of the record answers', async () => {
    const client = await openListening();
    await client.trigger(event);
    const last = (await told(client)).findLast(({ payload }) => payload.event === event);
    const payload = last?.payload as Payload;
    const record = await client.ask<object>('GET', pathOf(payload));
    if (event.startsWith('chatbot.')) {
      const { visitor, conversation_id, ...chatbot } = payload.data;
      expect(chatbot).toEqual(record);
      expect(await client.ask('GET', `/v1/conversations/${String(conversation_id)}`)).toMatchObject({ visitor });
    } else if (event === 'visitor.page_viewed') {
      const { pageview, ...visitor } = payload.data;
      expect(visitor).toEqual(record);
      const { data } = await client.ask<{ data: object[] }>('GET', `/v1/visitors/${payload.data.id}/pageviews`);
      expect(data).toContainEqual(pageview);
    } else {
      expect(payload.data).toEqual(record);
    }
  });

  test('touches no record that an example of the documentation shows, so that all examples stay true', async () => {
    const client = await openListening();
    const named = /"id":"(?:con|conv|msg|vis|ses|pv|bot)_[a-z]{3}\d{3}"/;
    for (let times = 0; times < 20; times += 1) await client.trigger(event);
    const { records } = await client.ask<{ records: object }>('GET', '/_sandbox/state');
    expect(JSON.stringify(records)).not.toMatch(named);
  });

  test('comes out the same every time', async () => {
    const run = async (): Promise<string> => {
      const client = await openListening();
      await client.trigger(event);
      await client.trigger(event);
      await client.advance();
      return JSON.stringify(await client.ask('GET', '/_sandbox/state'));
    };
    expect(await run()).toBe(await run());
  });
});

describe('an event of one record', () => {
  test.each([
    ['conversation.created', 'vis_ghi789'],
    ['conversation.closed', 'conv_mno345'],
    ['conversation.assigned', 'conv_jkl012'],
    ['conversation.rated', 'conv_pqr678'],
    ['message.created', 'conv_abc123'],
    ['contact.updated', 'con_def456'],
    ['visitor.identified', 'vis_ghi789'],
    ['visitor.page_viewed', 'vis_ghi789'],
    ['chatbot.triggered', 'bot_abc123'],
    ['chatbot.completed', 'bot_abc123'],
    ['operator.status_changed', 'op_xyz789'],
  ])('%s happens to %s', async (event, id) => {
    const client = await openListening();
    const { data } = await client.trigger(event, id);
    expect(JSON.stringify(data)).toContain(id);
    expect(await client.send('POST', '/_sandbox/events', { event, id: `${id}x` })).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found' } },
    });
  });

  test.each([
    ['conversation.closed', 'conv_pqr678', 'conversation_already_closed'],
    ['conversation.rated', 'conv_abc123', 'conversation_open'],
    ['message.created', 'conv_pqr678', 'conversation_closed'],
    ['visitor.identified', 'vis_def456', 'visitor_identified'],
    ['chatbot.triggered', 'bot_def456', 'chatbot_not_active'],
  ])('%s cannot happen to %s in its state', async (event, id, code) => {
    const client = await openListening();
    const before = await client.ask('GET', '/_sandbox/state');
    expect(await client.send('POST', '/_sandbox/events', { event, id })).toMatchObject({
      status: 409,
      body: { error: { code } },
    });
    expect(await client.ask('GET', '/_sandbox/state')).toEqual(before);
  });

  test.each([
    [{}, 'event'],
    [{ event: 'contact.deleted' }, 'event'],
    [{ event: 'toString' }, 'event'],
    [{ event: 7 }, 'event'],
    [{ event: 'contact.created', id: 'con_abc123' }, 'id'],
    [{ event: 'contact.updated', id: 7 }, 'id'],
    [{ event: 'contact.updated', contact: 'con_abc123' }, 'contact'],
  ])('is refused when it is asked for as %j', async (body, param) => {
    const { client } = openClient();
    expect(await client.send('POST', '/_sandbox/events', body)).toMatchObject({
      status: 422,
      body: { error: { type: 'validation_error', code: 'invalid_parameter', param } },
    });
  });
});

describe('a call emits', () => {
  test.each<[string, string, string, object | undefined, string[]]>([
    ['createContact', 'POST', '/contacts', { email: 'new@example.com' }, ['contact.created']],
    [
      'createContact for a visitor',
      'POST',
      '/contacts',
      { email: 'JANE@example.com' },
      ['contact.created', 'visitor.identified'],
    ],
    ['updateContact', 'PATCH', '/contacts/con_abc123', { name: 'A' }, ['contact.updated']],
    ['deleteContact', 'DELETE', '/contacts/con_abc123', undefined, []],
    ['replyToConversation', 'POST', '/conversations/conv_abc123/reply', { body: 'Hi' }, ['message.created']],
    [
      'sendMessage',
      'POST',
      '/conversations/conv_abc123/messages',
      { type: 'visitor', body: 'Hi' },
      ['message.created'],
    ],
    [
      'assignConversation',
      'POST',
      '/conversations/conv_abc123/assign',
      { operator_id: 'op_abc123' },
      ['conversation.assigned'],
    ],
    ['closeConversation', 'POST', '/conversations/conv_abc123/close', undefined, ['conversation.closed']],
    ['reopenConversation', 'POST', '/conversations/conv_pqr678/reopen', undefined, []],
    ['a refused call', 'POST', '/contacts', { email: 'nobody' }, []],
    ['a refused state', 'POST', '/conversations/conv_pqr678/close', undefined, []],
  ])('%s', async (_name, method, path, body, expected) => {
    const client = await openListening();
    await client.send(method, `/v1${path}`, body);
    const all = await told(client);
    expect(all.map(({ payload }) => payload.event)).toEqual(expected);
    for (const { payload, body: text } of all) {
      expect(payloadViolations(payload.event, text)).toEqual([]);
      expect(payload.data).toEqual(await client.ask('GET', pathOf(payload)));
    }
  });
});
