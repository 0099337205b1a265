/** The playground without its looks: what was done, what the sandbox says now, and what it delivered. */
import type { DeliveryView } from '../../sandbox/control/delivery-view.ts';
import { events } from '../../sandbox/generated/events.ts';
import type { EventName } from '../../sandbox/webhooks/delivery.ts';
import type { Act } from './acts.ts';
import { ENDPOINT, isRegistered, openEndpoint } from './endpoint.ts';
import type { Endpoint, OpenPages } from './endpoint.ts';
import { perform } from './port.ts';
import type { Port } from './port.ts';
import { readView } from './read-view.ts';
import type { Chosen } from './read-view.ts';
import type { View } from './records.ts';
import type { CallEntry, DeliveryEntry, Entry } from './traffic.ts';
import { verifyDelivery } from './verify-delivery.ts';

export interface PlaygroundState {
  /** Undefined before the sandbox has answered. */
  readonly view: View | undefined;
  /** The newest first. */
  readonly entries: readonly Entry[];
  /** The events that were delivered to the playground. */
  readonly happened: ReadonlySet<EventName>;
  /** The last call that a program could make, to show as code. */
  readonly lastCall: CallEntry | undefined;
  /** Why the last thing was not done; empty where it was. */
  readonly trouble: string;
}

/** Entries that are kept. */
const KEPT = 100;

export class Playground {
  readonly #port: Port;
  readonly #pages: OpenPages;
  readonly #listeners = new Set<() => void>();
  #state: PlaygroundState = { view: undefined, entries: [], happened: new Set(), lastCall: undefined, trouble: '' };
  #endpoint: Endpoint | undefined;
  #chosen: Chosen;
  #calls = 0;
  /** One thing after the other, so that what is shown is of one moment. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(port: Port, pages: OpenPages, chosen: Chosen = {}) {
    this.#port = port;
    this.#pages = pages;
    this.#chosen = chosen;
  }

  get state(): PlaygroundState {
    return this.#state;
  }

  /** Calls back after every change. Returns the function that ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows what the workspace holds now; after a reset the page becomes an endpoint again. */
  refresh(): Promise<boolean> {
    return this.#inTurn(async () => {
      await this.#update();
      return true;
    });
  }

  /** @returns whether the sandbox did it; if not, the entry or `trouble` says why */
  act(act: Act): Promise<boolean> {
    return this.#inTurn(async () => {
      const response = await perform(this.#port, act);
      const answer = await response.text();
      this.#calls += 1;
      const entry: CallEntry = { kind: 'call', key: `call-${this.#calls}`, act, status: response.status, answer };
      this.#add(entry);
      if (response.ok) this.#follow(act, answer);
      // Whatever becomes of that, the act is done: nobody should do it again.
      await this.#update().catch((error: unknown) => this.#fail(error));
      return response.ok;
    });
  }

  /** Shows a conversation and its visitor. */
  choose(conversation: string): Promise<boolean> {
    this.#chosen = { conversation };
    return this.refresh();
  }

  /** Shows a visitor who has not written yet. */
  newVisitor(): Promise<boolean> {
    this.#chosen = {};
    return this.refresh();
  }

  /** Brings the workspace back to its seed records. */
  reset(): Promise<boolean> {
    return this.#inTurn(async () => {
      await this.#port.control('/reset', { method: 'POST' });
      this.#chosen = {};
      await this.#update();
      return true;
    });
  }

  /** Looks what was delivered. @returns whether something is still on its way */
  look(): Promise<boolean> {
    return this.#inTurn(() => this.#look(), false);
  }

  /** @param isAsked whether the reader did something: what the last thing failed of is then told no longer */
  #inTurn(work: () => Promise<boolean>, isAsked = true): Promise<boolean> {
    const next = this.#queue
      .then(() => {
        if (isAsked && this.#state.trouble !== '') this.#become({ trouble: '' });
        return work();
      })
      .catch((error: unknown) => {
        this.#fail(error);
        return false;
      });
    this.#queue = next;
    return next;
  }

  #fail(error: unknown): void {
    this.#become({ trouble: error instanceof Error ? error.message : String(error) });
  }

  async #update(): Promise<void> {
    await this.#keepEndpoint();
    await this.#read();
    await this.#look();
  }

  async #keepEndpoint(): Promise<void> {
    if (this.#endpoint && (await isRegistered(this.#port, this.#endpoint))) return;
    const { endpoint, entry } = await openEndpoint(this.#port, this.#pages);
    this.#endpoint = endpoint;
    this.#become({ happened: await this.#delivered(), entries: [], lastCall: undefined });
    this.#add(entry);
  }

  /** What this and other pages of the playground were told, as far as the log goes back. */
  async #delivered(): Promise<ReadonlySet<EventName>> {
    const known = await Promise.all(
      events.map(async (event) => {
        const deliveries = await this.#deliveries(`event=${event}&status=delivered&limit=100`);
        return deliveries.some(({ url }) => url === ENDPOINT) ? [event] : [];
      }),
    );
    return new Set(known.flat());
  }

  async #deliveries(query: string): Promise<readonly DeliveryView[]> {
    const response = await this.#port.control(`/deliveries?${query}`);
    return ((await response.json()) as { data?: readonly DeliveryView[] }).data ?? [];
  }

  async #read(): Promise<void> {
    const view = await readView(this.#port, this.#chosen);
    this.#chosen = { conversation: view.conversation?.id, visitor: view.visitor?.id };
    this.#become({ view });
  }

  async #look(): Promise<boolean> {
    if (!this.#endpoint) return false;
    const deliveries = await this.#deliveries(`webhook_id=${this.#endpoint.id}&limit=50`);
    for (const delivery of deliveries.toReversed()) await this.#note(delivery, this.#endpoint.secret);
    return deliveries.some(({ status }) => status === 'pending');
  }

  async #note(delivery: DeliveryView, secret: string): Promise<void> {
    const { id, event, attempts, status } = delivery;
    const known = this.#state.entries.find(
      (entry): entry is DeliveryEntry => entry.key === id && entry.kind === 'delivery',
    );
    if (known?.delivery.status === status && known.delivery.attempts.length === attempts.length) return;
    const { headers, body } = attempts.at(-1)?.request ?? { headers: {}, body: null };
    const verdict = body === null ? undefined : await verifyDelivery({ headers, body }, secret);
    this.#add({ kind: 'delivery', key: id, delivery, verdict });
    if (status === 'delivered') this.#become({ happened: new Set([...this.#state.happened, event]) });
  }

  /** A conversation that a visitor starts is the one to be shown. */
  #follow(act: Act, answer: string): void {
    if (act.kind !== 'event' || act.body.event !== 'conversation.created') return;
    this.#chosen = { conversation: (JSON.parse(answer) as { data: { id: string } }).data.id };
  }

  /** Puts an entry on top, or in the place of what it was. */
  #add(entry: Entry): void {
    const { entries } = this.#state;
    const isKnown = entries.some(({ key }) => key === entry.key);
    const next = isKnown ? entries.map((other) => (other.key === entry.key ? entry : other)) : [entry, ...entries];
    const isProgram = entry.kind === 'call' && entry.act.kind === 'call';
    this.#become({ entries: next.slice(0, KEPT), ...(isProgram && { lastCall: entry }) });
  }

  #become(change: Partial<PlaygroundState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
