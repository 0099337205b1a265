import { hash } from '../random.ts';
import { MemoryStore } from './memory-store.ts';
import { isEmpty, StorageError } from './record-store.ts';
import type { Change, ChangeSet, RecordStore, StoredState } from './record-store.ts';

interface StoredChange extends Change {
  readonly workspace: string;
  /** Grows with every change of a workspace: what is above a tab's own number is new to it. */
  readonly seq: number;
}

const CHANGES = 'changes';
const BY_SEQ = 'seq';
/** The kind of the row that says: forget everything before this. */
const RESET = 'reset';

const DATABASE = 'orbinto-sandbox';

/** What the entries start with in which documents tell one another that a workspace has changed. */
const hintsOf = (name: string): string => `${name}/changes/`;

/** Whether an entry of the hints' storage tells of a change. @param entry as a `StorageEvent` names it */
export function tellsOfChange(entry: string | null): boolean {
  return entry?.startsWith(hintsOf(DATABASE)) ?? false;
}

/** The page was left, or the browser closed the database: what was under way is given up, and nobody waits for it. */
export class DatabaseClosedError extends StorageError {}

/**
 * Keeps changes in the browser, for all tabs of an origin as one: each request holds the workspace's Web Lock,
 * reads what other tabs changed, does its work, and is answered once its own changes are written.
 * Where the browser keeps nothing (storage switched off), the page's memory is all there is.
 * @see https://w3c.github.io/web-locks/
 */
export class IndexedDbStore implements RecordStore {
  readonly #name: string;
  readonly #hints: Storage | undefined;
  readonly #loadedFrom = new WeakMap<StoredState, IDBDatabase>();
  /** What is used where the browser keeps nothing. */
  readonly #memory = new MemoryStore();
  readonly #running = new Set<IDBTransaction>();
  #database: Promise<IDBDatabase | undefined> | undefined;

  /** @param hints where documents tell one another how many changes there are, so that nobody reads in vain */
  constructor(hints?: Storage, name = DATABASE) {
    this.#hints = hints;
    this.#name = name;
  }

  isBehind(state: StoredState): boolean {
    return Number(this.#hints?.getItem(this.#hintOf(state)) ?? 0) > state.version;
  }

  transact<T>(state: StoredState, work: () => T): Promise<T> {
    return navigator.locks.request(`${this.#name}/${state.name}`, () => this.#transact(state, work));
  }

  async drop(workspace: string): Promise<void> {
    const database = await this.#open();
    if (!database) return this.#memory.drop(workspace);
    const transaction = this.#begin(database, 'readwrite');
    transaction.objectStore(CHANGES).delete(rowsOf(workspace));
    await completion(transaction);
  }

  async close(): Promise<void> {
    (await this.#database)?.close();
    this.#database = undefined;
  }

  async #transact<T>(state: StoredState, work: () => T): Promise<T> {
    const database = await this.#open();
    if (!database) return this.#memory.transact(state, work);
    await this.#catchUp(database, state);
    try {
      const result = work();
      const made = state.takeChanges();
      if (!isEmpty(made)) await write(this.#begin(database, 'readwrite'), state, made);
      if (this.isBehind(state) || !isEmpty(made)) this.#tell(state);
      return result;
    } catch (error) {
      const isUnfinished = error instanceof StorageError || !isEmpty(state.takeChanges());
      if (isUnfinished) this.#loadedFrom.delete(state);
      throw error;
    }
  }

  #tell(state: StoredState): void {
    try {
      this.#hints?.setItem(this.#hintOf(state), String(state.version));
    } catch {
      // A full storage costs others a hint, and nothing else.
    }
  }

  #hintOf({ name }: StoredState): string {
    return `${hintsOf(this.#name)}${hash(name).toString(36)}`;
  }

  /** Takes in what other tabs have changed since this one last looked. */
  async #catchUp(database: IDBDatabase, state: StoredState): Promise<void> {
    if (this.#loadedFrom.get(state) !== database) {
      state.clear();
      state.version = 0;
      this.#loadedFrom.set(state, database);
    }
    const index = this.#begin(database, 'readonly').objectStore(CHANGES).index(BY_SEQ);
    const isNew = IDBKeyRange.bound([state.name, state.version], [state.name, Number.MAX_SAFE_INTEGER], true);
    const rows = await result(index.getAll(isNew) as IDBRequest<StoredChange[]>);
    if (rows.some(({ kind }) => kind === RESET)) state.clear();
    state.apply(rows);
    state.version = rows.at(-1)?.seq ?? state.version;
  }

  /** Opens the database, once; undefined where the browser has none. */
  #open(): Promise<IDBDatabase | undefined> {
    if (!this.#database) {
      this.#database = open(this.#name, () => (this.#database = undefined)).catch(() => undefined);
      addEventListener('pagehide', () => this.#leave(), { once: true });
    }
    return this.#database;
  }

  #begin(database: IDBDatabase, mode: IDBTransactionMode): IDBTransaction {
    const transaction = beginTransaction(database, mode);
    this.#running.add(transaction);
    transaction.oncomplete = transaction.onabort = () => this.#running.delete(transaction);
    return transaction;
  }

  /**
   * Gives up what is not finished when the reader leaves the page; nobody was answered yet. WebKit would keep the page, and
   * the transaction with it, open: every later one, of any page, would wait for it for ever.
   */
  #leave(): void {
    for (const transaction of this.#running) {
      try {
        transaction.abort();
      } catch {
        // It is being committed.
      }
    }
    void this.close();
  }
}

/** @throws DatabaseClosedError */
function beginTransaction(database: IDBDatabase, mode: IDBTransactionMode): IDBTransaction {
  try {
    return database.transaction(CHANGES, mode);
  } catch (cause) {
    throw new DatabaseClosedError('The database of the sandbox was closed', { cause });
  }
}

async function write(transaction: IDBTransaction, state: StoredState, made: ChangeSet): Promise<void> {
  const store = transaction.objectStore(CHANGES);
  let seq = state.version;
  const put = (change: Change): void => {
    seq += 1;
    store.put({ ...change, workspace: state.name, seq } satisfies StoredChange);
  };
  if (made.reset) {
    store.delete(rowsOf(state.name));
    put({ kind: RESET, id: '', sort: '', json: null });
  }
  made.changes.forEach(put);
  for (const { kind, id } of made.forgotten) store.delete([state.name, kind, id]);
  await completion(transaction);
  state.version = seq;
}

/** @param closed is called when the browser closes the database, e.g. because site data was deleted */
async function open(name: string, closed: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore(CHANGES, { keyPath: ['workspace', 'kind', 'id'] });
    store.createIndex(BY_SEQ, ['workspace', 'seq']);
  };
  const database = await result(request);
  database.onclose = closed;
  database.onversionchange = () => {
    database.close();
    closed();
  };
  return database;
}

function rowsOf(workspace: string): IDBKeyRange {
  return IDBKeyRange.bound([workspace], [workspace, []]);
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(failure('The browser could not read the sandbox', request.error));
  });
}

function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (): void => reject(failure('The browser could not keep the change', transaction.error));
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', failed);
    transaction.addEventListener('error', failed);
  });
}

/** A transaction that we aborted ourselves has no error, its requests an AbortError. */
function failure(message: string, cause: DOMException | null): StorageError {
  const isGivenUp = cause === null || cause.name === 'AbortError';
  return isGivenUp ? new DatabaseClosedError('The page was left', { cause }) : new StorageError(message, { cause });
}
