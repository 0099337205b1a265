import type { Random } from '../../src/sandbox/random.ts';
import type { Send } from './contract.ts';
import { mutate, wrongValue } from './fuzz-values.ts';

const EVENTS = [
  'chatbot.triggered',
  'conversation.created',
  'visitor.identified',
  'operator.status_changed',
  'no.event',
];

/** Those that leave the answers of the API alone, and what is none. */
const RECIPES = [
  'webhook-duplicate',
  'webhook-out-of-order',
  'webhook-late',
  'webhook-secret-rotation',
  'webhook-timeout',
  'clock-skew',
  'no-recipe',
  7,
];

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Uses the control interface of the workspaces that are fuzzed, sensibly and not. */
export class Controls {
  readonly #send: Send;
  readonly #base: string;
  readonly #random: Random;
  readonly #failing = new Set<string>();

  constructor(send: Send, base: string, random: Random) {
    this.#send = send;
    this.#base = base;
    this.#random = random;
  }

  /** True while a workspace was told to fail. */
  isFailing(workspace: string): boolean {
    return this.#failing.has(workspace);
  }

  /** Makes one call. @returns what is wrong with the answer, one line each */
  async act(workspace: string): Promise<string[]> {
    const call = await this.#next(workspace);
    const { status, text } = await this.#call(workspace, call);
    const line = `${call.method} ${call.path} ${JSON.stringify(call.body)}`.slice(0, 2000);
    if (call.path === '/reset' && status === 204) this.#failing.delete(workspace);
    if (call.path === '/faults' && status === 200) {
      if ((JSON.parse(text) as { status: number | null }).status === 500) this.#failing.add(workspace);
      else this.#failing.delete(workspace);
    }
    if (status >= 500) return [`${line}\n  status ${status}: ${text}`];
    if (status !== 204) JSON.parse(text);
    return [];
  }

  async #next(workspace: string): Promise<Call> {
    const random = this.#random;
    const rarely = random.next();
    if (rarely < 0.02) return { method: 'POST', path: '/reset' };
    if (rarely < 0.06) return this.#import(workspace);
    return random.pick<() => Call>([
      () => ({
        method: 'GET',
        path: random.pick([
          '/state',
          '/clock',
          '/faults',
          '/recipes',
          '/receiver',
          '/workspaces',
          '/deliveries',
          '/nothing',
        ]),
      }),
      () => ({
        method: 'POST',
        path: '/clock',
        body: { advance_seconds: random.pick([0, 1, 59, 3600, 86_400, -1, 'x']) },
      }),
      () => ({
        method: 'PUT',
        path: '/faults',
        body: { status: random.pick([null, null, 401, 403, 429, 500, 418]), rate: 0.2 },
      }),
      () => ({
        method: 'PUT',
        path: '/faults',
        body: { recipe: random.pick(RECIPES), count: random.pick([null, 1, 3, 0, -1, 'x']) },
      }),
      () => ({ method: 'PUT', path: '/receiver', body: { status: random.pick([200, 500, 301, 99]), delay_ms: 10 } }),
      () => ({ method: 'POST', path: '/events', body: { event: random.pick(EVENTS) } }),
      () => ({
        method: 'POST',
        path: random.pick(['/clock', '/events', '/deliveries/dlv_x/resend']),
        body: wrongValue(random),
      }),
    ])();
  }

  /** The workspace's own state, changed in places. */
  async #import(workspace: string): Promise<Call> {
    const { text } = await this.#call(workspace, { method: 'GET', path: '/state' });
    const state = JSON.parse(text) as object;
    return { method: 'PUT', path: '/state', body: this.#random.chance(0.5) ? state : mutate(state, this.#random) };
  }

  async #call(workspace: string, { method, path, body }: Call): Promise<{ status: number; text: string }> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { Authorization: `Bearer sk_test_${workspace}`, 'Content-Type': 'application/json' };
    const response = await this.#send(new Request(`${this.#base}/_sandbox${path}`, { method, headers, ...sent }));
    return { status: response.status, text: await response.text() };
  }
}
