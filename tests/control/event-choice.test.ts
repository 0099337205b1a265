/** Which record an event happens to where none is named. */
import { expect, test } from 'vitest';
import { isExample } from '../../src/sandbox/control/event-triggers/event-trigger.ts';
import { openClient } from '../webhooks/client.ts';
import type { Client } from '../webhooks/client.ts';

interface Told {
  data: { id: string; status: string; conversation_id: string };
}

const happen = async (client: Client, event: string, more: object = {}): Promise<Told['data']> =>
  (await client.ask<Told>('POST', '/_sandbox/events', { event, ...more })).data;

test('an operator comes and goes by turns', async () => {
  const { client } = openClient();
  const { id, status } = await happen(client, 'operator.status_changed');
  const other = status === 'online' ? 'offline' : 'online';
  expect(await happen(client, 'operator.status_changed')).toMatchObject({ id, status: other });
  expect(await happen(client, 'operator.status_changed')).toMatchObject({ id, status });
});

/** The open conversations that a chatbot has written in, the newest first, but for those that the examples name. */
async function spokenIn(client: Client, chatbot: string): Promise<string[]> {
  const { data } = await client.ask<{ data: { id: string }[] }>('GET', '/v1/conversations?status=open&per_page=100');
  const spoken: string[] = [];
  for (const { id } of data.filter(({ id }) => !isExample(id))) {
    const path = `/v1/conversations/${id}/messages?per_page=100`;
    const { data: messages } = await client.ask<{ data: { chatbot_id?: string }[] }>('GET', path);
    if (messages.some(({ chatbot_id }) => chatbot_id === chatbot)) spoken.push(id);
  }
  return spoken;
}

test('a chatbot ends in the newest open conversation that it has written in', async () => {
  const { client } = openClient();
  const { data } = await client.ask<{ data: { id: string }[] }>('GET', '/v1/conversations?status=open&per_page=20');
  const conversation_id = data[5]?.id ?? expect.unreachable();
  const { id } = await happen(client, 'chatbot.triggered', { conversation_id });
  const [newest = '', next, ...others] = await spokenIn(client, id);
  expect([newest, next, ...others]).toContain(conversation_id);
  expect((await happen(client, 'chatbot.completed')).conversation_id).toBe(newest);
  // Its workflow may have closed that one already.
  await client.send('POST', `/v1/conversations/${newest}/close`);
  expect(next).not.toBe(data.filter((one) => one.id !== newest)[0]?.id);
  expect((await happen(client, 'chatbot.completed')).conversation_id).toBe(next);
});

test('an event that brings others about answers with what was asked for', async () => {
  const { client } = openClient();
  for (const event of ['chatbot.triggered', 'conversation.created', 'message.created', 'contact.created']) {
    const { body } = await client.send<{ event: string }>('POST', '/_sandbox/events', { event });
    expect(body.event, event).toBe(event);
  }
});
