/**
 * The part of the Workers runtime that the hosted sandbox uses: types of our own, so that nothing has to be installed to read
 * or check it.
 * @see https://developers.cloudflare.com/durable-objects/api/
 */

export type SqlValue = string | number | null | ArrayBuffer;

/** @see https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/ */
export interface SqlStorage {
  /** At most 100 values a statement; a row holds at most 2 MB. */
  exec(statement: string, ...values: SqlValue[]): SqlCursor;
}

export interface SqlCursor extends Iterable<Record<string, SqlValue>> {
  toArray(): Record<string, SqlValue>[];
}

export interface AlarmStorage {
  /** Milliseconds since the Unix epoch; null where none is set. */
  getAlarm(): Promise<number | null>;
  /**
   * Takes the place of the one that was set.
   * @param options `allowUnconfirmed`: answers need not wait until it is safe
   */
  setAlarm(at: number, options?: { readonly allowUnconfirmed?: boolean }): Promise<void>;
  deleteAlarm(): Promise<void>;
}

export interface ObjectStorage extends AlarmStorage {
  readonly sql: SqlStorage;
  /** Keeps all that `work` writes, or nothing where it throws. */
  transactionSync<T>(work: () => T): T;
  /** Forgets everything, the alarm as well. */
  deleteAll(): Promise<void>;
}

export interface ObjectId {
  /** 64 hexadecimal digits. */
  toString(): string;
}

/** What an object is given when it is made. */
export interface ObjectState {
  readonly id: ObjectId;
  readonly storage: ObjectStorage;
  /** Lets nothing else happen to the object until `work` is done. */
  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>;
}

export interface ObjectNamespace {
  idFromName(name: string): ObjectId;
  /** @throws for a text that is no id of this namespace */
  idFromString(id: string): ObjectId;
  get(id: ObjectId): Fetcher;
}

/** Something that answers requests. */
export interface Fetcher {
  fetch(request: Request | string): Promise<Response>;
}
