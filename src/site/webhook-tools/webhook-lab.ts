/** A sandbox of its own with one webhook: what the tools of the webhook pages play with. */
import type { AttemptView, DeliveryView } from '../../sandbox/control/delivery-view.ts';
import { events } from '../../sandbox/generated/events.ts';
import type { Receive } from '../../sandbox/webhooks/receiver.ts';
import { openTicking } from '../private-sandbox.ts';
import { headerNames } from '../signature-doctor/schemes.ts';
import { askerOf } from './ask-sandbox.ts';
import type { Ask } from './ask-sandbox.ts';

export type Attempt = AttemptView;
export type Delivery = DeliveryView;

/** The built-in receiver, so that nothing leaves the page. */
const URL_OF_RECEIVER = 'https://hooks.example.com/webhooks';

export class WebhookLab {
  readonly #ask: Ask;
  /** When each attempt was received, by the machine's clock in Unix seconds: what its timestamp is compared with. */
  readonly #receivedAt: ReadonlyMap<string, number>;
  /** The webhook's secrets, the one that holds first. */
  #secrets: readonly string[] = [];

  private constructor(ask: Ask, receivedAt: ReadonlyMap<string, number>) {
    this.#ask = ask;
    this.#receivedAt = receivedAt;
  }

  /** Opens one whose clock stands still. @param receive answers the deliveries; with 200 when omitted */
  static async open(receive: Receive = () => Promise.resolve({ status: 200, delay_ms: 0 })): Promise<WebhookLab> {
    // What shows it is there first: the sandbox is ten times as large.
    const receivedAt = new Map<string, number>();
    const sandbox = await openTicking((request) => {
      receivedAt.set(keyOf(request.headers), Date.now() / 1000);
      return receive(request);
    });
    const ask = askerOf(sandbox);
    const lab = new WebhookLab(ask, receivedAt);
    const { data } = await ask<{ data: readonly { id: string }[] }>('GET', '/v1/webhooks');
    for (const { id } of data) await ask('DELETE', `/v1/webhooks/${id}`);
    await ask('POST', '/_sandbox/clock', { frozen: true });
    const { secret } = await ask<{ secret: string }>('POST', '/v1/webhooks', { url: URL_OF_RECEIVER, events });
    lab.#secrets = [secret];
    return lab;
  }

  get secrets(): readonly string[] {
    return this.#secrets;
  }

  /** Lets an event happen, and what is due at once. @throws Error that says why it cannot happen */
  async emit(event: string): Promise<void> {
    await this.#ask('POST', '/_sandbox/events', { event });
    await this.advance(0);
  }

  /** Has the next event meet a recipe; a rotation gives the webhook a new secret at once. */
  async order(recipe: string): Promise<void> {
    const order = { recipe, count: 1 };
    const { webhooks = [] } = await this.#ask<{ webhooks?: readonly { secret: string }[] }>(
      'PUT',
      '/_sandbox/faults',
      order,
    );
    this.#secrets = [...webhooks.map(({ secret }) => secret), ...this.#secrets];
  }

  async resend(id: string): Promise<void> {
    await this.#ask('POST', `/_sandbox/deliveries/${id}/resend`);
    await this.advance(0);
  }

  /** Moves the clock on; all that is due in between runs at its own time. */
  async advance(milliseconds: number): Promise<void> {
    await this.#ask('POST', '/_sandbox/clock', { advance_seconds: milliseconds / 1000 });
  }

  /** By the sandbox's clock, in milliseconds since the Unix epoch. */
  async now(): Promise<number> {
    const { now } = await this.#ask<{ now: string }>('GET', '/_sandbox/clock');
    return Date.parse(now);
  }

  /** Newest first. */
  async deliveries(): Promise<readonly Delivery[]> {
    return (await this.#ask<{ data: readonly Delivery[] }>('GET', '/_sandbox/deliveries?limit=100')).data;
  }

  /** When an attempt arrived, in Unix seconds by the machine's clock. */
  receivedAt({ request }: Attempt): number {
    return this.#receivedAt.get(keyOf(request.headers)) ?? Number(request.headers[headerNames.timestamp]);
  }

  /** All attempts in the order in which they arrived: several may have been sent at the same time. */
  arrivals(deliveries: readonly Delivery[]): readonly Arrival[] {
    const received = [...this.#receivedAt.keys()];
    const placeOf = ({ request }: Attempt): number => received.indexOf(keyOf(request.headers));
    return deliveries
      .flatMap((delivery) => delivery.attempts.map((attempt, index): Arrival => ({ delivery, attempt, index })))
      .sort(
        ({ attempt: a }, { attempt: b }) =>
          Date.parse(a.started_at) - Date.parse(b.started_at) || placeOf(a) - placeOf(b),
      );
  }
}

export interface Arrival {
  readonly delivery: Delivery;
  readonly attempt: Attempt;
  /** Of the attempts of its delivery. */
  readonly index: number;
}

/** No two attempts of an event are signed for the same second. */
export function keyOf(headers: Readonly<Record<string, string>>): string {
  return `${headers[headerNames.id] ?? ''} ${headers[headerNames.timestamp] ?? ''}`;
}

/** The headers of an attempt as a reader would paste them. */
export function headerLines({ request }: Attempt): string {
  return Object.entries(request.headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
