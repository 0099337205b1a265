/** A file that is kept. */
export interface KeptFile {
  /** Its path, `/guides/webhooks/`. */
  readonly url: string;
  /** Says whether its content is another one; null where its name says so. */
  readonly revision: string | null;
  /** Bytes. */
  readonly size: number;
}

export interface KeptFiles {
  readonly files: readonly KeptFile[];
  /** Paths of files with a hash in their names that are kept once a page has asked for them. */
  readonly onVisit: readonly string[];
}
