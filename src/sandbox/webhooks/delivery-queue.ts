import type { Clock } from '../clock.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { WorkspaceClocks } from '../records/workspace-clocks.ts';
import type { Workspace } from '../records/workspace.ts';
import { afterAttempt, succeeded } from './delivery.ts';
import type { StoredDelivery } from './delivery.ts';
import { launch } from './delivery-attempt.ts';
import type { Flight, Job } from './delivery-attempt.ts';
import { planFlights } from './select-due.ts';
import type { Plan } from './select-due.ts';
import { createSecret } from './secret.ts';
import type { Send } from './send.ts';

/** What deliveries are made with. */
export interface LaneContext {
  readonly clock: Clock;
  readonly clocks: WorkspaceClocks;
  readonly store: RecordStore;
  /** Absent in a sandbox that reaches no network. */
  readonly send: Send | undefined;
  /** Is told of failures to read or write the deliveries. */
  readonly report: (error: unknown) => void;
}

type Round = Omit<Plan, 'start'> & { readonly jobs: readonly Job[]; readonly landed: number };

/** The deliveries of one workspace under way. What it does is done in rounds, one after the other. */
export class Lane {
  readonly #workspace: Workspace;
  readonly #context: LaneContext;
  #since: number;
  readonly #flights = new Map<string, Flight>();
  readonly #landed: () => void;

  /** @param landed is called when a network attempt has its answer */
  constructor(workspace: Workspace, context: LaneContext, landed: () => void) {
    this.#workspace = workspace;
    this.#context = context;
    this.#landed = landed;
    this.#since = context.clocks.now(workspace);
  }

  /** True while an answer from the network is awaited. */
  get isAwaiting(): boolean {
    return [...this.#flights.values()].some(({ landing }) => landing === undefined);
  }

  /** True while an attempt has come to its end and is not written down. */
  get hasLanded(): boolean {
    const now = this.#context.clocks.now(this.#workspace);
    return [...this.#flights.values()].some((flight) => flight.hasLanded(now));
  }

  get isIdle(): boolean {
    return this.#flights.size === 0 && this.#workspace.records.deliveries.group('pending').length === 0;
  }

  /**
   * Writes down the attempts that have come to their end and starts those that are due.
   * @returns whether it did anything, and when there is something to do again
   */
  async round(): Promise<Omit<Plan, 'start'> & { readonly isBusy: boolean }> {
    const { store, clock, clocks, send } = this.#context;
    const { jobs, landed, nextAt, patientUntil } = await store.transact(this.#workspace, () => this.#settle());
    const started = await Promise.all(jobs.map((job) => launch(job, send, clock)));
    for (const flight of started) {
      this.#flights.set(flight.job.delivery.id, flight);
      if (send && flight.landing === undefined) {
        void flight.send(send, clock, () => clocks.now(this.#workspace)).then(this.#landed);
      }
    }
    return { isBusy: landed + jobs.length > 0, nextAt, patientUntil };
  }

  /** Gives up what is under way; nothing of it is written down. */
  abort(): void {
    for (const flight of this.#flights.values()) flight.abort();
    this.#flights.clear();
  }

  /** The part of a round that is one transaction. */
  #settle(): Round {
    const { clock, clocks } = this.#context;
    const now = clocks.now(this.#workspace);
    // The clock may have been put back.
    this.#since = Math.min(this.#since, now);
    const landed = this.#record(now);
    const waiting = this.#workspace.records.deliveries.group('pending').map(({ value }) => value);
    const moment = { now, clock: clock.now(), since: this.#since };
    const { start, nextAt, patientUntil } = planFlights(waiting, this.#flights, moment);
    return { landed, jobs: start.flatMap((delivery) => this.#job(delivery, now)), nextAt, patientUntil };
  }

  /** @returns how many attempts have come to their end */
  #record(now: number): number {
    let landed = 0;
    for (const [id, flight] of this.#flights) {
      if (!flight.landing || !flight.hasLanded(now)) continue;
      this.#flights.delete(id);
      landed += 1;
      const delivery = this.#workspace.records.deliveries.get(id)?.value;
      if (!delivery || !isSame(delivery, flight.job.delivery)) continue;
      const attempt = flight.attempt(flight.landing);
      const after = afterAttempt(delivery, attempt);
      this.#workspace.records.deliveries.put(after);
      if (succeeded(attempt)) this.#mark(after.webhook_id, 'active');
      else if (after.status === 'failed') this.#mark(after.webhook_id, 'failed');
    }
    return landed;
  }

  #mark(webhookId: string, status: 'active' | 'failed'): void {
    const { webhooks } = this.#workspace.records;
    const webhook = webhooks.get(webhookId)?.value;
    if (webhook && webhook.status !== status) webhooks.put({ ...webhook, status });
  }

  #job(delivery: StoredDelivery, now: number): Job[] {
    const body = this.#workspace.records.events.get(delivery.event_id)?.value.body;
    if (body === undefined) return [];
    const receiver = this.#workspace.setting('receiver');
    return [{ delivery, body, secret: secretOf(this.#workspace, delivery), receiver, startedAt: now }];
  }
}

/** What a webhook's deliveries are signed with. A seeded webhook gets its secret when it is first needed. */
function secretOf({ records: { secrets } }: Workspace, { webhook_id: id, created_at }: StoredDelivery): string {
  return (secrets.get(id) ?? secrets.put({ id, secret: createSecret(), created_at })).value.secret;
}

/** Whether a delivery is still where it was when an attempt started: not reset, and not attempted by another page meanwhile. */
function isSame(stored: StoredDelivery, started: StoredDelivery): boolean {
  if (stored.status !== 'pending' || stored.created_at !== started.created_at) return false;
  const [last, before] = [stored.attempts.at(-1), started.attempts.at(-1)];
  return stored.attempts.length === started.attempts.length && last?.started_at === before?.started_at;
}
