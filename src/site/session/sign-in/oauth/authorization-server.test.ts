import { afterEach, describe, expect, it, vi } from 'vitest';
import { environments } from '../../environments.ts';
import { loadDocument } from '../../../../openapi/document/load.ts';
import { resolve } from '../../../../openapi/document/refs.ts';
import { authorizationServer, checkServer } from './authorization-server.ts';

const document = await loadDocument('spec/openapi.yaml');
const scheme = document.components?.securitySchemes?.oauth2;
const flow = scheme && resolve(document, scheme).flows?.authorizationCode;

const { live, mock } = environments;
const answer = (respond: () => Response | Promise<Response>) =>
  vi.stubGlobal('fetch', () => Promise.resolve(respond()));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('authorizationServer', () => {
  it('has the addresses of the spec for live', () => {
    const server = authorizationServer(live);
    expect(flow?.authorizationUrl).toBe(server.authorize);
    expect(flow?.tokenUrl).toBe(server.token);
    expect(scheme).toHaveProperty('description', expect.stringContaining(server.revoke));
    expect(scheme).toHaveProperty('description', expect.stringContaining(server.metadata ?? 'none'));
  });

  it('follows the mock’s address', () => {
    const server = authorizationServer({ ...mock, baseUrl: 'http://localhost:4999/v1' });
    expect(server.token).toBe('http://localhost:4999/oauth/token');
  });
});

describe('checkServer', () => {
  const check = () => checkServer(authorizationServer(mock));

  it('lets the server through that names itself', async () => {
    answer(() => Response.json({ issuer: 'http://127.0.0.1:4010' }));
    await expect(check()).resolves.toBeUndefined();
  });

  it('refuses another one, and what is none', async () => {
    for (const respond of [() => Response.json({ issuer: 'http://evil' }), () => new Response('hello')]) {
      answer(respond);
      await expect(check()).rejects.toMatchObject({ code: 'wrong_issuer' });
    }
  });

  it('tells where nothing answers', async () => {
    answer(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(check()).rejects.toMatchObject({ code: 'unreachable' });
  });
});
