import { createHmac } from 'node:crypto';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { describe, expect, test } from 'vitest';
import { fc } from '../../../tests/fast-check.ts';
import { createSecret } from './secret.ts';
import { signatureHeaders } from './signature.ts';

const now = (): number => Math.floor(Date.now() / 1000);

describe('a secret', () => {
  test('is whsec_ and 32 random bytes in base64', () => {
    const secrets = new Set(Array.from({ length: 100 }, createSecret));
    expect(secrets.size).toBe(100);
    for (const secret of secrets) {
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
      expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
    }
  });
});

describe('a signed delivery', () => {
  const bodies = fc.string({ unit: 'grapheme', maxLength: 500 });

  test('carries the hex HMAC of its body, keyed with the secret as it is written', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const secret = createSecret();
        const headers = await signatureHeaders({ secret, eventId: 'evt_1', body, timestamp: now() });
        const expected = createHmac('sha256', secret).update(body, 'utf8').digest('hex');
        expect(headers['X-Orbinto-Signature']).toBe(expected);
      }),
    );
  });

  test.each([
    ['standardwebhooks', StandardWebhook],
    ['svix', SvixWebhook],
  ])('is accepted by the library %s, and refused once anything of it is changed', async (_name, Library) => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        const secret = createSecret();
        const headers = await signatureHeaders({ secret, eventId: 'evt_k00001abc', body, timestamp: now() });
        const verifier = new Library(secret);
        expect(() => verifier.verify(body, headers)).not.toThrow();
        expect(() => verifier.verify(`${body} `, headers)).toThrow();
        expect(() => verifier.verify(body, { ...headers, 'webhook-id': 'evt_other' })).toThrow();
        expect(() => verifier.verify(body, { ...headers, 'webhook-timestamp': String(now() + 1) })).toThrow();
        expect(() => new Library(createSecret()).verify(body, headers)).toThrow();
      }),
    );
  });

  test('is refused by both libraries when it is six minutes old', async () => {
    const secret = createSecret();
    const headers = await signatureHeaders({ secret, eventId: 'evt_1', body: '{}', timestamp: now() - 360 });
    expect(() => new StandardWebhook(secret).verify('{}', headers)).toThrow(/too old/);
    expect(() => new SvixWebhook(secret).verify('{}', headers)).toThrow(/too old/);
  });
});
