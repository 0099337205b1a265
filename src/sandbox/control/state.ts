import { counterOf, MAX_COUNTER } from '../ids.ts';
import type { CollectionOptions } from '../records/collection.ts';
import { COLLECTIONS, isInternal, KINDS } from '../records/collections.ts';
import type { Kind, Records } from '../records/collections.ts';
import { comparePositions } from '../records/row.ts';
import type { Stored } from '../records/row.ts';
import { collectionOf } from '../records/workspace.ts';
import type { Deletion } from '../records/deletions.ts';
import type { Workspace } from '../records/workspace.ts';
import { eachInSteps } from './steps.ts';
import type { Steps } from './steps.ts';

export const FORMAT = 'orbinto-sandbox';
export const VERSION = 1;

/** The kinds of records that are exported: those of the API, without secrets, deliveries and settings. */
export const EXPORTED_KINDS: readonly Kind[] = KINDS.filter((kind) => !isInternal(kind));

/** A workspace as a document: what differs from the seeded records. */
export interface StateDocument {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly seed: number;
  /** How many ids were given out. */
  readonly counter: number;
  /** New and changed records, oldest first. */
  readonly records: { readonly [K in Kind]?: readonly Records[K][] };
  /** Oldest deletion first. */
  readonly deleted: readonly Deletion[];
}

/** The same requests give the same document, to the byte. */
export function stateOf(workspace: Workspace): StateDocument {
  const kinds = EXPORTED_KINDS.map(
    (kind) => [kind, workspace.records[kind].changed.map(({ value }) => value)] as const,
  );
  return {
    format: FORMAT,
    version: VERSION,
    seed: workspace.seedNumber,
    counter: Math.min(workspace.counter, MAX_COUNTER),
    records: Object.fromEntries(kinds.filter(([, records]) => records.length > 0)),
    deleted: workspace.deletions.map(({ kind, id, sort }) => ({ kind, id, sort })),
  };
}

/** Puts a document's records into a workspace with nothing changed. */
export function* fill(workspace: Workspace, { records, deleted, counter }: StateDocument): Steps {
  let most = counter;
  for (const kind of EXPORTED_KINDS) {
    const collection = collectionOf(workspace, kind);
    yield* eachInSteps(oldestFirst(records[kind] ?? [], kind), (record) => {
      collection.put(record);
      most = Math.max(most, counterOf(record.id));
    });
  }
  yield* eachInSteps(deleted, (deletion) => {
    workspace.delete(deletion);
    most = Math.max(most, counterOf(deletion.id));
  });
  workspace.set('counter', { value: most });
}

/** As a collection takes them fastest. */
function oldestFirst(records: readonly Stored[], kind: Kind): readonly Stored[] {
  const { sort } = COLLECTIONS[kind] as unknown as CollectionOptions<Stored>;
  return records
    .map((record) => ({ record, id: record.id, sort: sort(record) }))
    .sort(comparePositions)
    .map(({ record }) => record);
}
