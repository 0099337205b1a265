import { expect, test } from 'vitest';
import type { OpenApiDocument } from '../../../openapi/document/openapi-document.ts';
import type { SecurityScheme } from '../../../openapi/document/security-scheme.ts';
import { buildReference } from '../model.ts';
import { schemesView } from './schemes-view.ts';

function schemes(securitySchemes: Record<string, SecurityScheme>) {
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    paths: {},
    components: { securitySchemes },
  };
  const reference = buildReference(document, {
    base: '/reference',
    siteBase: '',
    title: 'API',
    secretVariable: 'API_KEY',
    languages: [],
    extensions: [],
  });
  return schemesView(reference);
}

const titles = (securitySchemes: Record<string, SecurityScheme>) => schemes(securitySchemes).map(({ title }) => title);
const flows = (tokenUrl: string) => ({ flows: { clientCredentials: { tokenUrl, scopes: {} } } });

test('a scheme is called by what it is, and by its own name where two are the same', () => {
  expect(
    titles({
      digest: { type: 'http', scheme: 'digest' },
      login: { type: 'http', scheme: 'Basic' },
      user: { type: 'http', scheme: 'bearer' },
      admin: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      machine: { type: 'oauth2', ...flows('https://a.example.com') },
      person: { type: 'oauth2', ...flows('https://b.example.com') },
      proof: { type: 'http', scheme: 'dpop' },
    }),
  ).toEqual([
    'Digest authentication',
    'Basic authentication',
    'Bearer token user',
    'Bearer token admin',
    'OAuth 2.0 machine',
    'OAuth 2.0 person',
    'DPoP authentication',
  ]);
});

test('an API key is told from others by what it is sent as, else by its name', () => {
  expect(titles({ key: { type: 'apiKey', in: 'header', name: 'X-Key' } })).toEqual(['API key']);
  expect(
    titles({ a: { type: 'apiKey', in: 'header', name: 'X-A' }, b: { type: 'apiKey', in: 'header', name: 'X-B' } }),
  ).toEqual(['API key X-A', 'API key X-B']);
  expect(
    titles({ one: { type: 'apiKey', in: 'header', name: 'X-A' }, two: { type: 'apiKey', in: 'header', name: 'X-A' } }),
  ).toEqual(['API key one', 'API key two']);
});

test('what is sent is told with what it is made of', () => {
  const how = (scheme: SecurityScheme) => schemes({ only: scheme })[0]?.how;
  expect(how({ type: 'http', scheme: 'basic' })).toBe('Authorization: Basic (base64 of user:password)');
  expect(how({ type: 'http', scheme: 'digest' })).toBe('Authorization: Digest …');
  expect(how({ type: 'http', scheme: 'bearer' })).toBe('Authorization: Bearer …');
});

test('the addresses of OAuth flows are told, those for devices too', () => {
  const device = {
    deviceAuthorizationUrl: 'https://a.example.com/device',
    tokenUrl: 'https://a.example.com/token',
    scopes: {},
  };
  expect(schemes({ only: { type: 'oauth2', flows: { deviceAuthorization: device } } })[0]?.flows).toEqual([
    { name: 'deviceAuthorization, device authorization URL', url: 'https://a.example.com/device' },
    { name: 'deviceAuthorization, token URL', url: 'https://a.example.com/token' },
  ]);
});

test('a flow of which nothing is said has no addresses', () => {
  const silent = { type: 'oauth2', flows: { implicit: null } } as unknown as SecurityScheme;
  expect(schemes({ only: silent })[0]).toMatchObject({ flows: [], scopes: [] });
});

test('the metadata of an authorization server are told, in the words of any version', () => {
  const url = 'https://a.example.com/.well-known/oauth-authorization-server';
  const [newer, older, none] = schemes({
    newer: { type: 'oauth2', oauth2MetadataUrl: url },
    older: { type: 'oauth2', 'x-oauth2MetadataUrl': url },
    none: { type: 'oauth2', 'x-oauth2MetadataUrl': 1 },
  });
  expect([newer?.flows, older?.flows, none?.flows]).toEqual([
    [{ name: 'Metadata', url }],
    [{ name: 'Metadata', url }],
    [],
  ]);
});

test('scopes are told by flow, once where all flows have the same', () => {
  const flow = (scopes: Record<string, string>) => ({ tokenUrl: 'https://a.example.com', scopes });
  const told = (flows: SecurityScheme['flows'] = {}) =>
    schemes({ only: { type: 'oauth2', flows } })[0]?.scopes.map((one) => [
      one.flows,
      ...one.list.map(({ name, text }) => `${name}: ${text}`),
    ]);
  expect(
    told({ clientCredentials: flow({ r: 'As a machine', all: '' }), password: flow({ r: 'As a person' }) }),
  ).toEqual([
    ['clientCredentials', 'r: As a machine', 'all: '],
    ['password', 'r: As a person'],
  ]);
  expect(told({ clientCredentials: flow({ r: 'Read' }), password: flow({ r: 'Read' }) })).toEqual([['', 'r: Read']]);
  expect(told({ clientCredentials: flow({}), password: flow({ r: 'Read' }) })).toEqual([['password', 'r: Read']]);
});
