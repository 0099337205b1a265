import { expect, test } from 'vitest';
import { fc } from '../../../tests/fast-check.ts';
import { createSecret } from '../../sandbox/webhooks/secret.ts';
import { signatureHeaders } from '../../sandbox/webhooks/signature.ts';
import { pasteOf } from './break-delivery.ts';
import { TOLERANCE, diagnose } from './diagnose.ts';

const NOW = 1_780_000_000;

test('the doctor calls none of ten thousand deliveries wrong that the sandbox has signed', async () => {
  const time = fc.integer({ min: NOW - TOLERANCE, max: NOW + TOLERANCE });
  const bodies = fc.oneof(fc.json(), fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'grapheme' }));
  await fc.assert(
    fc.asyncProperty(bodies, time, async (body, timestamp) => {
      const secret = createSecret();
      const headers = await signatureHeaders({ secret, eventId: 'evt_k00001abc', body, timestamp });
      expect(await diagnose(pasteOf({ body, headers, secret, receivedAt: NOW }))).toMatchObject({ kind: 'valid' });
    }),
    { numRuns: 10_000 },
  );
});
