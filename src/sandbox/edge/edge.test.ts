import { describe, expect, test } from 'vitest';
import { FakeNamespace } from '../../../tests/edge/fake-object.ts';
import { addressOf, fetchFromObject, isOfSandbox } from './edge.ts';
import { tell, told } from './told.ts';

const OBJECTS = new FakeNamespace(() => ({ fetch: () => Promise.resolve(new Response()) }));
const BASE = 'https://sandbox.example';

describe('where a request comes from', () => {
  const from = (clientIp: string | undefined, headers: Record<string, string> = {}, TRUST_PROXY = 'off') =>
    addressOf(Object.assign(new Request(BASE, { headers }), clientIp && { cf: { clientIp } }), {
      OBJECTS,
      TRUST_PROXY,
    });

  test.each([
    ['192.0.2.1:4010', '192.0.2.1'],
    ['[2001:db8::1]:4010', '2001:db8::1'],
    ['[::ffff:192.0.2.1]:4010', '::ffff:192.0.2.1'],
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('is what the engine says without its port, which is another with every connection: %s', (peer, address) => {
    expect(from(peer)).toBe(address);
  });

  test('is not what the caller says', () => {
    const claims = { 'CF-Connecting-IP': '198.51.100.1', 'X-Forwarded-For': '198.51.100.1' };
    expect(from('192.0.2.1:4010', claims)).toBe('192.0.2.1');
  });

  test('is what a header says on a network whose engine does not tell, or the last proxy where that is trusted', () => {
    expect(from(undefined, { 'CF-Connecting-IP': '198.51.100.1' })).toBe('198.51.100.1');
    expect(from('192.0.2.1:4010', { 'X-Forwarded-For': '10.0.0.1, 198.51.100.1' }, 'on')).toBe('198.51.100.1');
    expect(from('192.0.2.1:4010', {}, 'on')).toBe('192.0.2.1');
  });
});

test.each([
  ['/v1/contacts', true],
  ['/v1', true],
  ['/_sandbox/state', true],
  ['/oauth/authorize?x=1', true],
  ['/oauth/token', true],
  ['/oauth/revoke', true],
  ['/.well-known/oauth-authorization-server', true],
  ['/.well-known/oauth-protected-resource/v1', true],
  ['/mcp', true],
  ['/mcp/server-card', true],
  ['/.well-known/mcp/server-card.json', true],
  ['/mcp/', false],
  ['/', false],
  ['/oauth/authorize/', false],
  ['/oauth/callback/?code=x', false],
  ['/.well-known/api-catalog', false],
  ['/v10', false],
  ['/guides/sandbox/', false],
])('%s is the sandbox’s: %s', (path, expected) => {
  expect(isOfSandbox(`${BASE}${path}`)).toBe(expected);
});

describe('a request', () => {
  test('is told to its object with the address that it came from, whatever it says itself', async () => {
    const seen: { readonly request: Request; readonly text: string }[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      seen.push({ request, text: await request.text() });
      return new Response();
    };
    const headers = new Headers({ Authorization: 'Bearer sk_test_mycompany' });
    tell(headers, { purpose: 'count-made', name: 'another', address: '127.0.0.1' });
    const body = JSON.stringify({ email: 'ann@example.com' });
    const request = new Request(`${BASE}/v1/contacts?x=1`, { method: 'POST', headers, body });
    await fetchFromObject(request, { OBJECTS: new FakeNamespace(() => ({ fetch })) }, '192.0.2.1');
    const sent = seen[0]?.request ?? expect.unreachable();
    expect(sent.url).toBe(`${BASE}/v1/contacts?x=1`);
    expect(told(sent.headers)).toEqual({ purpose: 'workspace', address: '192.0.2.1' });
    expect(seen[0]?.text).toBe(body);
  });

  test('whose body nobody reads is read to its end, so that its answer arrives', async () => {
    const chunk = new Uint8Array(100_000);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 40) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const request = new Request(`${BASE}/v1/contacts`, { method: 'POST', body, duplex: 'half' } as RequestInit);
    const fetch = () => Promise.resolve(new Response(null, { status: 401 }));
    const response = await fetchFromObject(request, { OBJECTS: new FakeNamespace(() => ({ fetch })) }, '192.0.2.1');
    expect([response.status, sent]).toEqual([401, 41]);
  });

  test('whose object fails is answered as documented', async () => {
    const fetch = () => Promise.reject(new Error('The object was reset'));
    const response = await fetchFromObject(
      new Request(`${BASE}/v1/contacts`),
      { OBJECTS: new FakeNamespace(() => ({ fetch })) },
      '192.0.2.1',
    );
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await response.json()).toMatchObject({
      error: { code: 'internal_error', request_id: response.headers.get('X-Request-Id') },
    });
  });
});
