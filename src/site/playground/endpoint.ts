import { events } from '../../sandbox/generated/events.ts';
import { registerEndpoint } from './acts.ts';
import { messageOf } from '../sandbox-answer.ts';
import { perform, read } from './port.ts';
import type { Port } from './port.ts';
import type { CallEntry } from './traffic.ts';

/** Where the playground is told: a name of the sandbox's built-in receiver, so that nothing leaves the browser. */
export const ENDPOINT = 'https://playground.example.com/webhooks';

/** The webhook of one open page. Its secret was answered once and is kept in this page's memory only. */
export interface Endpoint {
  readonly id: string;
  readonly secret: string;
}

/** The pages of this browser that are open, as far as they are endpoints. */
export interface OpenPages {
  /** Does something while no other page does. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The webhooks of the pages that are open. */
  endpoints(): Promise<ReadonlySet<string>>;
  /** Tells the others of this page's webhook, for as long as the page is open. */
  claim(id: string): Promise<void>;
}

/**
 * Registers a webhook of its own for this page, for all events, and takes away those that closed pages have left.
 * @throws Error with the API's words where it refuses
 */
export function openEndpoint(port: Port, pages: OpenPages): Promise<{ endpoint: Endpoint; entry: CallEntry }> {
  return pages.alone(async () => {
    await deleteLeftovers(port, await pages.endpoints());
    const act = registerEndpoint(ENDPOINT, events);
    const response = await perform(port, act);
    const text = await response.text();
    if (response.status !== 201) throw new Error(messageOf(response.status, text));
    const { id, secret } = JSON.parse(text) as Endpoint;
    await pages.claim(id);
    const entry: CallEntry = {
      kind: 'call',
      key: `call-${id}`,
      act,
      status: response.status,
      answer: withoutSecret(text, secret),
    };
    return { endpoint: { id, secret }, entry };
  });
}

/** Whether the workspace still has the webhook: a reset or an import takes it away. */
export async function isRegistered(port: Port, { id }: Endpoint): Promise<boolean> {
  return (await listWebhooks(port)).some((webhook) => webhook.id === id);
}

async function deleteLeftovers(port: Port, living: ReadonlySet<string>): Promise<void> {
  const left = (await listWebhooks(port)).filter(({ id, url }) => url === ENDPOINT && !living.has(id));
  for (const { id } of left) await port.api(`/webhooks/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

async function listWebhooks(port: Port): Promise<readonly { readonly id: string; readonly url: string }[]> {
  return (await read<{ data: { id: string; url: string }[] }>(port, '/webhooks?limit=100'))?.data ?? [];
}

/** What is shown stays on the screen, and may be shared. */
function withoutSecret(text: string, secret: string): string {
  return text.replaceAll(secret, 'whsec_…');
}
