import type { HandlerContext } from '../../operations/handler.ts';
import type { Random } from '../../random.ts';
import type { Row, Stored } from '../../records/row.ts';
import type { EventDetails } from '../event-details.ts';

/** What a trigger works with: what a handler has, what was asked for, and chance, which comes out the same every time, for the rest. */
export interface TriggerContext extends HandlerContext {
  readonly details: EventDetails;
  readonly random: Random;
}

/**
 * Lets something happen in a workspace, as if people or programs outside of the API had done it, and tells the webhooks.
 * @param id the record it happens to; one is chosen when it is undefined
 * @throws ApiError where there is no such record, or it is not in the state for it
 */
export type EventTrigger = (id: string | undefined, context: TriggerContext) => void;

/** The ids that the documentation's examples name. What is chosen here is another record, so that the examples stay true. */
const EXAMPLE_ID = /_[a-z]{3}\d{3}$/;

/** Whether the documentation's examples name a record of this id. */
export function isExample(id: string): boolean {
  return EXAMPLE_ID.test(id);
}

/** The newest record that matches and that no example names. */
export function newest<T extends Stored>(rows: readonly Row<T>[], matches: (record: T) => boolean): Row<T> | undefined {
  return rows.findLast(({ id, value }) => !isExample(id) && matches(value));
}
