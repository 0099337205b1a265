import { expect, vi } from 'vitest';
import { ManualClock } from '../../../src/sandbox/clock.ts';
import { events } from '../../../src/sandbox/generated/events.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import type { WebhookRequest } from '../../../src/sandbox/webhooks/send.ts';
import { Flow, REDIRECT_URI } from '../../oauth/flow.ts';

/** Where the sandbox of the person listens whom the client works for: what `npm run mock` prints. */
const ORIGIN = 'http://127.0.0.1:4010';

/**
 * The person whom a client works for: has a sandbox, a key for it, an endpoint for webhooks, and agrees to what the client asks for. Looks
 * afterwards whether the thing was done.
 */
export class Person {
  readonly key = 'sk_test_agentsperson';
  readonly clock = new ManualClock();
  /** What has arrived at the endpoint, as it arrived. */
  readonly received: WebhookRequest[] = [];
  readonly #sandbox = createSandbox({
    clock: this.clock,
    localWebhooks: true,
    send: (request) => {
      this.received.push(request);
      return Promise.resolve({ status: 204, body: '' });
    },
  });

  /** Answers as the network would: the sandbox is the only thing that can be reached. */
  readonly fetch = async (request: Request): Promise<Response> => {
    if (new URL(request.url).origin !== ORIGIN) throw new Error(`Nothing answers at ${request.url}.`);
    return this.#sandbox.fetch(request, { address: '127.0.0.1' });
  };

  /** An access token that may do what the scopes say, of a user who agrees to them. */
  async grant(scopes: readonly string[]): Promise<string> {
    const flow = new Flow((request) => this.fetch(request), ORIGIN);
    const workspace = this.key.replace('sk_test_', '');
    const tokens = await flow.signIn({ scope: scopes.join(' '), redirect_uri: REDIRECT_URI, login_hint: workspace });
    return tokens.access_token;
  }

  /** Looks into the workspace. */
  async see<T>(path: string, init: RequestInit = {}): Promise<T> {
    const headers = { Authorization: `Bearer ${this.key}`, 'Content-Type': 'application/json' };
    const response = await this.#sandbox.fetch(new Request(ORIGIN + path, { headers, ...init }), {
      address: '127.0.0.1',
    });
    return (await response.json()) as T;
  }

  /** Has every event there is happen, and waits until the endpoint has been told of each. */
  async causeEvents(): Promise<void> {
    for (const event of events) await this.see('/_sandbox/events', { method: 'POST', body: JSON.stringify({ event }) });
    const told = () => new Set(this.received.map(({ body }) => (JSON.parse(body) as { event: string }).event));
    await vi.waitFor(() => expect([...told()].sort()).toEqual([...events].sort()));
  }

  /** A request of a program of the person's, which is refused. */
  refusedRequest(): Request {
    return new Request(`${ORIGIN}/v1/contacts`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.key}`, 'Content-Type': 'text/plain' },
      body: '{"email":"ada@example.com"}',
    });
  }

  close(): Promise<void> {
    return this.#sandbox.close();
  }
}
