import { Webhook as StandardWebhook } from 'standardwebhooks';
import { beforeEach, describe, expect, test } from 'vitest';
import { recipeFigures, retries } from '../../src/sandbox/generated/policies.ts';
import { openClient } from '../webhooks/client.ts';
import type { Attempt, Client, Delivery } from '../webhooks/client.ts';

const START = '2026-03-02T09:00:00Z';
const secondsAfterStart = (time: string | undefined): number => (Date.parse(time ?? '') - Date.parse(START)) / 1000;

const order = (client: Client, recipe: string, count?: number) =>
  client.ask<{ webhooks?: { id: string; secret: string }[] }>('PUT', '/_sandbox/faults', {
    recipe,
    ...(count !== undefined && { count }),
  });
const addContact = (client: Client, name: string) =>
  client.ask<{ id: string }>('POST', '/v1/contacts', { email: `${name}@example.com` });
const isSignedWith = (secret: string, { request: { body, headers } }: Attempt): boolean => {
  try {
    new StandardWebhook(secret).verify(body, headers);
    return true;
  } catch (error) {
    expect(String(error)).toMatch(/No matching signature/);
    return false;
  }
};

describe('an event that meets a recipe, with a receiver inside the sandbox,', () => {
  let client: Client;
  beforeEach(async () => {
    ({ client } = openClient());
    await client.freeze(START);
  });

  /** The deliveries, oldest first. */
  const log = async (): Promise<Delivery[]> => (await client.deliveries()).toReversed();
  const attemptsOf = async (): Promise<Attempt[]> => (await log()).flatMap(({ attempts }) => attempts);

  test('webhook-duplicate: arrives twice with one id, and the next one once', async () => {
    await client.createWebhook(['contact.created']);
    await order(client, 'webhook-duplicate');
    await addContact(client, 'ann');
    await addContact(client, 'bea');
    await client.advance();
    const [first, second] = await log();
    expect([first, second]).toMatchObject([{ status: 'delivered' }, { status: 'delivered' }]);
    expect(first?.attempts.map(({ response }) => response?.status)).toEqual([200, 200]);
    const ids = first?.attempts.map(({ request: { headers, body } }) => [headers['webhook-id'], body]);
    expect(ids?.[0]).toEqual(ids?.[1]);
    expect(second?.attempts).toHaveLength(1);
    await client.advance(86_400);
    expect(await attemptsOf()).toHaveLength(3);
  });

  test('webhook-duplicate: that fails at first arrives twice once it succeeds', async () => {
    await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await order(client, 'webhook-duplicate');
    await addContact(client, 'ann');
    await client.advance();
    await client.receive({ status: 200 });
    await client.advance(86_400);
    expect((await attemptsOf()).map(({ response }) => response?.status)).toEqual([500, 200, 200]);
  });

  test('webhook-out-of-order: waits until a later one has been sent', async () => {
    await client.createWebhook(['contact.created']);
    await order(client, 'webhook-out-of-order');
    await addContact(client, 'ann');
    await client.advance(20);
    expect(await attemptsOf()).toEqual([]);
    await addContact(client, 'bea');
    await client.advance();
    const sent = (await attemptsOf()).toSorted(
      (a, b) => Number(a.request.headers['webhook-timestamp']) - Number(b.request.headers['webhook-timestamp']),
    );
    expect(sent).toHaveLength(2);
    const [ann, bea] = await log();
    expect([ann?.attempts[0]?.started_at, bea?.attempts[0]?.started_at].map(secondsAfterStart)).toEqual([20, 20]);
    expect(bea?.attempts[0]?.request.body).toContain('bea@example.com');
  });

  test('webhook-out-of-order: waits no longer than it says where none comes', async () => {
    await client.createWebhook(['contact.created']);
    await order(client, 'webhook-out-of-order');
    await addContact(client, 'ann');
    await client.advance(recipeFigures.out_of_order_seconds - 1);
    expect(await attemptsOf()).toEqual([]);
    await client.advance(1);
    expect(await attemptsOf()).toHaveLength(1);
  });

  test('webhook-out-of-order: is not overtaken by the end of an earlier one', async () => {
    await client.createWebhook(['contact.created']);
    await client.receive({ delay_ms: 5_000 });
    await addContact(client, 'before');
    await client.advance(1);
    await order(client, 'webhook-out-of-order');
    await addContact(client, 'ann');
    await client.advance(10);
    expect((await log()).map(({ status }) => status)).toEqual(['delivered', 'pending']);
  });

  test('webhook-out-of-order: is overtaken at its own webhook only', async () => {
    await client.createWebhook(['contact.created']);
    await client.createWebhook(['contact.updated'], 'https://hooks.example.com/other');
    await order(client, 'webhook-out-of-order');
    const { id } = await addContact(client, 'ann');
    await client.ask('PATCH', `/v1/contacts/${id}`, { name: 'Ann' });
    await client.advance();
    expect((await log()).map(({ status }) => status)).toEqual(['pending', 'delivered']);
  });

  test('webhook-late: is first sent when the time has passed, and retried as ever', async () => {
    await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await order(client, 'webhook-late');
    await addContact(client, 'ann');
    await client.advance(recipeFigures.late_seconds - 1);
    expect(await attemptsOf()).toEqual([]);
    await client.advance(1 + (retries.delays_seconds[0] ?? 0));
    const late = recipeFigures.late_seconds;
    const starts = (await attemptsOf()).map(({ started_at }) => secondsAfterStart(started_at));
    expect(starts).toEqual([late, late + retries.delays_seconds[0]]);
    const body = (await attemptsOf())[0]?.request.body ?? '';
    expect(JSON.parse(body)).toMatchObject({ timestamp: START });
  });

  test('webhook-secret-rotation: is signed with the old secret, its retry and the next one with the new', async () => {
    const { id, secret: old } = await client.createWebhook(['contact.created']);
    const { webhooks } = await order(client, 'webhook-secret-rotation');
    const secret = webhooks?.find((webhook) => webhook.id === id)?.secret ?? '';
    expect(secret).toMatch(/^whsec_/);
    expect(secret).not.toBe(old);
    await client.receive({ status: 401 });
    await addContact(client, 'ann');
    await addContact(client, 'bea');
    await client.advance(retries.delays_seconds[0]);
    const [ann, bea] = await log();
    expect(ann?.attempts.map((attempt) => isSignedWith(old, attempt))).toEqual([true, false]);
    expect(ann?.attempts.map((attempt) => isSignedWith(secret, attempt))).toEqual([false, true]);
    expect(bea?.attempts.map((attempt) => isSignedWith(secret, attempt))).toEqual([true, true]);
  });

  test('webhook-secret-rotation: tells no secret later, and none where another recipe is ordered', async () => {
    await order(client, 'webhook-secret-rotation');
    expect(await client.ask('GET', '/_sandbox/faults')).not.toHaveProperty('webhooks');
    expect(await order(client, 'webhook-late')).not.toHaveProperty('webhooks');
  });

  test('webhook-timeout: counts as not answered, and comes again', async () => {
    await client.createWebhook(['contact.created']);
    await order(client, 'webhook-timeout');
    await addContact(client, 'ann');
    await client.advance(86_400);
    const [first, second, ...others] = await attemptsOf();
    expect(first).toMatchObject({ response: null, error: { code: 'timeout' } });
    expect(secondsAfterStart(first?.ended_at)).toBe(retries.timeout_seconds);
    expect(secondsAfterStart(second?.started_at)).toBe(retries.timeout_seconds + retries.delays_seconds[0]);
    expect(second).toMatchObject({ response: { status: 200 } });
    expect(others).toEqual([]);
  });

  test('webhook-clock-skew: is signed with an old time, and refused by who looks; its retry has the right one', async () => {
    const { secret } = await client.createWebhook(['contact.created']);
    await order(client, 'webhook-clock-skew');
    await client.receive({ status: 401 });
    await addContact(client, 'ann');
    await client.advance(retries.delays_seconds[0]);
    const [first, second] = (await attemptsOf()) as [Attempt, Attempt];
    const verify = ({ request }: Attempt) => new StandardWebhook(secret).verify(request.body, request.headers);
    expect(() => verify(first)).toThrow(/timestamp too old/);
    expect(verify(second)).toMatchObject({ event: 'contact.created' });
    const age = Date.now() / 1000 - Number(first.request.headers['webhook-timestamp']);
    expect(Math.abs(age - recipeFigures.clock_skew_seconds)).toBeLessThan(60);
  });

  test('is one event, to however many webhooks; those before the order and after it are as ever', async () => {
    await client.createWebhook(['contact.created']);
    await client.createWebhook(['contact.created'], 'https://hooks.example.com/other');
    await addContact(client, 'before');
    await order(client, 'webhook-late', 1);
    await addContact(client, 'ann');
    await addContact(client, 'after');
    await client.advance();
    const deliveries = await log();
    expect(deliveries.map(({ status }) => status)).toEqual([
      ...['delivered', 'delivered'],
      ...['pending', 'pending'],
      ...['delivered', 'delivered'],
    ]);
    expect(deliveries.map((delivery) => 'recipe' in delivery)).toEqual([false, false, true, true, false, false]);
  });

  test('meets none where no webhook asks for it', async () => {
    await client.createWebhook(['contact.created']);
    await order(client, 'webhook-late');
    await client.trigger('operator.status_changed');
    expect(await client.ask('GET', '/_sandbox/faults')).toMatchObject({ recipe: 'webhook-late', count: 1 });
  });

  test('does not count where the change that causes it does not happen', async () => {
    await client.createWebhook(['contact.created']);
    await order(client, 'webhook-late');
    const { status } = await client.send('POST', '/v1/contacts', { email: 'amara.okafor@example.com' });
    expect(status).toBe(409);
    expect(await client.ask('GET', '/_sandbox/faults')).toMatchObject({ count: 1 });
  });
});
