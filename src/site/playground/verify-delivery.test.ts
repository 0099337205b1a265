import { expect, test } from 'vitest';
import { signatureHeaders } from '../../sandbox/webhooks/signature.ts';
import { isVerified, verifyDelivery } from './verify-delivery.ts';

const secret = `whsec_${btoa('a secret of thirty-two bytes, ok')}`;
const body = '{"event":"message.created","data":{"body":"<b>Zoë</b>"}}';
const headers = await signatureHeaders({ secret, eventId: 'evt_1', body, timestamp: 1_772_442_000 });

test('what the holder of the secret has signed is verified, whatever the case of its headers', async () => {
  const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
  for (const received of [headers, upper])
    expect(await verifyDelivery({ headers: received, body }, secret)).toEqual({ own: true, standard: true });
});

test.each<[string, object, { own: boolean; standard: boolean }]>([
  ['a byte of the body', { body: `${body} ` }, { own: false, standard: false }],
  ['the time', { headers: { ...headers, 'webhook-timestamp': '1772442001' } }, { own: true, standard: false }],
  ['the id', { headers: { ...headers, 'webhook-id': 'evt_2' } }, { own: true, standard: false }],
  ['one signature', { headers: { ...headers, 'X-Orbinto-Signature': 'ab' } }, { own: false, standard: true }],
  ['all headers', { headers: {} }, { own: false, standard: false }],
])('a change of %s is seen', async (_what, change, verdict) => {
  expect(await verifyDelivery({ headers, body, ...change }, secret)).toEqual(verdict);
  expect(isVerified(verdict)).toBe(false);
});

test('another secret verifies nothing', async () => {
  const other = `whsec_${btoa('another secret of 32 bytes, ok..')}`;
  expect(await verifyDelivery({ headers, body }, other)).toEqual({ own: false, standard: false });
});
