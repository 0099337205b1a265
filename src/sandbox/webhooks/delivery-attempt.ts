import type { Clock } from '../clock.ts';
import { recipeFigures, retries } from '../generated/policies.ts';
import { meets } from '../recipes/webhook-recipes.ts';
import type { Settings } from '../records/settings.ts';
import { judgeStatus } from './delivery.ts';
import type { Attempt, Outcome, StoredDelivery } from './delivery.ts';
import { builtInOutcome, isBuiltInReceiver } from './receiver.ts';
import type { Receive } from './receiver.ts';
import { SendError } from './send.ts';
import type { Send, WebhookRequest } from './send.ts';
import { signatureHeaders } from './signature.ts';

/** What an attempt needs besides its delivery. */
export interface AttemptInput {
  readonly delivery: StoredDelivery;
  readonly body: string;
  readonly secret: string;
  /** What the built-in receiver has been told to answer. */
  readonly receiver: Settings['receiver'];
  /** When the attempt starts, by the workspace's clock. */
  readonly startedAt: number;
}

/** A receiver that does not answer in time. */
const SILENT: Settings['receiver'] = { status: 200, delay_ms: retries.timeout_seconds * 1000 };

interface AttemptResult {
  /** By the workspace's clock. */
  readonly at: number;
  readonly outcome: Outcome;
}

/**
 * One attempt under way. To the built-in receiver its end is known when it starts, and comes by the workspace's clock;
 * over the network it takes the time it takes.
 */
export class DeliveryAttempt {
  readonly input: AttemptInput;
  readonly headers: Readonly<Record<string, string>>;
  /** When a network attempt started by the sandbox's own clock; undefined to the built-in receiver. */
  readonly sentAt: number | undefined;
  result: AttemptResult | undefined;
  readonly #abort = new AbortController();

  constructor(input: AttemptInput, headers: Readonly<Record<string, string>>, sentAt: number | undefined) {
    this.input = input;
    this.headers = headers;
    this.sentAt = sentAt;
  }

  /** True for the first attempt of a delivery: these go out in order. */
  get isFirst(): boolean {
    return this.input.delivery.attempts.length === 0;
  }

  hasEnded(now: number): boolean {
    return this.result !== undefined && this.result.at <= now;
  }

  /** The attempt for the log, once it has ended. */
  logEntry({ at, outcome }: AttemptResult): Attempt {
    return { started_at: this.input.startedAt, ended_at: at, headers: this.headers, ...outcome };
  }

  /** Sends the request. @param now tells the workspace's time when the answer is there */
  async send(send: Send, clock: Clock, now: () => number): Promise<void> {
    const { delivery, body } = this.input;
    const outcome = await request(send, { url: delivery.url, headers: this.headers, body }, clock, this.#abort.signal);
    if (meets(delivery, 'webhook-timeout')) {
      const timeout = builtInOutcome(SILENT);
      this.result = { at: Math.max(now(), this.input.startedAt + timeout.duration_ms), outcome: timeout };
    } else {
      this.result = { at: now(), outcome };
    }
  }

  abort(): void {
    this.#abort.abort();
  }
}

/** What attempts are made with. */
export interface AttemptContext {
  readonly clock: Clock;
  /** Absent in a sandbox that reaches no network. */
  readonly send?: Send | undefined;
  /** What the built-in receiver answers, where that is decided for each request; as it was told when omitted. */
  readonly receive?: Receive | undefined;
}

/** Signs a delivery and starts the attempt. */
export async function startAttempt(
  input: AttemptInput,
  { clock, send, receive }: AttemptContext,
): Promise<DeliveryAttempt> {
  const { delivery, body, secret, receiver, startedAt } = input;
  const isLocal = !send || isBuiltInReceiver(delivery.url);
  const signing = { secret, eventId: delivery.event_id, body, timestamp: signedAt(delivery, clock) };
  const headers = { 'Content-Type': 'application/json', 'User-Agent': 'Orbinto-Webhooks/1.0' };
  try {
    const signed = { ...headers, ...(await signatureHeaders(signing)) };
    const attempt = new DeliveryAttempt(input, signed, isLocal ? undefined : clock.now());
    if (isLocal) {
      const answer = (await receive?.({ url: delivery.url, headers: signed, body })) ?? receiver;
      const outcome = builtInOutcome(meets(delivery, 'webhook-timeout') ? SILENT : answer);
      attempt.result = { at: startedAt + outcome.duration_ms, outcome };
    }
    return attempt;
  } catch {
    const attempt = new DeliveryAttempt(input, headers, undefined);
    const error = { code: 'signing_failed', message: 'The delivery could not be signed here.' } as const;
    attempt.result = { at: startedAt, outcome: { duration_ms: 0, response: null, error } };
    return attempt;
  }
}

/**
 * The second that an attempt is signed for. It is the machine's, whatever the workspace's clock says, because a receiver compares
 * it with a clock of its own; and no two attempts share it, however fast the workspace's clock is moved.
 */
function signedAt(delivery: StoredDelivery, clock: Clock): number {
  const now = Math.floor(clock.now() / 1000);
  if (meets(delivery, 'webhook-clock-skew')) return now - recipeFigures.clock_skew_seconds;
  const last = Number(delivery.attempts.at(-1)?.headers['webhook-timestamp'] ?? 0);
  return Math.max(now, last + 1);
}

async function request(send: Send, sent: WebhookRequest, clock: Clock, signal: AbortSignal): Promise<Outcome> {
  const began = clock.now();
  const duration = (): number => Math.max(0, clock.now() - began);
  try {
    const response = await send(sent, signal);
    return { duration_ms: duration(), response, error: judgeStatus(response.status) };
  } catch (error) {
    const failure = error instanceof SendError ? error : new SendError('connection_failed', String(error));
    return { duration_ms: duration(), response: null, error: { code: failure.code, message: failure.message } };
  }
}
