import { meets, releaseOvertaken } from '../recipes/webhook-recipes.ts';
import type { WorkspaceClocks } from '../records/workspace-clocks.ts';
import type { Workspace } from '../records/workspace.ts';
import type { RecordStore } from '../store/record-store.ts';
import { startAttempt } from './delivery-attempt.ts';
import type { AttemptContext, AttemptInput, DeliveryAttempt } from './delivery-attempt.ts';
import { succeeded } from './delivery.ts';
import type { StoredDelivery } from './delivery.ts';
import { afterAttempt } from './retry.ts';
import { selectDue } from './select-due.ts';
import type { DueDeliveries } from './select-due.ts';

/** What deliveries are made with. */
export interface DeliveryContext extends AttemptContext {
  readonly clocks: WorkspaceClocks;
  readonly store: RecordStore;
  /** Is told of failures to read or write the deliveries. */
  readonly report: (error: unknown) => void;
  /** Is asked before an event is told to somebody over the network. @throws ApiError where nothing more is sent at present */
  readonly admitDelivery?: (() => void) | undefined;
}

type Round = Omit<DueDeliveries, 'start'> & { readonly inputs: readonly AttemptInput[]; readonly ended: number };

const NOTHING_DUE: Round = { inputs: [], ended: 0, nextAt: undefined, blockedUntil: undefined };

/** The deliveries of one workspace under way. What it does is done in rounds, one after the other. */
export class DeliveryQueue {
  readonly #workspace: Workspace;
  readonly #context: DeliveryContext;
  #since: number;
  readonly #underWay = new Map<string, DeliveryAttempt>();
  readonly #ended: () => void;

  /** @param ended is called when a network attempt has its answer */
  constructor(workspace: Workspace, context: DeliveryContext, ended: () => void) {
    this.#workspace = workspace;
    this.#context = context;
    this.#ended = ended;
    this.#since = context.clocks.now(workspace);
  }

  /** True while an answer from the network is awaited. */
  get isAwaiting(): boolean {
    return [...this.#underWay.values()].some(({ result }) => result === undefined);
  }

  /** True while an attempt has come to its end and is not written down. */
  get hasEnded(): boolean {
    const now = this.#context.clocks.now(this.#workspace);
    return [...this.#underWay.values()].some((attempt) => attempt.hasEnded(now));
  }

  get isIdle(): boolean {
    return this.#underWay.size === 0 && this.#workspace.records.deliveries.group('pending').length === 0;
  }

  /**
   * Writes down the attempts that have come to their end and starts those that are due.
   * @returns whether it did anything, and when there is something to do again
   */
  async round(): Promise<Omit<DueDeliveries, 'start'> & { readonly isBusy: boolean }> {
    const { store, clock, clocks, send } = this.#context;
    const { inputs, ended, nextAt, blockedUntil } = await store.transact(this.#workspace, () => this.#runDue());
    const started = await Promise.all(inputs.map((input) => startAttempt(input, this.#context)));
    for (const attempt of started) {
      this.#underWay.set(attempt.input.delivery.id, attempt);
      if (send && attempt.result === undefined) {
        void attempt.send(send, clock, () => clocks.now(this.#workspace)).then(this.#ended);
      }
    }
    return { isBusy: ended + inputs.length > 0, nextAt, blockedUntil };
  }

  /** Gives up what is under way; nothing of it is written down. */
  abort(): void {
    for (const attempt of this.#underWay.values()) attempt.abort();
    this.#underWay.clear();
  }

  /** The part of a round that is one transaction. */
  #runDue(): Round {
    const { clock, clocks } = this.#context;
    // Of a workspace that has ended nobody hears any more.
    if (this.#workspace.isOver(clock.now())) return NOTHING_DUE;
    const now = clocks.now(this.#workspace);
    // The clock may have been put back.
    this.#since = Math.min(this.#since, now);
    const ended = this.#record(now);
    const waiting = this.#workspace.records.deliveries.group('pending').map(({ value }) => value);
    const moment = { now, clock: clock.now(), since: this.#since };
    const { start, nextAt, blockedUntil } = selectDue(waiting, this.#underWay, moment);
    return { ended, inputs: start.flatMap((delivery) => this.#input(delivery, now)), nextAt, blockedUntil };
  }

  /** @returns how many attempts have come to their end */
  #record(now: number): number {
    let count = 0;
    for (const [id, attempt] of this.#underWay) {
      if (!attempt.result || !attempt.hasEnded(now)) continue;
      this.#underWay.delete(id);
      count += 1;
      const delivery = this.#workspace.records.deliveries.get(id)?.value;
      if (!delivery || !isSame(delivery, attempt.input.delivery)) continue;
      const ended = attempt.logEntry(attempt.result);
      const after = afterAttempt(delivery, ended);
      this.#workspace.records.deliveries.put(after);
      if (attempt.isFirst) releaseOvertaken(this.#workspace, after, now);
      if (succeeded(ended)) this.#mark(after.webhook_id, 'active');
      else if (after.status === 'failed') this.#mark(after.webhook_id, 'failed');
    }
    return count;
  }

  #mark(webhookId: string, status: 'active' | 'failed'): void {
    const { webhooks } = this.#workspace.records;
    const webhook = webhooks.get(webhookId)?.value;
    if (webhook && webhook.status !== status) webhooks.put({ ...webhook, status });
  }

  #input(delivery: StoredDelivery, now: number): AttemptInput[] {
    const body = this.#workspace.records.events.get(delivery.event_id)?.value.body;
    if (body === undefined) return [];
    const receiver = this.#workspace.setting('receiver');
    return [{ delivery, body, secret: secretOf(this.#workspace, delivery), receiver, startedAt: now }];
  }
}

/** What a webhook's deliveries are signed with. A seeded webhook gets its secret when it is first needed. */
function secretOf(workspace: Workspace, delivery: StoredDelivery): string {
  const { secrets } = workspace.records;
  const { webhook_id: id, created_at } = delivery;
  const { secret, previous } = (secrets.get(id) ?? secrets.put({ id, secret: workspace.drawSecret(id), created_at }))
    .value;
  return previous !== undefined && meets(delivery, 'webhook-secret-rotation') ? previous : secret;
}

/** Whether a delivery is still where it was when an attempt started: not reset, and not attempted by another page meanwhile. */
function isSame(stored: StoredDelivery, started: StoredDelivery): boolean {
  if (stored.status !== 'pending' || stored.created_at !== started.created_at) return false;
  const [last, before] = [stored.attempts.at(-1), started.attempts.at(-1)];
  return stored.attempts.length === started.attempts.length && last?.started_at === before?.started_at;
}
