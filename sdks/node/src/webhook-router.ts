import { ConfigurationError, WebhookVerificationError } from './errors.ts';
import type { EventMap, OrbintoEvent } from './generated/events.ts';
import { answerNode } from './node-adapter.ts';
import type { NodeRequest, NodeResponse } from './node-adapter.ts';
import { eventOf, keysOf, verify } from './verify.ts';
import type { RawBody, VerifyOptions, WebhookHeaders } from './verify.ts';

export interface Delivery {
  /** The event's id, the same for each attempt; null where only the plain signature came. */
  id: string | null;
}

export type EventHandler<Event> = (event: Event, delivery: Delivery) => unknown;

export interface RouterOptions extends VerifyOptions {
  /** `whsec_…`, or several while one is replaced. */
  secret: string | readonly string[];
  /** Gets every event without a handler, those that come later too. */
  fallback: EventHandler<OrbintoEvent>;
  /**
   * Whether this id was dealt with already, as when an answer came too late and the event was sent again. Ask something that all
   * your processes share.
   */
  seen?: ((id: string) => boolean | Promise<boolean>) | undefined;
  /** Remembers an id, once its handler has succeeded: one that throws gets the event again. */
  remember?: ((id: string) => unknown) | undefined;
}

/** What became of a delivery. */
export type Outcome = 'handled' | 'fallback' | 'seen';

/** Takes deliveries, checks them, and calls the handler of each event. */
export class WebhookRouter {
  readonly #options: RouterOptions;
  readonly #handlers = new Map<string, EventHandler<never>>();

  /** @throws ConfigurationError without a fallback or with a secret that is none */
  constructor(options: RouterOptions) {
    if (typeof options.fallback !== 'function')
      throw new ConfigurationError('A router needs a fallback, for events that come without a handler');
    keysOf(options.secret);
    this.#options = options;
  }

  /** Calls `handler` for an event; another one for the same event takes its place. */
  on<Name extends keyof EventMap>(name: Name, handler: EventHandler<EventMap[Name]>): this {
    this.#handlers.set(name, handler);
    return this;
  }

  /**
   * Deals with one delivery; what a handler throws comes out of it.
   * @throws WebhookVerificationError when the delivery cannot be believed
   */
  async handle(body: RawBody, headers: WebhookHeaders): Promise<Outcome> {
    const { secret, fallback, seen, remember, ...options } = this.#options;
    const verified = await verify(body, headers, secret, options);
    const event = eventOf(verified);
    const { id } = verified;
    if (id !== null && (await seen?.(id))) return 'seen';
    const handler = this.#handlers.get(event.event) as EventHandler<OrbintoEvent> | undefined;
    await (handler ?? fallback)(event, { id });
    if (id !== null) await remember?.(id);
    return handler ? 'handled' : 'fallback';
  }

  /**
   * Answers a Fetch `Request`: 204, or 400 where it cannot be believed. What a handler throws comes out of it, and makes an answer
   * with 500 in every framework: the event is then sent again.
   */
  readonly fetch = async (request: Request): Promise<Response> => {
    try {
      if (request.bodyUsed)
        throw new WebhookVerificationError('The raw body is needed, but something has read it already');
      await this.handle(await request.arrayBuffer(), request.headers);
      return new Response(null, { status: 204 });
    } catch (error) {
      if (error instanceof WebhookVerificationError) return new Response(error.message, { status: 400 });
      throw error;
    }
  };

  /**
   * Answers a request of Node's `http` or Express: 204, 400 where it cannot be believed, 500 where a handler throws. Put it before
   * any parser of bodies, or after `express.raw({ type: 'application/json' })`.
   */
  readonly node = (request: NodeRequest, response: NodeResponse, next?: (error: unknown) => void): void => {
    void answerNode((body) => this.handle(body, request.headers), request, response, next);
  };
}
