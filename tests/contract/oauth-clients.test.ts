/** The authorization server as independent client libraries see it: what they check is the standards' word, not ours. */
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { AuthorizationCode } from 'simple-oauth2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REDIRECT_URI } from '../oauth/flow.ts';
import { openServer } from '../open-server.ts';
import type { Server } from '../open-server.ts';
import { visit } from '../oauth/user.ts';

const scope = 'contacts:read conversations:read';
const http = { [oauth.allowInsecureRequests]: true };
let mock: Server;

beforeAll(async () => {
  mock = await openServer();
});
afterAll(() => mock.close());

async function statusOf(accessToken: unknown, path = '/v1/contacts'): Promise<number> {
  const headers = { Authorization: `Bearer ${String(accessToken)}` };
  return (await fetch(`${mock.url}${path}`, { headers })).status;
}

describe('oauth4webapi', () => {
  const clients: [name: string, id: string, authentication: oauth.ClientAuth][] = [
    ['a public client', 'client_test', oauth.None()],
    ['a confidential client, by header', 'client_web', oauth.ClientSecretBasic('cs_test_web')],
    ['a confidential client, by form', 'client_web', oauth.ClientSecretPost('cs_test_web')],
  ];

  async function discover(): Promise<oauth.AuthorizationServer> {
    const issuer = new URL(mock.url);
    const answer = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...http });
    return oauth.processDiscoveryResponse(issuer, answer);
  }

  function addressOf(server: oauth.AuthorizationServer, client_id: string, more: Record<string, string>): URL {
    const url = new URL(server.authorization_endpoint ?? '');
    const parameters = { client_id, redirect_uri: REDIRECT_URI, response_type: 'code', scope, ...more };
    url.search = new URLSearchParams(parameters).toString();
    return url;
  }

  test.each(clients)('signs in, calls, refreshes and revokes as %s', async (_name, client_id, authentication) => {
    const server = await discover();
    const client = { client_id };
    const verifier = oauth.generateRandomCodeVerifier();
    const code_challenge = await oauth.calculatePKCECodeChallenge(verifier);
    const state = oauth.generateRandomState();
    const url = addressOf(server, client_id, { state, code_challenge, code_challenge_method: 'S256' });
    const answer = oauth.validateAuthResponse(server, client, await visit(url), state);
    const exchange = [server, client, authentication, answer, REDIRECT_URI, verifier, http] as const;
    const response = await oauth.authorizationCodeGrantRequest(...exchange);
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response);
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope });
    expect(await statusOf(tokens.access_token)).toBe(200);
    expect(await statusOf(tokens.access_token, '/v1/webhooks')).toBe(403);

    const refresh = [server, client, authentication, tokens.refresh_token ?? '', http] as const;
    const refreshed = await oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(...refresh),
    );
    const revoke = [server, client, authentication, refreshed.refresh_token ?? '', http] as const;
    await oauth.processRevocationResponse(await oauth.revocationRequest(...revoke));
    expect(await statusOf(refreshed.access_token)).toBe(401);
    const reused = oauth.processRefreshTokenResponse(server, client, await oauth.refreshTokenGrantRequest(...refresh));
    await expect(reused).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('reads a denial, its state and its issuer', async () => {
    const server = await discover();
    const code_challenge = await oauth.calculatePKCECodeChallenge(oauth.generateRandomCodeVerifier());
    const url = addressOf(server, 'client_test', { state: 's', code_challenge, code_challenge_method: 'S256' });
    const location = await visit(url, 'deny');
    expect(() => oauth.validateAuthResponse(server, { client_id: 'client_test' }, location, 's')).toThrow(
      expect.objectContaining({ error: 'access_denied' }),
    );
  });
});

describe('openid-client', () => {
  test.each([
    ['a public client', 'client_test', openid.None()],
    ['a confidential client', 'client_web', openid.ClientSecretBasic('cs_test_web')],
  ])('signs in, calls, refreshes and revokes as %s', async (_name, id, authentication) => {
    const options: openid.DiscoveryRequestOptions = { algorithm: 'oauth2', execute: [openid.allowInsecureRequests] };
    const config = await openid.discovery(new URL(mock.url), id, undefined, authentication, options);
    expect(config.serverMetadata().supportsPKCE()).toBe(true);
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const expectedState = openid.randomState();
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: REDIRECT_URI,
      scope,
      state: expectedState,
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    });
    const callback = await visit(address);
    const tokens = await openid.authorizationCodeGrant(config, callback, { pkceCodeVerifier, expectedState });
    expect(tokens.expires_in).toBe(3600);
    const contacts = new URL('/v1/contacts', mock.url);
    const answer = await openid.fetchProtectedResource(config, tokens.access_token, contacts, 'GET');
    expect(answer.status).toBe(200);

    const refreshed = await openid.refreshTokenGrant(config, tokens.refresh_token ?? '');
    await openid.tokenRevocation(config, refreshed.refresh_token ?? '');
    expect(await statusOf(refreshed.access_token)).toBe(401);
  });

  test('is told that a code was used twice', async () => {
    const options: openid.DiscoveryRequestOptions = { algorithm: 'oauth2', execute: [openid.allowInsecureRequests] };
    const config = await openid.discovery(new URL(mock.url), 'client_test', undefined, openid.None(), options);
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const code_challenge = await openid.calculatePKCECodeChallenge(pkceCodeVerifier);
    const parameters = { redirect_uri: REDIRECT_URI, scope, state: 's', code_challenge, code_challenge_method: 'S256' };
    const callback = await visit(openid.buildAuthorizationUrl(config, parameters));
    const exchange = () => openid.authorizationCodeGrant(config, callback, { pkceCodeVerifier, expectedState: 's' });
    const { access_token } = await exchange();
    await expect(exchange()).rejects.toMatchObject({ error: 'invalid_grant' });
    expect(await statusOf(access_token)).toBe(401);
  });
});

describe('simple-oauth2', () => {
  test.each([
    ['the confidential client, by header', { id: 'client_web', secret: 'cs_test_web' }, 'header'],
    ['the confidential client, by form', { id: 'client_web', secret: 'cs_test_web' }, 'body'],
    // It sends a secret whether one wants it or not; an empty one counts as none.
    ['the public client, with an empty secret by form', { id: 'client_test', secret: '' }, 'body'],
    ['the public client, with an empty secret by header', { id: 'client_test', secret: '' }, 'header'],
  ] as const)('signs in, calls, refreshes and revokes as %s', async (_name, client, authorizationMethod) => {
    const auth = { tokenHost: mock.url };
    const simple = new AuthorizationCode({ client, auth, options: { authorizationMethod } });
    const code_verifier = oauth.generateRandomCodeVerifier();
    const pkce = {
      code_challenge: await oauth.calculatePKCECodeChallenge(code_verifier),
      code_challenge_method: 'S256',
    };
    const address = simple.authorizeURL({ redirect_uri: REDIRECT_URI, scope, state: 's', ...pkce });
    const code = (await visit(address)).searchParams.get('code') ?? '';
    const exchange = { code, redirect_uri: REDIRECT_URI, code_verifier };
    const first = await simple.getToken(exchange);
    expect(await statusOf(first.token['access_token'])).toBe(200);

    const second = await first.refresh();
    expect(second.token['refresh_token']).not.toBe(first.token['refresh_token']);
    await second.revokeAll();
    expect(await statusOf(second.token['access_token'])).toBe(401);
    await expect(second.refresh()).rejects.toThrow();
  });
});
