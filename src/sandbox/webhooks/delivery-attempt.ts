import type { Clock } from '../clock.ts';
import type { Settings } from '../records/settings.ts';
import { judgeStatus } from './delivery.ts';
import type { Attempt, Outcome, StoredDelivery } from './delivery.ts';
import { builtInOutcome, isBuiltInReceiver } from './receiver.ts';
import { SendError } from './send.ts';
import type { Send, WebhookRequest } from './send.ts';
import { signatureHeaders } from './signature.ts';

/** What an attempt needs besides its delivery. */
export interface Job {
  readonly delivery: StoredDelivery;
  readonly body: string;
  readonly secret: string;
  /** What the built-in receiver has been told to answer. */
  readonly receiver: Settings['receiver'];
  /** When the attempt starts, by the workspace's clock. */
  readonly startedAt: number;
}

interface Landing {
  /** By the workspace's clock. */
  readonly at: number;
  readonly outcome: Outcome;
}

/**
 * One attempt under way. To the built-in receiver its end is known when it starts, and comes by the workspace's clock;
 * over the network it takes the time it takes.
 */
export class Flight {
  readonly job: Job;
  readonly headers: Readonly<Record<string, string>>;
  /** When a network attempt started by the sandbox's own clock; undefined to the built-in receiver. */
  readonly sentAt: number | undefined;
  landing: Landing | undefined;
  readonly #abort = new AbortController();

  constructor(job: Job, headers: Readonly<Record<string, string>>, sentAt: number | undefined) {
    this.job = job;
    this.headers = headers;
    this.sentAt = sentAt;
  }

  /** True for the first attempt of a delivery: these go out in order. */
  get isFirst(): boolean {
    return this.job.delivery.attempts.length === 0;
  }

  hasLanded(now: number): boolean {
    return this.landing !== undefined && this.landing.at <= now;
  }

  /** The attempt for the log, once it has landed. */
  attempt({ at, outcome }: Landing): Attempt {
    return { started_at: this.job.startedAt, ended_at: at, headers: this.headers, ...outcome };
  }

  /** Sends the request. @param now tells the workspace's time when the answer is there */
  async send(send: Send, clock: Clock, now: () => number): Promise<void> {
    const { delivery, body } = this.job;
    const outcome = await attempt(send, { url: delivery.url, headers: this.headers, body }, clock, this.#abort.signal);
    this.landing = { at: now(), outcome };
  }

  abort(): void {
    this.#abort.abort();
  }
}

/** Signs a delivery and starts the attempt. @param send absent in a sandbox that reaches no network */
export async function launch(job: Job, send: Send | undefined, clock: Clock): Promise<Flight> {
  const { delivery, body, secret, receiver, startedAt } = job;
  const isLocal = !send || isBuiltInReceiver(delivery.url);
  const signing = { secret, eventId: delivery.event_id, body, timestamp: signedAt(delivery, clock) };
  const headers = { 'Content-Type': 'application/json', 'User-Agent': 'Orbinto-Webhooks/1.0' };
  try {
    const signed = { ...headers, ...(await signatureHeaders(signing)) };
    const flight = new Flight(job, signed, isLocal ? undefined : clock.now());
    if (isLocal) {
      const outcome = builtInOutcome(receiver);
      flight.landing = { at: startedAt + outcome.duration_ms, outcome };
    }
    return flight;
  } catch {
    const flight = new Flight(job, headers, undefined);
    const error = { code: 'signing_failed', message: 'The delivery could not be signed here.' } as const;
    flight.landing = { at: startedAt, outcome: { duration_ms: 0, response: null, error } };
    return flight;
  }
}

/**
 * The second that an attempt is signed for. It is the machine's, whatever the workspace's clock says, because a receiver compares
 * it with a clock of its own; and no two attempts share it, however fast the workspace's clock is moved.
 */
function signedAt({ attempts }: StoredDelivery, clock: Clock): number {
  const last = Number(attempts.at(-1)?.headers['webhook-timestamp'] ?? 0);
  return Math.max(Math.floor(clock.now() / 1000), last + 1);
}

async function attempt(send: Send, request: WebhookRequest, clock: Clock, signal: AbortSignal): Promise<Outcome> {
  const began = clock.now();
  const duration = (): number => Math.max(0, clock.now() - began);
  try {
    const response = await send(request, signal);
    return { duration_ms: duration(), response, error: judgeStatus(response.status) };
  } catch (error) {
    const failure = error instanceof SendError ? error : new SendError('connection_failed', String(error));
    return { duration_ms: duration(), response: null, error: { code: failure.code, message: failure.message } };
  }
}
