import type { HistoryEntry, ReferenceOptions } from '../reference/options.ts';
import { NEXT } from './releases.ts';
import type { IdentifiedChange, VersionChanges } from './releases.ts';

/** What touches more operations than this is told in the changelog alone: a page would have little else to tell. */
const MOST_OPERATIONS = 10;

/** What versions of the API have changed of each operation and event, for its page. @param versions Newest first. */
export function historyOf(versions: readonly VersionChanges[]): NonNullable<ReferenceOptions['history']> {
  const known = new Map<string, HistoryEntry[]>();
  for (const { version, changes } of versions)
    for (const change of changes.filter(({ operations }) => operations.length <= MOST_OPERATIONS))
      for (const name of change.operations) known.set(name, [...(known.get(name) ?? []), entryOf(version, change)]);
  return ({ kind, operation }) => known.get(kind === 'event' ? operation.path : operation.operationId) ?? [];
}

function entryOf(version: string, { id, message, severity }: IdentifiedChange): HistoryEntry {
  return {
    version: version === NEXT ? 'Next release' : version,
    href: `/changelog/#${id}`,
    text: message,
    isBreaking: severity === 'breaking',
  };
}
