import { describe, expect, test } from 'vitest';
import { events } from '../../sandbox/generated/events.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import * as acts from './acts.ts';
import type { OpenPages } from './endpoint.ts';
import { ENDPOINT } from './endpoint.ts';
import { Playground } from './playground.ts';
import { portTo, read } from './port.ts';
import type { Port } from './port.ts';
import type { Conversation } from './records.ts';
import type { DeliveryEntry } from './traffic.ts';
import { sentenceOf } from './traffic.ts';
import { playTranscript } from './transcript.ts';
import { isVerified } from './verify-delivery.ts';

const headers = { 'Content-Type': 'application/json' };

interface Stage {
  readonly port: Port;
  readonly pages: OpenPages;
  readonly open: Set<string>;
  /** Runs what is due. */
  settle(): Promise<void>;
}

/** A sandbox whose clock stands still, and the pages that are open on it. */
async function openStage(): Promise<Stage> {
  const sandbox = createSandbox();
  const port = portTo((request) => sandbox.fetch(request), 'sk_test_admin');
  const open = new Set<string>();
  const clock = async (body: object): Promise<void> => {
    await port.control('/clock', { method: 'POST', headers, body: JSON.stringify(body) });
  };
  await clock({ frozen: true });
  const pages: OpenPages = {
    alone: (work) => work(),
    endpoints: () => Promise.resolve(open),
    claim: (id) => Promise.resolve(void open.add(id)),
  };
  return { port, pages, open, settle: () => clock({ advance_seconds: 0 }) };
}

async function openPlayground({ port, pages }: Stage): Promise<Playground> {
  const playground = new Playground(port, pages);
  await playground.refresh();
  return playground;
}

function shown(playground: Playground) {
  const { view } = playground.state;
  if (!view?.visitor) throw new Error('No visitor is shown');
  return { ...view, visitor: view.visitor };
}

function conversationIn(playground: Playground): Conversation {
  return shown(playground).conversation ?? expect.unreachable('no conversation is shown');
}

const deliveriesIn = ({ state }: Playground): DeliveryEntry[] =>
  state.entries.filter((entry): entry is DeliveryEntry => entry.kind === 'delivery');

const write = (playground: Playground, text: string): Promise<boolean> =>
  playground.act(acts.visitorWrites(shown(playground).visitor, shown(playground).conversation, text));

test('a new visitor writes: a conversation starts, both events are delivered and verified', async () => {
  const stage = await openStage();
  const playground = await openPlayground(stage);
  expect(shown(playground)).toMatchObject({ conversation: undefined, messages: [], visitor: { contact_id: null } });
  expect(await write(playground, 'Hello')).toBe(true);
  await stage.settle();
  expect(await playground.look()).toBe(false);
  expect(shown(playground).messages.map(({ body }) => body)).toEqual(['Hello']);
  expect(shown(playground).conversations[0]?.id).toBe(conversationIn(playground).id);
  const deliveries = deliveriesIn(playground);
  expect(deliveries.map(({ delivery }) => delivery.event)).toEqual(['message.created', 'conversation.created']);
  expect(deliveries.every(({ verdict }) => verdict && isVerified(verdict))).toBe(true);
  expect([...playground.state.happened].sort()).toEqual(['conversation.created', 'message.created']);
});

test('a reply is a call, shown as the last one, and appears in the chat', async () => {
  const playground = await openPlayground(await openStage());
  await write(playground, 'Hello');
  const [operator = expect.unreachable()] = shown(playground).operators;
  await playground.act(acts.operatorReplies(conversationIn(playground), operator, 'Hi there'));
  expect(shown(playground).messages.map(({ type, body }) => `${type}: ${body}`)).toEqual([
    'visitor: Hello',
    'operator: Hi there',
  ]);
  expect(playground.state.lastCall?.act).toMatchObject({
    operationId: 'replyToConversation',
    body: { body: 'Hi there' },
  });
});

test('the transcript of the build plays all events, each verified, and is the same every time', async () => {
  const scenes = await playTranscript();
  const lines = scenes.flatMap((scene) => scene.lines);
  for (const event of events)
    expect(
      lines.some((line) => line.startsWith(`${event} was delivered`)),
      event,
    ).toBe(true);
  const delivered = lines.filter((line) => line.includes('delivered to this page'));
  expect(delivered.filter((line) => !line.endsWith('answered with 200 OK. Both signatures verify.'))).toEqual([]);
  expect(await playTranscript()).toEqual(scenes);
});

test('hostile text is what it is, from the form to the other side', async () => {
  const playground = await openPlayground(await openStage());
  const hostile = '<img src=x onerror=alert(1)>\u202e</script>"\'&amp;';
  await write(playground, hostile);
  await write(playground, hostile);
  expect(shown(playground).messages.map(({ body }) => body)).toEqual([hostile, hostile]);
});

describe('an act that is refused', () => {
  test('is told with its status, and changes nothing', async () => {
    const playground = await openPlayground(await openStage());
    await write(playground, 'Hello');
    const conversation = conversationIn(playground);
    expect(await playground.act(acts.close(conversation))).toBe(true);
    expect(await playground.act(acts.close(conversation))).toBe(false);
    const [entry = expect.unreachable()] = playground.state.entries.filter(({ kind }) => kind === 'call');
    expect(sentenceOf(entry)).toMatch(/close answered 409 Conflict\.$/);
    expect(await playground.act(acts.visitorRates(conversation, 6))).toBe(false);
    expect(conversationIn(playground).rating).toBeUndefined();
  });

  test('by a sandbox that is told to fail is told too, and over with the fault', async () => {
    const stage = await openStage();
    const playground = await openPlayground(stage);
    const fault = (body: object) =>
      stage.port.control('/faults', { method: 'PUT', headers, body: JSON.stringify(body) });
    await fault({ status: 500, rate: 1 });
    expect(await playground.refresh()).toBe(false);
    expect(playground.state.trouble).not.toBe('');
    expect(playground.state.view).toBeDefined();
    await fault({});
    expect(await playground.refresh()).toBe(true);
    expect(playground.state.trouble).toBe('');
  });

  test('is not done again because what followed could not be read', async () => {
    const stage = await openStage();
    let isDown = false;
    const api: Port['api'] = (path, init) =>
      isDown && init === undefined ? Promise.reject(new TypeError('Failed to fetch')) : stage.port.api(path, init);
    const playground = await openPlayground({ ...stage, port: { ...stage.port, api } });
    await write(playground, 'Hello');
    isDown = true;
    expect(await playground.act(acts.close(conversationIn(playground)))).toBe(true);
    expect(playground.state.trouble).toBe('Failed to fetch');
  });
});

describe('a workspace that changes elsewhere', () => {
  test('is reset: the page becomes an endpoint again, and goes on with a new visitor', async () => {
    const stage = await openStage();
    const playground = await openPlayground(stage);
    await write(playground, 'Hello');
    await stage.settle();
    await playground.look();
    await stage.port.control('/reset', { method: 'POST' });
    await stage.port.control('/clock', { method: 'POST', headers, body: '{"frozen":true}' });
    await playground.refresh();
    expect(shown(playground)).toMatchObject({ conversation: undefined, messages: [] });
    expect(playground.state.happened.size).toBe(0);
    expect(playground.state.entries).toHaveLength(1);
    await write(playground, 'Again');
    await stage.settle();
    await playground.look();
    expect(deliveriesIn(playground).every(({ verdict }) => verdict && isVerified(verdict))).toBe(true);
    expect(playground.state.happened.size).toBe(2);
  });

  test('is seen by two pages alike, each with a secret of its own', async () => {
    const stage = await openStage();
    const [one, other] = [await openPlayground(stage), await openPlayground(stage)];
    await write(one, 'Hello');
    await stage.settle();
    await other.choose(conversationIn(one).id);
    await Promise.all([one.look(), other.look()]);
    expect(shown(other).messages).toEqual(shown(one).messages);
    for (const playground of [one, other]) {
      expect(deliveriesIn(playground)).toHaveLength(2);
      expect(deliveriesIn(playground).every(({ verdict }) => verdict && isVerified(verdict))).toBe(true);
    }
  });

  test('keeps no endpoint of a page that was closed; what happened is known after a reload', async () => {
    const stage = await openStage();
    const before = await openPlayground(stage);
    await write(before, 'Hello');
    await stage.settle();
    stage.open.clear();
    const after = await openPlayground(stage);
    expect([...after.state.happened].sort()).toEqual(['conversation.created', 'message.created']);
    const webhooks = await read<{ data: { url: string }[] }>(stage.port, '/webhooks');
    expect(webhooks?.data.filter(({ url }) => url === ENDPOINT)).toHaveLength(1);
  });
});

test('a conversation that is not there gives way to a new visitor', async () => {
  const { port, pages } = await openStage();
  const playground = new Playground(port, pages, { conversation: 'conv_nobody' });
  await playground.refresh();
  expect(shown(playground).conversation).toBeUndefined();
});

test('a workspace without records is shown as one', async () => {
  const stage = await openStage();
  const empty = JSON.stringify({ data: [] });
  const api: Port['api'] = (path, init) =>
    path.startsWith('/webhooks') ? stage.port.api(path, init) : Promise.resolve(new Response(empty));
  const playground = await openPlayground({ ...stage, port: { ...stage.port, api } });
  expect(playground.state).toMatchObject({ trouble: '', view: { visitor: undefined, conversations: [] } });
});

test('the secret is nowhere in what is shown', async () => {
  const stage = await openStage();
  const playground = await openPlayground(stage);
  await write(playground, 'Hello');
  await stage.settle();
  await playground.look();
  expect(playground.state.entries.length).toBeGreaterThan(2);
  expect(JSON.stringify(playground.state)).not.toMatch(/whsec_[A-Za-z0-9+/]/);
});
