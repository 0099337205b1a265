import { readdir } from 'node:fs/promises';
import { UniqueNames, slug } from '../../openapi/model/naming.ts';
import type { Change } from '../../openapi/changes/change.ts';
import type { ReadVersion } from '../../openapi/changes/read-changes.ts';
import { readVersion, versionChanges } from '../../openapi/changes/read-changes.ts';
import { trackedExtensions } from './tracked-extensions.ts';

/** What stands in a version's place while it has none. */
export const NEXT = 'next';

/** What a version changed, computed from its document and that of the version before. */
export interface VersionChanges {
  /** `1.1.0`, or `next` for what is not released yet. */
  version: string;
  /** The version that it is compared with. */
  since: string;
  changes: IdentifiedChange[];
}

export interface IdentifiedChange extends Change {
  /** Anchor on the changelog page: `v1.1.0-pet-name-is-deprecated`. The same as long as the change says the same. */
  id: string;
}

/** The versions whose documents are kept, oldest first. @param folder `spec/` */
export async function releasedVersions(folder: URL): Promise<string[]> {
  const entries = await readdir(new URL('releases/', folder), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/**
 * What each version changed, newest first; the working copy before all, where it differs from the last release. Of the oldest
 * version nothing is told: there is nothing to compare it with.
 * @param folder `spec/`
 * @param working The working copy, where it was read already; it is not bundled a second time.
 */
export async function computedChanges(folder: URL, working?: ReadVersion): Promise<VersionChanges[]> {
  const released = (await releasedVersions(folder)).map(async (version) => ({
    version,
    read: await readVersion(new URL(`releases/${version}/openapi.yaml`, folder)),
  }));
  const next = { version: NEXT, read: working ?? (await readVersion(new URL('openapi.yaml', folder))) };
  const read = [...(await Promise.all(released)), next];
  const computed = read.slice(1).map(({ version, read: after }, index): VersionChanges => {
    const before = read[index];
    if (!before) throw new Error(`There is no version before ${version}.`);
    const changes = versionChanges({ before: before.read, after }, { extensions: trackedExtensions });
    return { version, since: before.version, changes: identified(version, changes) };
  });
  return computed.filter(({ version, changes }) => version !== NEXT || changes.length > 0).reverse();
}

function identified(version: string, changes: Change[]): IdentifiedChange[] {
  const names = new UniqueNames();
  return changes.map((change) => ({ ...change, id: names.take(`${anchorOf(version)}-${slug(change.message)}`) }));
}

/** The anchor of a version on the changelog page: `v1.0.0`, `next`. */
export function anchorOf(version: string): string {
  return version === NEXT ? NEXT : `v${version}`;
}
