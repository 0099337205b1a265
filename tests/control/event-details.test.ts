import { describe, expect, test } from 'vitest';
import { events, payloadViolations } from '../contract/contract.ts';
import { openClient } from '../webhooks/client.ts';
import type { Client } from '../webhooks/client.ts';

interface Payload {
  data: { id: string; [field: string]: unknown };
}

async function openListening(): Promise<Client> {
  const { client } = openClient();
  await client.freeze();
  await client.createWebhook(events.map(({ path }) => path));
  return client;
}

describe('an event that is told in detail', () => {
  const longest = 'x'.repeat(10_000);

  test.each<[string, object, object]>([
    ['conversation.created', { id: 'vis_ghi789' }, { visitor: { id: 'vis_ghi789' } }],
    ['message.created', { id: 'conv_abc123', body: '<b>Hi</b>\u202e' }, { body: '<b>Hi</b>\u202e' }],
    ['message.created', { id: 'conv_abc123', body: longest }, { body: longest }],
    ['conversation.rated', { id: 'conv_pqr678', score: 1 }, { rating: { score: 1, comment: null } }],
    ['conversation.rated', { id: 'conv_pqr678', score: 5, comment: '' }, { rating: { score: 5, comment: '' } }],
    ['chatbot.triggered', { conversation_id: 'conv_abc123' }, { conversation_id: 'conv_abc123' }],
    ['chatbot.completed', { conversation_id: 'conv_abc123' }, { conversation_id: 'conv_abc123' }],
  ])('%s of %j', async (event, details, expected) => {
    const client = await openListening();
    const { data } = await client.ask<Payload>('POST', '/_sandbox/events', { event, ...details });
    expect(data).toMatchObject(expected);
    await client.advance();
    for (const delivery of await client.deliveries())
      expect(payloadViolations(delivery.event, delivery.attempts[0]?.request.body ?? '')).toEqual([]);
  });

  test('starts a conversation with what the visitor writes', async () => {
    const client = await openListening();
    const event = { event: 'conversation.created', id: 'vis_ghi789', body: 'Where is my lamp?' };
    const { data } = await client.ask<Payload>('POST', '/_sandbox/events', event);
    const { data: messages } = await client.ask<{ data: object[] }>('GET', `/v1/conversations/${data.id}/messages`);
    expect(messages).toMatchObject([{ type: 'visitor', body: 'Where is my lamp?' }]);
  });

  test.each([
    [{ event: 'message.created', body: '' }, 'body'],
    [{ event: 'message.created', body: ' \n' }, 'body'],
    [{ event: 'message.created', body: `${longest}x` }, 'body'],
    [{ event: 'conversation.created', body: 7 }, 'body'],
    [{ event: 'contact.created', body: 'Hi' }, 'body'],
    [{ event: 'conversation.rated', score: 0 }, 'score'],
    [{ event: 'conversation.rated', score: 6 }, 'score'],
    [{ event: 'conversation.rated', score: 2.5 }, 'score'],
    [{ event: 'conversation.closed', score: 5 }, 'score'],
    [{ event: 'message.created', comment: 'Good' }, 'comment'],
    [{ event: 'message.created', conversation_id: 'conv_abc123' }, 'conversation_id'],
  ])('is refused as %.60j', async (body, param) => {
    const { client } = openClient();
    expect(await client.send('POST', '/_sandbox/events', body)).toMatchObject({
      status: 422,
      body: { error: { type: 'validation_error', param } },
    });
  });

  test.each([
    ['conv_nobody', 404, 'not_found'],
    ['conv_pqr678', 409, 'conversation_closed'],
  ])('lets no chatbot act in %s', async (conversation_id, status, code) => {
    const { client } = openClient();
    const body = { event: 'chatbot.triggered', conversation_id };
    expect(await client.send('POST', '/_sandbox/events', body)).toMatchObject({ status, body: { error: { code } } });
  });
});
