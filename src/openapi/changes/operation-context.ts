import type { Direction } from '../schema/fields.ts';
import type { Extension } from './extension-changes.ts';
import type { SchemaComparison } from './schema-changes.ts';

/** What operations are compared with. */
export interface OperationContext {
  schemas: SchemaComparison;
  extensions: readonly Extension[];
  /** Who sends the request: the client, or, of an event, the API. */
  caller: 'client' | 'api';
}

/** Who sends a request or a response: what a client sends must still be taken, what it receives must still be understood. */
export function directionOf(context: OperationContext, isRequest: boolean): Direction {
  return isRequest === (context.caller === 'client') ? 'request' : 'response';
}
