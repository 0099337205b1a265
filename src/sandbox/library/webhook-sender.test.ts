import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createSandbox } from './create-sandbox.ts';
import type { Delivery } from './delivery-control.ts';
import { sendTo } from './webhook-sender.ts';
import type { WebhookSender } from './webhook-sender.ts';

const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
const SENT = { url: 'http://localhost:3000/hooks', headers: {}, body: '{}' };
const never = new AbortController().signal;

/** What comes of a contact that is created while a webhook has this function. */
async function deliver(send: WebhookSender): Promise<{ delivery: Delivery | undefined; secret: string }> {
  const sandbox = createSandbox({ send });
  onTestFinished(() => sandbox.close());
  const hook = JSON.stringify({ url: SENT.url, events: ['contact.created'] });
  const answer = await sandbox.fetch('/v1/webhooks', { method: 'POST', headers, body: hook });
  const { secret } = (await answer.json()) as { secret: string };
  await sandbox.events.emit('contact.created');
  await sandbox.deliveries.settled();
  const [delivery] = await sandbox.deliveries.list({ event: 'contact.created', webhook_id: await idOf(sandbox) });
  return { delivery, secret };
}

async function idOf({ fetch }: ReturnType<typeof createSandbox>): Promise<string> {
  const { data } = (await (await fetch('/v1/webhooks', { headers })).json()) as { data: { id: string }[] };
  return data[0]?.id ?? '';
}

test('a function gets what an endpoint would get, signed, and its answer is logged', async () => {
  let seen: { url: string; method: string; headers: Headers; body: string } | undefined;
  const { delivery, secret } = await deliver(async (request) => {
    seen = { url: request.url, method: request.method, headers: request.headers, body: await request.text() };
    return new Response('thanks', { status: 202 });
  });
  expect(seen).toMatchObject({ url: SENT.url, method: 'POST' });
  expect(seen?.headers.get('Content-Type')).toBe('application/json');
  expect(new Webhook(secret).verify(seen?.body ?? '', Object.fromEntries(seen?.headers ?? []))).toMatchObject({
    event: 'contact.created',
  });
  expect(delivery).toMatchObject({ status: 'delivered', attempts: [{ response: { status: 202, body: 'thanks' } }] });
});

test('what is for the built-in receiver goes there all the same', async () => {
  const send = vi.fn(() => new Response());
  const sandbox = createSandbox({ send });
  onTestFinished(() => sandbox.close());
  const hook = JSON.stringify({ url: 'https://shop.example.com/hooks', events: ['contact.created'] });
  await sandbox.fetch('/v1/webhooks', { method: 'POST', headers, body: hook });
  await sandbox.events.emit('contact.created');
  await sandbox.deliveries.settled();
  expect(await sandbox.deliveries.list({ status: 'delivered', event: 'contact.created' })).not.toEqual([]);
  expect(send).not.toHaveBeenCalled();
});

test('a function that throws is an endpoint that failed, with its reason in the log', async () => {
  const { delivery } = await deliver(() => {
    throw new Error('no database');
  });
  expect(delivery).toMatchObject({ status: 'pending', attempts: [{ response: null }] });
  expect(delivery?.attempts[0]?.error).toEqual({
    code: 'connection_failed',
    message: 'The endpoint failed: Error: no database',
  });
});

test('a function that never answers has as long as an endpoint', async () => {
  const wait = AbortSignal.timeout.bind(AbortSignal);
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => wait(milliseconds / 1000));
  onTestFinished(() => timeout.mockRestore());
  const silent = sendTo(() => new Promise(() => undefined))(SENT, never);
  await expect(silent).rejects.toMatchObject({ name: 'SendError', code: 'timeout' });
  expect(timeout).toHaveBeenCalledWith(10_000);
});

test('an attempt that is given up tells the function so', async () => {
  const abort = new AbortController();
  let signal: AbortSignal | undefined;
  const attempt = sendTo((request) => {
    ({ signal } = request);
    return new Promise(() => undefined);
  })(SENT, abort.signal);
  abort.abort(new Error('closed'));
  await expect(attempt).rejects.toMatchObject({ code: 'connection_failed' });
  expect(signal?.aborted).toBe(true);
});

test('of a long answer the beginning is logged, no character cut in two', async () => {
  const { body } = await sendTo(() => new Response(`x${'é'.repeat(1000)}`))(SENT, never);
  expect(body).toBe(`x${'é'.repeat(511)}`);
});
