import { describe, expect, test } from 'vitest';
import { plans, retries } from '../../sandbox/generated/policies.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import { ManualClock } from '../../sandbox/clock.ts';
import type { Port } from '../playground/port.ts';
import { likeTheRealThing } from './like-the-real-thing.ts';
import { groundOf } from './proof.ts';
import type { Ground } from './proof.ts';
import { retried } from './retried.ts';
import { signed } from './signed.ts';

function openGround(options: { rateLimits?: boolean } = {}): Ground {
  const sandbox = createSandbox({ clock: new ManualClock(), ...options });
  return groundOf((request) => sandbox.fetch(request), 'sk_test_proofsproofs');
}

describe('signed', () => {
  test('verifies what came, and not what was changed', async () => {
    const lines = await signed(openGround());
    expect(lines.map(({ text }) => text)).toEqual([
      'message.created came, signed twice:',
      expect.stringMatching(/^X-Orbinto-Signature: [0-9a-f]{11}…$/),
      expect.stringMatching(/^webhook-signature: v1,\S{8}…$/),
      'Both signatures verify.',
      expect.stringMatching(/^With one letter changed: Neither signature verifies/),
    ]);
    expect(lines.map(({ tone }) => tone)).toEqual([undefined, undefined, undefined, 'ok', 'refused']);
  });

  test('turns red where a sandbox signs wrongly', async () => {
    const ground = openGround();
    const { port } = ground;
    const control: Port['control'] = async (path, init) => {
      const response = await port.control(path, init);
      return new Response((await response.text()).replace(/"v1,./, '"v1,!'), response);
    };
    const lines = await signed({ ...ground, port: { ...port, control } });
    expect(lines[3]).toEqual({ text: 'webhook-signature does not verify.', tone: 'error' });
  });
});

test('retried makes every attempt of the schedule, at its time, and the last one arrives', async () => {
  const lines = await retried(openGround());
  expect(lines).toHaveLength(retries.delays_seconds.length + 2);
  expect(lines.map(({ text }) => text)).toEqual([
    'Attempt 1, at once: 503',
    'Attempt 2, after 10 s: 503',
    'Attempt 3, after 40 s: 503',
    'Attempt 4, after 2 min 40 s: 503',
    'Attempt 5, after 12 min 40 s: 503',
    'Attempt 6, after 42 min 40 s: 200',
    'Delivered. Nothing was lost.',
  ]);
});

describe('like the real thing', () => {
  test('is refused as the catalogue says, with the way to it', async () => {
    const lines = await likeTheRealThing(openGround());
    expect(lines).toEqual([
      { text: 'POST /v1/contacts: 201 Created', tone: 'ok' },
      { text: 'The same again: 409 Conflict, email_taken', tone: 'refused', href: '/errors/#email_taken' },
      {
        text: `Request ${plans.free.burst_per_second + 1} on the Free plan: 429 Too Many Requests, rate_limit_exceeded, Retry-After: 1`,
        tone: 'refused',
        href: '/errors/#rate_limit_exceeded',
      },
    ]);
  });

  test('tells a sandbox without limits from one with them', async () => {
    const lines = await likeTheRealThing(openGround({ rateLimits: false }));
    expect(lines.at(-1)?.text).toMatch(/none was refused/);
  });
});

test('a proof on a sandbox that fails ends with its words', async () => {
  const ground = openGround();
  await ground.port.control('/faults', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: '{"status":500,"rate":1}',
  });
  await expect(signed(ground)).rejects.toThrow(/\w/);
});
