/** The endpoint that the time machine delivers to: it answers what the reader chose, or what the reader's function says. */
import { retries } from '../../../sandbox/generated/policies.ts';
import type { Receive } from '../../../sandbox/webhooks/receiver.ts';
import { keyOf } from '../webhook-lab.ts';
import type { FunctionRequest, FunctionResult } from './own-function/function-result.ts';

/** Longer than a delivery waits. */
const SILENCE = retries.timeout_seconds * 1000;
/** Milliseconds of an endpoint that takes its time and is still in time. */
const SLOW = SILENCE * 0.3;

export const answers = [
  { id: '500', name: 'fails: 500', status: 500, delay_ms: 0 },
  { id: '200', name: 'answers 200', status: 200, delay_ms: 0 },
  { id: '204', name: 'answers 204', status: 204, delay_ms: 0 },
  { id: '301', name: 'redirects: 301', status: 301, delay_ms: 0 },
  { id: '401', name: 'refuses: 401', status: 401, delay_ms: 0 },
  { id: 'slow', name: `answers 200 after ${SLOW / 1000} s`, status: 200, delay_ms: SLOW },
  { id: 'silent', name: 'does not answer in time', status: 200, delay_ms: SILENCE },
] as const;

/** The id of one of the answers, or the reader's function. */
export type EndpointId = (typeof answers)[number]['id'] | 'function';

/** Runs the reader's function; never rejects. */
export type RunFunction = (code: string, request: FunctionRequest) => Promise<FunctionResult>;

export class Endpoint {
  is: EndpointId = '500';
  /** The reader's function. */
  code = '';
  /** What the function said to each attempt. */
  readonly said = new Map<string, FunctionResult>();
  readonly #run: RunFunction;
  readonly #secret: () => string;

  /** @param secret the one that the endpoint verifies with at present */
  constructor(run: RunFunction, secret: () => string) {
    this.#run = run;
    this.#secret = secret;
  }

  readonly receive: Receive = async ({ headers, body }) => {
    if (this.is !== 'function') return answers.find(({ id }) => id === this.is) ?? answers[0];
    const lowerCase = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const now = Math.floor(Date.now() / 1000);
    const result = await this.#run(this.code, { headers: lowerCase, body, secret: this.#secret(), now });
    this.said.set(keyOf(headers), result);
    if (result.kind === 'silent') return { status: 200, delay_ms: SILENCE };
    return { status: result.kind === 'status' ? result.status : 500, delay_ms: 0 };
  };
}
