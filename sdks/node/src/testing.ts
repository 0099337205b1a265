import { EVENT_EXAMPLES } from './generated/event-examples.ts';
import type { EventMap, UnknownEvent } from './generated/events.ts';
import {
  PLAIN_SIGNATURE_HEADER,
  WEBHOOK_ID_HEADER,
  WEBHOOK_SIGNATURE_HEADER,
  WEBHOOK_TIMESTAMP_HEADER,
} from './generated/settings.ts';
import { plainSignature, standardSignature } from './signature.ts';
import { keysOf } from './verify.ts';

/** An event as a receiver gets it. */
export interface BuiltEvent<Event> {
  event: Event;
  /** As it is sent. */
  body: string;
  headers: Record<string, string>;
  /** A Fetch request with both, for handlers that take one. */
  request(url?: string): Request;
}

export interface BuildOptions {
  /** `whsec_…`, the one that your receiver checks with. */
  secret: string;
  /** Merged over the example's `data`. */
  data?: object | undefined;
  /** Otherwise drawn at random. */
  id?: string | undefined;
  /** When it was sent, in Unix seconds: now. */
  now?: number | undefined;
}

async function build<Name extends keyof EventMap>(
  name: Name,
  options: BuildOptions,
): Promise<BuiltEvent<EventMap[Name]>>;
async function build(name: string, options: BuildOptions): Promise<BuiltEvent<UnknownEvent>>;
async function build(name: string, options: BuildOptions): Promise<BuiltEvent<unknown>> {
  const { secret, data, now = Date.now() / 1000, id = `evt_${crypto.randomUUID().replaceAll('-', '')}` } = options;
  const [key] = keysOf(secret);
  if (!key) throw new TypeError('No secret');
  const example = (EVENT_EXAMPLES[name] ?? { event: name, timestamp: new Date(now * 1000).toISOString() }) as {
    data?: object;
  };
  const event = { ...example, data: { ...example.data, ...data } };
  const body = JSON.stringify(event);
  const bytes = new TextEncoder().encode(body);
  const timestamp = String(Math.floor(now));
  const headers = {
    'Content-Type': 'application/json',
    [WEBHOOK_ID_HEADER]: id,
    [WEBHOOK_TIMESTAMP_HEADER]: timestamp,
    [WEBHOOK_SIGNATURE_HEADER]: await standardSignature(key, id, timestamp, bytes),
    [PLAIN_SIGNATURE_HEADER]: await plainSignature(key, bytes),
  };
  const request = (url = 'https://receiver.example.com/webhooks'): Request =>
    new Request(url, { method: 'POST', headers, body });
  return { event, body, headers, request };
}

/** Events for tests: whole, as in the documentation, and signed both ways. */
export const events = { build };
