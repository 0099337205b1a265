import type { webhooks } from '../openapi/generated/types.ts';
import type { Stored } from './workspace/row.ts';
import type { Workspace } from './workspace/workspace.ts';

export type EventName = keyof webhooks;

/** Where the handlers tell what happened: the port that webhook deliveries are made from. */
export type EmitEvent = (workspace: Workspace, event: EventName, data: Stored) => void;

/** Deliveries are not made yet: events are told to nobody. */
export const ignoreEvents: EmitEvent = () => undefined;
