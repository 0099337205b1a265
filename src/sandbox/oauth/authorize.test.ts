import { beforeEach, describe, expect, test } from 'vitest';
import { Flow, locationOf, readForm, REDIRECT_URI } from '../../../tests/oauth/flow.ts';
import type { Overrides } from '../../../tests/oauth/flow.ts';
import { openSandbox } from '../../../tests/open-sandbox.ts';
import { ManualClock } from '../clock.ts';
import { consents } from '../generated/policies.ts';

const ISSUER = 'http://127.0.0.1:4010';
let flow: Flow;
let clock: ManualClock;

beforeEach(() => {
  clock = new ManualClock();
  const sandbox = openSandbox({ clock });
  flow = new Flow((request) => sandbox.fetch(request));
});

describe('the consent page', () => {
  test('names the client, every scope in words, and where the user goes', async () => {
    const scopes = Object.keys(consents);
    const page = await (await flow.ask({ scope: scopes.join(' ') })).text();
    expect(page).toContain('Allow <em>Test app</em>');
    expect(scopes).toHaveLength(9);
    for (const words of Object.values(consents)) expect(page).toContain(words);
    expect(page).toContain('localhost:4321');
  });

  test('runs nothing, cannot be framed, is not kept, and its form leads to the client only', async () => {
    const { headers, status } = await flow.ask();
    const policy = headers.get('Content-Security-Policy');
    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:4321;");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('lets its form lead to any http address where the client has an IPv6 one: a policy cannot name it', async () => {
    const { headers } = await flow.ask({ redirect_uri: 'http://[::1]:4321/oauth/callback/' });
    expect(headers.get('Content-Security-Policy')).toContain("form-action 'self' http:;");
  });

  test('shows what it was given as text', async () => {
    const page = await (await flow.ask({ state: '"><script>alert(1)</script>' })).text();
    expect(page).not.toContain('<script');
    const error = await flow.ask({ redirect_uri: 'https://evil.example/<script>' }, { Accept: 'text/html' });
    expect(await error.text()).not.toContain('<script');
  });

  test('answers HEAD without a body', async () => {
    const sandbox = openSandbox();
    const answer = await sandbox.fetch(new Request(`${ISSUER}/oauth/authorize`, { method: 'HEAD' }));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe('');
  });
});

describe('a decision', () => {
  test('to approve sends the user back by a 303 with code, state and issuer', async () => {
    const answer = await flow.decide(await flow.ask(), 'approve');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const { origin, pathname, searchParams } = locationOf(answer);
    expect(`${origin}${pathname}`).toBe(REDIRECT_URI);
    expect([...searchParams.keys()]).toEqual(['code', 'state', 'iss']);
    expect(searchParams.get('code')).toMatch(/^ac_test_[\w-]{65,108}$/);
    expect(searchParams.get('state')).toBe('a state');
    expect(searchParams.get('iss')).toBe(ISSUER);
  });

  test('to deny sends the user back with access_denied', async () => {
    const answer = await flow.decide(await flow.ask(), 'deny');
    expect(answer.status).toBe(303);
    expect(Object.fromEntries(locationOf(answer).searchParams)).toMatchObject({
      error: 'access_denied',
      state: 'a state',
      iss: ISSUER,
    });
  });

  test('counts only with the ticket of the page that it was made on', async () => {
    const { request } = readForm(await (await flow.ask()).text());
    const { ticket } = readForm(await (await flow.ask({ scope: 'webhooks:manage' })).text());
    const stolen = await flow.post('/oauth/authorize', { request, ticket, decision: 'approve' });
    expect(stolen.status).toBe(200);
    expect(await stolen.text()).toContain('Please decide again');
    const forged = await flow.post('/oauth/authorize', { request, ticket: `1.${'a'.repeat(43)}`, decision: 'approve' });
    expect(forged.status).toBe(200);
    const missing = await flow.post('/oauth/authorize', { request, decision: 'approve' });
    expect(missing.status).toBe(400);
  });

  test('on a page that was open for too long is asked for again, and then counts', async () => {
    const page = await flow.ask();
    clock.advance(31 * 60_000);
    const again = await flow.decide(page, 'approve');
    expect(again.status).toBe(200);
    expect((await flow.decide(again, 'approve')).status).toBe(303);
  });

  test('is made once: the same page gives no second code, and neither does the other button', async () => {
    const form = readForm(await (await flow.ask()).text());
    const press = (decision: string) => flow.post('/oauth/authorize', { ...form, decision });
    expect((await press('perhaps')).status).toBe(400);
    expect(locationOf(await press('approve')).searchParams.has('code')).toBe(true);
    for (const decision of ['approve', 'deny']) {
      const again = await press(decision);
      expect([again.status, again.headers.get('Location')]).toEqual([400, null]);
    }
    expect(locationOf(await flow.decide(await flow.ask(), 'approve')).searchParams.has('code')).toBe(true);
  });

  describe('comes from the consent page:', () => {
    const decide = async (headers: Record<string, string>) => {
      const form = readForm(await (await flow.ask()).text());
      return flow.post('/oauth/authorize', { ...form, decision: 'approve' }, headers);
    };

    test.each<Record<string, string>>([
      { Origin: 'https://evil.example' },
      { Origin: 'http://localhost:4321' },
      { Origin: ISSUER.replace('http:', 'https:') },
      { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'null', 'Sec-Fetch-Site': 'same-site' },
      { Origin: ISSUER, 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'none' },
    ])('%j is refused', async (headers) => {
      const answer = await decide(headers);
      expect([answer.status, answer.headers.get('Location')]).toEqual([403, null]);
    });

    test.each<Record<string, string>>([
      {},
      { Origin: ISSUER },
      { Origin: 'null' },
      { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
      { Origin: ISSUER, 'Sec-Fetch-Site': 'same-origin' },
    ])('%j is taken', async (headers) => {
      expect((await decide(headers)).status).toBe(303);
    });
  });

  test('of another kind is refused', async () => {
    expect((await flow.decide(await flow.ask(), 'perhaps')).status).toBe(400);
    expect((await flow.decide(await flow.ask(), 'approve', { decision: ['approve', 'deny'] })).status).toBe(400);
  });
});

describe('a request that cannot be trusted sends nobody anywhere', () => {
  const cases: [what: string, overrides: Overrides, code: string][] = [
    ['no client', { client_id: undefined }, 'invalid_request'],
    ['an unknown client', { client_id: 'client_evil' }, 'invalid_client'],
    ['two clients', { client_id: ['client_test', 'client_test'] }, 'invalid_request'],
    ['no redirect address', { redirect_uri: undefined }, 'invalid_request'],
    ['an unregistered redirect address', { redirect_uri: 'https://evil.example/oauth/callback/' }, 'invalid_request'],
    ['two redirect addresses', { redirect_uri: [REDIRECT_URI, REDIRECT_URI] }, 'invalid_request'],
    [
      'an unregistered address and another mistake',
      { redirect_uri: 'https://evil.example/', state: undefined },
      'invalid_request',
    ],
  ];
  test.each(cases)('with %s', async (_what, overrides, code) => {
    const program = await flow.ask(overrides);
    expect(program.status).toBe(400);
    expect(program.headers.get('Location')).toBeNull();
    expect(await program.json()).toMatchObject({ error: code });
    const browser = await flow.ask(overrides, { Accept: 'text/html,*/*' });
    expect(browser.status).toBe(400);
    expect(browser.headers.get('Location')).toBeNull();
    expect(browser.headers.get('Content-Security-Policy')).toContain("form-action 'none'");
    expect(await browser.text()).toContain(`<code>${code}</code>`);
  });

  test.each(['iframe', 'frame', 'embed', 'object', 'fencedframe'])('when it is shown in an %s', async (element) => {
    const answer = await flow.ask({}, { 'Sec-Fetch-Dest': element });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('Location')).toBeNull();
  });

  test('when an approved form names an unregistered address', async () => {
    const request = 'client_id=client_test&redirect_uri=https%3A%2F%2Fevil.example%2F&response_type=code';
    const answer = await flow.post('/oauth/authorize', { request, ticket: 'x', decision: 'approve' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Location')).toBeNull();
  });
});

describe('a mistake that the client is told of', () => {
  const cases: [what: string, overrides: Overrides, code: string][] = [
    ['no response type', { response_type: undefined }, 'invalid_request'],
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['another response mode', { response_mode: 'fragment' }, 'invalid_request'],
    ['no challenge', { code_challenge: undefined }, 'invalid_request'],
    ['an empty challenge', { code_challenge: '' }, 'invalid_request'],
    ['a challenge that is no hash', { code_challenge: 'abc' }, 'invalid_request'],
    ['no challenge method', { code_challenge_method: undefined }, 'invalid_request'],
    ['the plain challenge method', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no scope', { scope: undefined }, 'invalid_scope'],
    ['an unknown scope', { scope: 'contacts:read contacts:erase' }, 'invalid_scope'],
    ['two scope parameters', { scope: ['contacts:read', 'contacts:write'] }, 'invalid_request'],
    ['two challenges', { code_challenge: ['a'.repeat(43), 'b'.repeat(43)] }, 'invalid_request'],
  ];
  test.each(cases)('%s', async (_what, overrides, code) => {
    const answer = await flow.ask(overrides);
    expect(answer.status).toBe(303);
    const location = locationOf(answer);
    expect(location.href.startsWith(`${REDIRECT_URI}?`)).toBe(true);
    expect(Object.fromEntries(location.searchParams)).toMatchObject({ error: code, state: 'a state', iss: ISSUER });
    expect(location.searchParams.get('code')).toBeNull();
  });

  test.each([[undefined], [''], [['one', 'two']]])('a state of %j, which is not handed back', async (state) => {
    const { searchParams } = locationOf(await flow.ask({ state }));
    expect(searchParams.get('error')).toBe('invalid_request');
    expect(searchParams.has('state')).toBe(false);
    expect(searchParams.get('iss')).toBe(ISSUER);
  });

  test('is described in the characters that the standard allows', async () => {
    const { searchParams } = locationOf(await flow.ask({ scope: 'bad"\\é\n' }));
    expect(searchParams.get('error_description')).toMatch(/^[ !#-[\]-~]+$/);
  });
});

test('an unknown parameter is ignored, even when it is sent twice', async () => {
  expect((await flow.ask({ resource: ['https://a.example', 'https://b.example'] })).status).toBe(200);
});
