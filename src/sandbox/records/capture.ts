import { keyText } from '../store/record-store.ts';
import type { Change } from '../store/record-store.ts';
import { KINDS } from './collections.ts';
import type { Kind } from './collections.ts';
import { collectionOf } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/**
 * All that a workspace holds, as changes to the seeded records: a fresh workspace that takes them in is the same. When it ends is
 * its own, and left out.
 * @param without kinds that are left out
 */
export function captureOf(workspace: Workspace, without: readonly Kind[] = []): Change[] {
  const kept = KINDS.filter((kind) => !without.includes(kind)).flatMap((kind) =>
    collectionOf(workspace, kind).changed.map(({ id, sort, json }): Change => ({ kind, id, sort, json })),
  );
  const deleted = workspace.deletions.map(({ kind, id, sort }): Change => ({ kind, id, sort, json: null }));
  return [...kept, ...deleted].filter((change) => keyText(change) !== 'settings/life');
}
