import type { Delivery } from '../../sandbox-panel/control-client.ts';
import { pageSandbox } from '../../session/environments.ts';
import { reasonOf } from '../../ui/response/status.ts';
import { showJson } from '../../ui/show-json.ts';

/** Tells the reader what happens, with the status once there is one. */
export type Say = (text: string, status?: number) => void;

interface Cause {
  /** `POST /v1/conversations/conv_abc123/close`. */
  request: string;
  /** Of the conversation. */
  id: string;
  say: Say;
}

/** How long a delivery is waited for, and how often it is looked for, in milliseconds. */
const PATIENCE = 3000;
const INTERVAL = 50;

const signatures = ['webhook-id', 'webhook-timestamp', 'webhook-signature', 'x-orbinto-signature'];

/** Shows the delivery of what a request has caused: where it went, how it is signed, what it says, as the sandbox's log has it. */
export async function showDelivery(place: Element, { request, id, say }: Cause): Promise<void> {
  const delivery = await find(id, Date.now() + PATIENCE);
  const attempt = delivery?.attempts.at(-1);
  if (!delivery || !attempt) {
    place.textContent = `${request}\n\nNo delivery yet: the sandbox may be told to wait, or to fail.`;
    return say('No delivery yet', 0);
  }
  const { headers, url, body } = attempt.request;
  const status = attempt.response?.status ?? 0;
  const told = Object.entries(headers).filter(([name]) => signatures.includes(name.toLowerCase()));
  const lines = [
    request,
    `caused ${delivery.event}, sent to ${url}`,
    '',
    ...told.map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ];
  const payload = document.createElement('span');
  showJson(payload, body ?? '');
  place.replaceChildren(lines.join('\n'), payload);
  say(status === 0 ? (attempt.error?.message ?? 'No answer') : `Delivered: ${status} ${reasonOf(status)}`, status);
}

async function find(id: string, end: number): Promise<Delivery | undefined> {
  const sandbox = await pageSandbox.load();
  for (;;) {
    const response = await sandbox.control('/deliveries?event=conversation.closed&per_page=10');
    const { data = [] } = (await response.json()) as { data?: readonly Delivery[] };
    const found = data.find(({ attempts }) => attempts.at(-1)?.request.body?.includes(`"${id}"`));
    if (found || Date.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
