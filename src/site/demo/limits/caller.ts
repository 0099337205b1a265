import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import type { PlanId } from '../../../sandbox/generated/policies.ts';
import { liveUrl } from '../../session/addresses.ts';

/** The request that all tools of the rate limits send. */
export const CALL = 'GET /v1/operators?per_page=1';

/** What the API answered to one request, as far as the limits go. */
export interface Answer {
  /** Milliseconds from the beginning, by the sandbox's clock, at which it was sent. */
  readonly at: number;
  readonly status: number;
  /** The headers that tell of the limits, in the order in which they came. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly limit: number;
  readonly remaining: number;
  /** Seconds to wait; undefined where the request went through. */
  readonly retryAfter: number | undefined;
  /** What the API says of a refusal. */
  readonly message: string | undefined;
}

/** Somebody who calls the API with a key of one plan, in a sandbox that is nobody else's. */
export class Caller {
  readonly #sandbox: PrivateSandbox;
  readonly #key: string;
  readonly #start: number;

  constructor(sandbox: PrivateSandbox, plan: PlanId) {
    this.#sandbox = sandbox;
    this.#key = `sk_test_seelimits_${plan}`;
    this.#start = sandbox.now();
  }

  /** Milliseconds since the beginning, by the sandbox's clock. */
  get elapsed(): number {
    return this.#sandbox.now() - this.#start;
  }

  wait(milliseconds: number): void {
    this.#sandbox.advance(milliseconds);
  }

  async send(): Promise<Answer> {
    const at = this.elapsed;
    const url = `${new URL(liveUrl).origin}${CALL.slice('GET '.length)}`;
    const headers = { Authorization: `Bearer ${this.#key}` };
    const response = await this.#sandbox.fetch(new Request(url, { headers }));
    const retryAfter = response.headers.get('Retry-After');
    return {
      at,
      status: response.status,
      headers: toldOf(response.headers),
      limit: Number(response.headers.get('X-RateLimit-Limit')),
      remaining: Number(response.headers.get('X-RateLimit-Remaining')),
      retryAfter: retryAfter === null ? undefined : Number(retryAfter),
      message: response.ok ? undefined : await messageOf(response),
    };
  }
}

const LIMIT_HEADERS = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After'];

function toldOf(headers: Headers): [string, string][] {
  return LIMIT_HEADERS.flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
}

/** @throws Error for a refusal that is not about limits: then the tool is wrong, not the reader */
async function messageOf(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { message: string } };
  if (response.status !== 429) throw new Error(`the sandbox answered ${response.status}, ${error.message}`);
  return error.message;
}
