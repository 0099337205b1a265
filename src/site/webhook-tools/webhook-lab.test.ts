import { describe, expect, test } from 'vitest';
import { events } from '../../sandbox/generated/events.ts';
import { retries } from '../../sandbox/generated/policies.ts';
import { utf8 } from '../signature-doctor/bytes.ts';
import { diagnose } from '../signature-doctor/diagnose.ts';
import { WebhookLab, headerLines } from './webhook-lab.ts';
import type { Attempt } from './webhook-lab.ts';

const total = retries.delays_seconds.reduce((sum, delay) => sum + delay, 0);

async function mistakesIn(lab: WebhookLab, attempt: Attempt | undefined): Promise<string[]> {
  if (!attempt) throw new Error('There is no attempt.');
  const [secret = '', ...others] = lab.secrets;
  const diagnosis = await diagnose({
    body: utf8(attempt.request.body ?? ''),
    headers: headerLines(attempt),
    secret,
    otherSecrets: others.join('\n'),
    receivedAt: lab.receivedAt(attempt),
  });
  if (diagnosis.kind === 'unreadable') throw new Error(diagnosis.problem);
  return diagnosis.kind === 'valid' ? [] : diagnosis.findings.map(({ mistake }) => mistake);
}

/** Of the newest delivery of an event. */
async function attemptsOf(lab: WebhookLab, event: string): Promise<readonly Attempt[]> {
  return (await lab.deliveries()).find((delivery) => delivery.event === event)?.attempts ?? [];
}

describe('the sandbox of the webhook tools', () => {
  test.each(events)('lets %s happen, delivers it once and signs it right', async (event) => {
    const lab = await WebhookLab.open();
    await lab.emit(event);
    const delivery = (await lab.deliveries()).find((one) => one.event === event);
    expect(delivery).toMatchObject({ status: 'delivered', attempts: [{ response: { status: 200 } }] });
    expect(await mistakesIn(lab, delivery?.attempts[0])).toEqual([]);
  });

  test('asks the endpoint for each attempt, and retries by the schedule while its clock is moved', async () => {
    const asked: string[] = [];
    const lab = await WebhookLab.open(({ headers: { 'webhook-id': id = '' } }) => {
      asked.push(id);
      const status = [500, 500][asked.filter((other) => other === id).length - 1] ?? 204;
      return Promise.resolve({ status, delay_ms: 0 });
    });
    await lab.emit('contact.created');
    const start = await lab.now();
    await lab.advance(total * 1000);
    const attempts = await attemptsOf(lab, 'contact.created');
    expect(attempts.map(({ response }) => response?.status)).toEqual([500, 500, 204]);
    const [first = 0, second = 0] = retries.delays_seconds;
    const starts = attempts.map(({ started_at }) => (Date.parse(started_at) - start) / 1000);
    expect(starts).toEqual([0, first, first + second]);
    for (const attempt of attempts) expect(await mistakesIn(lab, attempt)).toEqual([]);
  });

  test('gives up an endpoint that stays silent, each attempt at its time-out', async () => {
    const silence = retries.timeout_seconds * 1000;
    const lab = await WebhookLab.open(() => Promise.resolve({ status: 200, delay_ms: silence }));
    await lab.emit('contact.created');
    await lab.advance((total + retries.timeout_seconds * 6) * 1000);
    const [delivery] = await lab.deliveries();
    expect(delivery).toMatchObject({ status: 'failed', failure: 'endpoint_failed' });
    expect(delivery?.attempts.map(({ error }) => error?.code)).toEqual(Array(6).fill('timeout'));
  });

  test('sends again on request', async () => {
    const lab = await WebhookLab.open();
    await lab.emit('contact.created');
    await lab.resend((await lab.deliveries())[0]?.id ?? '');
    const [first, second] = await attemptsOf(lab, 'contact.created');
    expect(second?.request.headers['webhook-id']).toBe(first?.request.headers['webhook-id']);
    expect(second?.request.headers['webhook-signature']).not.toBe(first?.request.headers['webhook-signature']);
  });

  test('lets an event come twice, or late, as a recipe says', async () => {
    const lab = await WebhookLab.open();
    await lab.order('webhook-duplicate');
    await lab.emit('contact.created');
    expect(await attemptsOf(lab, 'contact.created')).toHaveLength(2);
    await lab.order('webhook-out-of-order');
    await lab.emit('contact.updated');
    expect(await attemptsOf(lab, 'contact.updated')).toHaveLength(0);
    await lab.emit('visitor.identified');
    const order = (await lab.deliveries()).map(({ event, attempts }) => [event, attempts.length]);
    expect(order).toEqual([
      ['visitor.identified', 1],
      ['contact.updated', 1],
      ['contact.created', 2],
    ]);
  });

  test('has the doctor name a secret that was rotated, and a clock that is slow', async () => {
    const lab = await WebhookLab.open(() => Promise.resolve({ status: 500, delay_ms: 0 }));
    await lab.order('webhook-secret-rotation');
    expect(lab.secrets).toHaveLength(2);
    await lab.emit('contact.created');
    await lab.advance(60_000);
    const attempts = await attemptsOf(lab, 'contact.created');
    expect(await mistakesIn(lab, attempts[0])).toEqual(['other-secret']);
    expect(await mistakesIn(lab, attempts[1])).toEqual([]);
    await lab.order('webhook-clock-skew');
    await lab.emit('contact.updated');
    expect(await mistakesIn(lab, (await attemptsOf(lab, 'contact.updated'))[0])).toEqual(['old-timestamp']);
  });

  test('says why an event cannot happen', async () => {
    const lab = await WebhookLab.open();
    await expect(lab.emit('nothing.happened')).rejects.toThrow(/must be one of/);
  });
});
