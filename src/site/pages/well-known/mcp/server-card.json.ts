import type { APIRoute } from 'astro';
import { serverCard } from '../../../../sandbox/mcp/server-card.ts';
import { hostedUrl } from '../../../session/environments.ts';

/** What agents can connect to: the hosted sandbox, where there is one. A sandbox that runs tells the same of itself. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(serverCard(hostedUrl && new URL(hostedUrl).origin), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
