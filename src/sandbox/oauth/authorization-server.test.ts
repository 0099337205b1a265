import { describe, expect, test } from 'vitest';
import { expectRefusal } from '../../../tests/oauth/expect-refusal.ts';
import { Flow } from '../../../tests/oauth/flow.ts';
import { createSandbox } from '../sandbox.ts';
import { MemoryStore } from '../store/memory-store.ts';
import { StorageError } from '../store/record-store.ts';
import type { StoredState } from '../store/record-store.ts';

const sandbox = createSandbox({ trustProxy: true });
const ask = (url: string, init: RequestInit = {}): Promise<Response> => sandbox.fetch(new Request(url, init));
const SHARED = [
  '/oauth/token',
  '/oauth/revoke',
  '/.well-known/oauth-authorization-server',
  '/.well-known/oauth-protected-resource/v1',
];

describe('the metadata', () => {
  test('describes the server at the address that it was asked at', async () => {
    const answer = await ask('http://localhost:4010/.well-known/oauth-authorization-server');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      issuer: 'http://localhost:4010',
      authorization_endpoint: 'http://localhost:4010/oauth/authorize',
      token_endpoint: 'http://localhost:4010/oauth/token',
      revocation_endpoint: 'http://localhost:4010/oauth/revoke',
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    });
  });

  test('names an https issuer behind a proxy that speaks https', async () => {
    const headers = { 'X-Forwarded-Proto': 'https' };
    const answer = await ask('http://sandbox.example/.well-known/oauth-authorization-server', { headers });
    expect(await answer.json()).toMatchObject({ issuer: 'https://sandbox.example' });
  });

  test('is found by a client that knows only the API', async () => {
    const refusal = await ask('http://localhost:4010/v1/contacts');
    const challenge = refusal.headers.get('WWW-Authenticate') ?? '';
    const resource = await ask(/^Bearer resource_metadata="([^"]+)"$/.exec(challenge)?.[1] ?? '');
    const found: unknown = await resource.json();
    expect(found).toMatchObject({
      resource: 'http://localhost:4010/v1',
      authorization_servers: ['http://localhost:4010'],
      bearer_methods_supported: ['header'],
    });
    const server = await ask('http://localhost:4010/.well-known/oauth-authorization-server');
    expect(found).toMatchObject({
      scopes_supported: ((await server.json()) as { scopes_supported: string[] }).scopes_supported,
    });
  });
});

describe('a page of another origin', () => {
  test.each(SHARED)('may use %s', async (path) => {
    const headers = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'POST' };
    const preflight = await ask(`http://127.0.0.1:4010${path}`, { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
    const method = path.startsWith('/oauth') ? 'POST' : 'GET';
    const answer = await ask(`http://127.0.0.1:4010${path}`, { method });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  test.each(['GET', 'POST', 'OPTIONS', 'PUT'])('may not read what the consent page answers to %s', async (method) => {
    const headers = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'POST' };
    const answer = await ask('http://127.0.0.1:4010/oauth/authorize', { method, headers });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(answer.ok).toBe(false);
  });
});

describe('a request for something that is not there', () => {
  test.each(['/oauth', '/oauth/', '/oauth/introspect', '/oauth/toString'])(
    '%s is a 404 in the format of OAuth',
    async (path) => {
      const answer = await ask(`http://127.0.0.1:4010${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ error: 'invalid_request' });
    },
  );

  test.each([
    ['/oauth/token', 'GET', 'POST'],
    ['/oauth/revoke', 'DELETE', 'POST'],
    ['/oauth/authorize', 'PUT', 'GET, HEAD, POST'],
    ['/.well-known/oauth-authorization-server', 'POST', 'GET, HEAD'],
  ])('%s with %s is a 405 that tells the methods', async (path, method, allow) => {
    const answer = await ask(`http://127.0.0.1:4010${path}`, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toBe(allow);
  });
});

test('behind a proxy, plain http is redirected and nothing is asked of it', async () => {
  const headers = { 'X-Forwarded-Proto': 'http' };
  const answer = await ask('http://sandbox.example/oauth/authorize?x=1', { headers });
  expect(answer.status).toBe(301);
  expect(answer.headers.get('Location')).toBe('https://sandbox.example/oauth/authorize?x=1');
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
});

test('what cannot be kept is a 500 that tells nothing of the inside, and is reported', async () => {
  const failure = new StorageError('The disk is full');
  const reported: unknown[] = [];
  const memory = new MemoryStore();
  let isFull = false;
  const store = {
    transact: <T>(state: StoredState, work: () => T): T => {
      if (isFull) throw failure;
      return memory.transact(state, work);
    },
    drop: () => undefined,
    close: () => undefined,
  };
  const full = createSandbox({ store, report: (error) => reported.push(error) });
  const flow = new Flow((request) => full.fetch(request));
  const { access_token, refresh_token } = await flow.signIn();
  const page = await flow.ask();
  isFull = true;
  await expectRefusal(await flow.refresh(refresh_token), 'server_error', 500);
  const approved = await flow.decide(page, 'approve');
  expect([approved.status, await approved.json()]).toMatchObject([500, { error: 'server_error' }]);
  expect((await flow.call(access_token)).status).toBe(500);
  expect(reported).toEqual([failure, failure, failure]);
});
