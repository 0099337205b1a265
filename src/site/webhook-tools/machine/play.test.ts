import { describe, expect, test } from 'vitest';
import { retries } from '../../../sandbox/generated/policies.ts';
import { keyOf } from '../webhook-lab.ts';
import { Play } from './play.ts';

const total = retries.delays_seconds.reduce((sum, delay) => sum + delay, 0) * 1000;

const play = () => new Play(() => Promise.resolve({ kind: 'failed', message: 'TypeError: no' }));

describe('a play of the time machine', () => {
  test('gives the delivery of the event that was asked for, not of one that follows from it', async () => {
    const own = play();
    const id = await own.emit('conversation.closed', '');
    expect((await own.look()).deliveries.find((one) => one.id === id)?.event).toBe('conversation.closed');
  });

  test('moves to the last of the moments that wait, and never back', async () => {
    const own = play();
    await own.emit('message.created', '');
    const { now } = await own.look();
    await Promise.all([own.moveTo(now + total), own.moveTo(now + 1000)]);
    const after = await own.look();
    expect(after.now).toBe(now + total);
    expect(after.deliveries[0]).toMatchObject({
      status: 'failed',
      attempts: { length: retries.delays_seconds.length + 1 },
    });
    await own.moveTo(now);
    expect((await own.look()).now).toBe(now + total);
  });

  test('tells what arrived in the order in which it did, also of events of the same moment', async () => {
    const own = play();
    for (const event of ['message.created', 'contact.created', 'message.created']) await own.emit(event, '');
    const { deliveries, arrivals, now } = await own.look();
    const first = arrivals.map(({ delivery }) => delivery.id);
    expect(first).toEqual(deliveries.map(({ id }) => id).reverse());
    await own.emit('operator.status_changed', '');
    expect((await own.look()).arrivals.map(({ delivery }) => delivery.id).slice(0, -1)).toEqual(first);
    await own.moveTo(now + total);
    const times = (await own.look()).arrivals.map(({ attempt }) => Date.parse(attempt.started_at));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test('answers what a function makes of each attempt, and keeps what it said', async () => {
    const own = play();
    own.endpoint.is = 'function';
    await own.emit('contact.created', '');
    const attempt = (await own.look()).deliveries[0]?.attempts[0];
    expect(attempt?.response?.status).toBe(500);
    expect(own.endpoint.said.get(keyOf(attempt?.request.headers ?? {}))).toMatchObject({ kind: 'failed' });
  });

  test('goes on after something that could not be done', async () => {
    const own = play();
    await expect(own.emit('message.created', 'no-such-recipe')).rejects.toThrow();
    await own.emit('message.created', '');
    expect((await own.look()).deliveries).not.toHaveLength(0);
  });
});
