import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import { ADMIN_KEY, openSandbox } from '../open-sandbox.ts';
import type { OpenSandbox } from '../open-sandbox.ts';

/** A delivery as the control interface tells it. */
export interface Delivery {
  id: string;
  webhook_id: string;
  event: string;
  event_id: string;
  status: 'pending' | 'delivered' | 'failed';
  failure: string | null;
  next_attempt_at: string | null;
  attempts: Attempt[];
}

export interface Attempt {
  started_at: string;
  ended_at: string;
  duration_ms: number;
  request: { method: string; url: string; headers: Record<string, string>; body: string };
  response: { status: number; body: string } | null;
  error: { code: string; message: string } | null;
}

export interface Webhook {
  id: string;
  url: string;
  events: string[];
  status: 'active' | 'failed';
  secret: string;
}

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

type Fetch = (request: Request) => Promise<Response>;

/** Speaks JSON with one workspace of a sandbox, in memory or over HTTP. */
export class Client {
  readonly #fetch: Fetch;
  readonly #base: string;
  readonly #key: string;

  constructor(fetch: Fetch, base = 'http://sandbox', key = 'sk_test_admin') {
    this.#fetch = fetch;
    this.#base = base;
    this.#key = key;
  }

  /** The same sandbox with another key. */
  as(key: string): Client {
    return new Client(this.#fetch, this.#base, key);
  }

  async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await this.#fetch(
      new Request(`${this.#base}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${this.#key}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? null : JSON.parse(text)) as T };
  }

  /** Sends a request that must succeed. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.send<T>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  createWebhook(events: string[], url = 'https://hooks.example.com/a'): Promise<Webhook> {
    return this.ask('POST', '/v1/webhooks', { url, events });
  }

  /** Stops the workspace's clock at a time. */
  freeze(now = '2026-03-02T09:00:00Z'): Promise<{ now: string; frozen: boolean }> {
    return this.ask('POST', '/_sandbox/clock', { now, frozen: true });
  }

  /** Moves the clock, which runs everything that is due. */
  advance(seconds = 0): Promise<{ now: string; frozen: boolean }> {
    return this.ask('POST', '/_sandbox/clock', { advance_seconds: seconds });
  }

  receive(receiver: { status?: number; delay_ms?: number }): Promise<unknown> {
    return this.ask('PUT', '/_sandbox/receiver', receiver);
  }

  trigger(event: string, id?: string): Promise<{ data: { id: string }; deliveries: { id: string }[] }> {
    return this.ask('POST', '/_sandbox/events', { event, id });
  }

  async deliveries(query = ''): Promise<Delivery[]> {
    return (await this.ask<{ data: Delivery[] }>('GET', `/_sandbox/deliveries${query}`)).data;
  }

  delivery(id: string): Promise<Delivery> {
    return this.ask('GET', `/_sandbox/deliveries/${id}`);
  }
}

/** What a hosted sandbox can be told, too. */
const FOR_ALL: readonly string[] = ['clock', 'rateLimits', 'seed', 'report'];

/**
 * A sandbox in memory and a client of it; with `SANDBOX_ENGINE=workerd` a space of the hosted one.
 * @throws there for what only a sandbox in memory can be given, such as a store
 */
export function openClient(options: SandboxOptions = {}): { client: Client; sandbox: OpenSandbox } {
  const given = { rateLimits: false, ...options };
  const own = Object.keys(given).find((name) => !FOR_ALL.includes(name));
  if (isOnWorkerd && own !== undefined) throw new Error(`A hosted sandbox is not given a ${own}: skip the test there`);
  const sandbox = isOnWorkerd ? openSandbox(given) : createSandbox(given);
  return { sandbox, client: new Client((request) => sandbox.fetch(request), 'http://sandbox', ADMIN_KEY) };
}

/** Waits until something holds. @throws when it does not for too long */
export async function until(what: () => boolean | Promise<boolean>, milliseconds = 10_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`Waited ${milliseconds} ms in vain`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
