import type { WorkspaceSummary } from '../../sandbox/control/summary.ts';

/** A record that the reader has made. */
export interface OwnRecord {
  /** `contacts`. */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** Tells what there is now. */
export type OwnRecords = () => readonly OwnRecord[];

/** The records that the reader has made, of each kind the newest first. */
export function ownRecords({ records }: WorkspaceSummary): OwnRecord[] {
  return Object.entries(records).flatMap(([kind, { newest }]) => newest.map((record) => ({ kind, ...record })));
}

/** What ids of one kind begin with: `con_` of `con_abc123`. Undefined for a text that does not look like an id. */
export function beginningOf(text: string): string | undefined {
  return /^[A-Za-z]{2,}_(?=[A-Za-z0-9]+$)/.exec(text)?.[0];
}

/** Those that can stand where an id stands: of its kind, and not itself. */
export function replacementsFor(id: string, records: readonly OwnRecord[]): OwnRecord[] {
  const beginning = beginningOf(id);
  return beginning === undefined ? [] : records.filter((record) => record.id.startsWith(beginning) && record.id !== id);
}

/** The ids in a text for which there is one of the reader's own, each once. */
export function idsIn(text: string, records: readonly OwnRecord[]): string[] {
  const found = text.match(/\b[A-Za-z]{2,}_[A-Za-z0-9]+\b/g) ?? [];
  return [...new Set(found)].filter((id) => replacementsFor(id, records).length > 0);
}
