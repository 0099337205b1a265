import { expect } from 'vitest';
import type { Client } from '../webhooks/client.ts';

/** A workspace that was made for a while, as the control interface tells it. */
export interface Made {
  workspace: string;
  key: string;
  expires_at: string;
  panel_url: string;
}

export interface Refusal {
  error: { code: string; message: string; param?: string };
}

/** Has a sandbox make a workspace. */
export function make(client: Client, body?: object): Promise<Made> {
  return client.as('').ask('POST', '/_sandbox/workspaces', body);
}

/** Expects that a key opens nothing any more, wherever it is sent. */
export async function expectOver(key: string, client: Client): Promise<void> {
  for (const [method, path] of [
    ['GET', '/v1/operators'],
    ['POST', '/v1/contacts'],
    ['GET', '/_sandbox/workspaces'],
    ['PATCH', '/_sandbox/workspaces'],
    ['DELETE', '/_sandbox/workspaces'],
    ['POST', '/_sandbox/reset'],
  ] as const) {
    const { status, headers, body } = await client.as(key).send<Refusal>(method, path);
    expect([method, path, status, body]).toMatchObject([method, path, 401, { error: { code: 'workspace_expired' } }]);
    expect(headers.get('WWW-Authenticate')).toContain('invalid_token');
  }
}
