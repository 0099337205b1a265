import type { Outcome, StoredDelivery } from '../webhooks/delivery.ts';

/** One request to an endpoint, as the log tells it. */
export interface AttemptView extends Outcome {
  /** By the workspace's clock. */
  readonly started_at: string;
  readonly ended_at: string;
  readonly request: {
    readonly method: 'POST';
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Null once the log has let go of the event. */
    readonly body: string | null;
  };
}

type Told = 'id' | 'webhook_id' | 'url' | 'event' | 'event_id' | 'status' | 'failure' | 'created_at' | 'recipe';

/** One event on its way to one webhook, as the log tells it. */
export interface DeliveryView extends Pick<StoredDelivery, Told> {
  /** Null once no attempt is to come. */
  readonly next_attempt_at: string | null;
  /** Oldest first. */
  readonly attempts: readonly AttemptView[];
}
