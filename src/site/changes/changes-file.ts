import type { VersionChanges } from './releases.ts';

/** `/changelog/changes.json`: all computed changes, and where the documents are that they were computed from. */
export interface ChangesFile {
  /** By version; `next` is what is not released yet. */
  documents: Record<string, string>;
  /** Newest first. */
  versions: VersionChanges[];
}

/** The document of a released version, as it was. */
export function releasedDocument(version: string): string {
  return `/changelog/openapi-${version}.json`;
}
