import { WebhookLab } from '../webhook-lab.ts';
import type { Arrival, Attempt, Delivery } from '../webhook-lab.ts';
import { Endpoint } from './endpoint.ts';
import type { RunFunction } from './endpoint.ts';

/** The sandbox of the time machine, as it is after the last thing that was done. */
export interface Snapshot {
  /** Newest first. */
  readonly deliveries: readonly Delivery[];
  /** The attempts of all of them, in the order in which they arrived. */
  readonly arrivals: readonly Arrival[];
  /** By the sandbox's clock, in milliseconds since the Unix epoch. */
  readonly now: number;
  /** The one that holds first. */
  readonly secrets: readonly string[];
}

/** One play of the time machine: a sandbox and an endpoint, to which things happen one after the other. */
export class Play {
  readonly endpoint: Endpoint;
  readonly #lab: Promise<WebhookLab>;
  #opened: WebhookLab | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #goal = 0;

  /** @param run runs the reader's function */
  constructor(run: RunFunction) {
    this.endpoint = new Endpoint(run, () => this.#opened?.secrets[0] ?? '');
    this.#lab = WebhookLab.open(this.endpoint.receive).then((lab) => (this.#opened = lab));
  }

  /** Lets an event happen. @param recipe what befalls it, '' for nothing; @returns the id of its delivery */
  emit(event: string, recipe: string): Promise<string | undefined> {
    return this.#next(async (lab) => {
      if (recipe !== '') await lab.order(recipe);
      await lab.emit(event);
      // What else follows from it is told as well.
      return (await lab.deliveries()).find((delivery) => delivery.event === event)?.id;
    });
  }

  resend(id: string): Promise<void> {
    return this.#next((lab) => lab.resend(id));
  }

  /** Moves the clock on to a moment by itself, in milliseconds since the Unix epoch; of several that wait, to the last. */
  moveTo(moment: number): Promise<void> {
    this.#goal = Math.max(this.#goal, moment);
    return this.#next(async (lab) => {
      const distance = this.#goal - (await lab.now());
      if (distance > 0) await lab.advance(distance);
    });
  }

  look(): Promise<Snapshot> {
    return this.#next(async (lab) => {
      const deliveries = await lab.deliveries();
      return { deliveries, arrivals: lab.arrivals(deliveries), now: await lab.now(), secrets: lab.secrets };
    });
  }

  /** When an attempt arrived, in Unix seconds by the machine's clock. */
  receivedAt(attempt: Attempt): number {
    return this.#opened?.receivedAt(attempt) ?? 0;
  }

  #next<Result>(action: (lab: WebhookLab) => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(async () => action(await this.#lab));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
