import { describe, expect, test } from 'vitest';
import { isOnWorkerd } from '../edge/hosted.ts';
import { openClient } from './client.ts';

const HOSTILE = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://①②⑦.⓪.⓪.①/',
  'https://localhost/',
  'https://localhost./',
  'https://app.localhost/',
  'https://0.0.0.0/',
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://192.168.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://100.64.0.1/',
  'https://100.100.100.200/',
  'https://192.0.0.192/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://240.0.0.1/',
  'https://[::]/',
  'https://[::1]/',
  'https://[::127.0.0.1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:a00:1::]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://metadata.google.internal/',
  'https://printer.local/',
  'https://intranet/',
  'https://user:secret@hooks.example.com/',
  'https://user@hooks.example.com/',
  'http://hooks.example.net/',
];

describe('a webhook', () => {
  test.each(HOSTILE)('cannot be registered for %s', async (url) => {
    const { client } = openClient();
    expect(await client.send('POST', '/v1/webhooks', { url, events: ['contact.created'] })).toMatchObject({
      status: 422,
      body: { error: { type: 'validation_error', code: 'webhook_url_not_allowed', param: 'url' } },
    });
  });

  test('cannot be imported for such an address either', async () => {
    const { client } = openClient();
    const webhook = { id: 'wh_new', url: 'https://10.0.0.1/', events: ['contact.created'], description: null };
    const records = { webhooks: [{ ...webhook, status: 'active', created_at: '2026-02-01T00:00:00Z' }] };
    const state = { format: 'orbinto-sandbox', version: 1, seed: 1, records };
    expect(await client.send('PUT', '/_sandbox/state', state)).toMatchObject({
      status: 422,
      body: { error: { param: 'records.webhooks[0].url' } },
    });
  });

  // There the engine holds every name to public addresses, when it is sent to.
  test.skipIf(isOnWorkerd)('cannot be registered for a name with an address that is not public', async () => {
    const answers: Record<string, string[]> = {
      'good.example.net': ['93.184.216.34', '2606:4700::1'],
      'mixed.example.net': ['93.184.216.34', '192.168.0.1'],
      'nip.example.net': ['127.0.0.1'],
    };
    const resolve = (name: string): Promise<string[]> =>
      answers[name] ? Promise.resolve(answers[name]) : Promise.reject(new Error('ENOTFOUND'));
    const { client } = openClient({ resolve, localWebhooks: true });
    const statusOf = async (url: string): Promise<number> =>
      (await client.send('POST', '/v1/webhooks', { url, events: ['contact.created'] })).status;
    expect(await statusOf('https://good.example.net/')).toBe(201);
    expect(await statusOf('https://mixed.example.net/')).toBe(422);
    expect(await statusOf('https://nip.example.net/')).toBe(422);
    expect(await statusOf('https://no-such-name.example.net/')).toBe(201);
    expect(await statusOf('http://localhost:3000/')).toBe(201);
  });

  test('is judged after the rest of its body', async () => {
    const { client } = openClient();
    expect(await client.send('POST', '/v1/webhooks', { url: 'https://10.0.0.1/', events: [] })).toMatchObject({
      body: { error: { code: 'invalid_parameter', param: 'events' } },
    });
  });
});
