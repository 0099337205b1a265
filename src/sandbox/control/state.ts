import { counterOf } from '../ids.ts';
import type { Collection } from '../records/collection.ts';
import { isInternal, KINDS } from '../records/collections.ts';
import type { Kind, Records } from '../records/collections.ts';
import type { Stored } from '../records/row.ts';
import type { Deletion, Workspace } from '../records/workspace.ts';

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
    counter: workspace.counter,
    records: Object.fromEntries(kinds.filter(([, records]) => records.length > 0)),
    deleted: workspace.deletions.map(({ kind, id, sort }) => ({ kind, id, sort })),
  };
}

/** Puts a document's records into a workspace with nothing changed. */
export function fill(workspace: Workspace, { records, deleted, counter }: StateDocument): void {
  const ids = deleted.map(({ id }) => id);
  for (const kind of EXPORTED_KINDS) {
    const collection = workspace.records[kind] as unknown as Collection<Stored>;
    for (const record of records[kind] ?? []) {
      collection.put(record);
      ids.push(record.id);
    }
  }
  for (const deletion of deleted) workspace.delete(deletion);
  workspace.set('counter', { value: ids.reduce((most, id) => Math.max(most, counterOf(id)), counter) });
}
