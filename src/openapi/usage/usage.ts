import type { Direction } from '../schema/fields.ts';

/** What a client uses of an API. */
export interface Usage {
  /** By `operationId`, and events by their names. */
  operations: ReadonlyMap<string, OperationUsage>;
  /** Short texts that were sent or received: names of events, error codes and scopes may be among them. */
  words: ReadonlySet<string>;
  /** The addresses that were called: origin and path. */
  addresses: readonly string[];
}

export interface OperationUsage {
  calls: number;
  /** What of it is used; undefined: all, since it was chosen and no request is known. */
  places?: Readonly<Record<Direction, Places>>;
}

/** By the places that changes are told of: `query.tag`, `body.name` and `201.id` behind the operation; `Pet.owner` of a component. */
export type Places = ReadonlyMap<string, PlaceUsage>;

export interface PlaceUsage {
  /** Exchanges in which something stood there. */
  seen: number;
  /** Exchanges in which something could have stood there and did not. */
  missing: number;
  /** Some of the plain values, as changes write them. */
  values: ReadonlySet<string>;
}

/** The usage of somebody who has chosen operations and events: all of them, and nothing else. */
export function usageOf(names: Iterable<string>): Usage {
  return {
    operations: new Map([...names].map((name) => [name, { calls: 0 }])),
    words: new Set(names),
    addresses: [],
  };
}
