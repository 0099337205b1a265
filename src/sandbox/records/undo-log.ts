import { timestamp } from '../clock.ts';
import { sandbox as policy } from '../generated/policies.ts';
import { keyText } from '../store/record-store.ts';
import type { Change } from '../store/record-store.ts';
import type { ListPosition, Row } from './row.ts';
import type { ChangingRequest, StoredUndo } from './undo-entry.ts';

/** What a log needs of its workspace. */
interface Holder {
  /** How many ids were given out. */
  counter(): number;
  readonly undos: {
    readonly rows: readonly Row<StoredUndo>[];
    put(entry: StoredUndo): unknown;
  };
}

interface Begun {
  readonly request: ChangingRequest;
  readonly at: string;
  readonly counter: number;
  /** Whether it counts as a change whatever it does. */
  readonly isChange: boolean;
}

/**
 * Remembers how things were before the last requests that changed something. What happens on its own (deliveries) belongs to the
 * request before it.
 */
export class UndoLog {
  readonly #holder: Holder;
  #begun: Begun | undefined;
  #before = new Map<string, Change>();

  constructor(holder: Holder) {
    this.#holder = holder;
  }

  /** The newest request that can be undone. */
  get last(): StoredUndo | undefined {
    let last: StoredUndo | undefined;
    for (const { value } of this.#holder.undos.rows) if (!last || value.seq > last.seq) last = value;
    return last;
  }

  /** Newest first. */
  get entries(): StoredUndo[] {
    return this.#holder.undos.rows.map(({ value }) => value).sort((a, b) => b.seq - a.seq);
  }

  /**
   * Whatever changes in this transaction is the work of a request.
   * @param now by the workspace's clock, in milliseconds since the Unix epoch
   * @param options `isChange`: whether it counts as a change whatever it does now, because it goes on in later transactions; `counter`:
   *   how many ids had been given out before, where that cannot be told any more
   */
  begin(request: ChangingRequest, now: number, options: { isChange?: boolean; counter?: number } = {}): void {
    const { isChange = false, counter = this.#holder.counter() } = options;
    this.#begun = { request, at: timestamp(now), counter, isChange };
  }

  /** Notes how a record was before it is changed. @param before undefined where it was as seeded, or not there */
  note(kind: string, { id, sort }: ListPosition, before: Pick<Row, 'sort' | 'json'> | undefined): void {
    const key = keyText({ kind, id });
    if (kind === 'undos' || key === 'settings/life' || this.#before.has(key)) return;
    this.#before.set(key, { kind, id, sort: before?.sort ?? sort, json: before?.json ?? null });
  }

  /** Notes that all that a workspace held has been replaced. @param before what it held @param after what it holds */
  noteAll(before: readonly Change[], after: readonly Change[]): void {
    const changed = [...after.map((change) => ({ ...change, json: null })), ...before];
    this.#before = new Map(changed.map((change) => [keyText(change), change]));
  }

  /** Writes down, at the end of a transaction, what has changed in it. */
  close(): void {
    const [begun, before] = [this.#begun, this.#before];
    if (!begun && before.size === 0) return;
    this.forget();
    if (before.size === 0 && !begun?.isChange) return;
    const last = this.last;
    if (begun && last?.request_id !== begun.request.id) this.#put(newEntry(begun, (last?.seq ?? 0) + 1, before));
    else if (last) this.#merge(last, before);
  }

  forget(): void {
    this.#begun = undefined;
    if (this.#before.size > 0) this.#before = new Map();
  }

  #merge(last: StoredUndo, before: ReadonlyMap<string, Change>): void {
    if (last.before === null) return;
    const known = new Set(last.before.map(keyText));
    const more = [...before].filter(([key]) => !known.has(key)).map(([, change]) => change);
    if (more.length > 0) this.#put({ ...last, before: [...last.before, ...more] });
  }

  #put(entry: StoredUndo): void {
    const size = (entry.before ?? []).reduce((sum, change) => sum + sizeOf(change), 0);
    const isTooMuch = size > policy.undo_characters;
    this.#holder.undos.put(isTooMuch ? { ...entry, before: null } : entry);
  }
}

/** Characters, about: a record that was not there takes room by its name. */
function sizeOf({ id, sort, json }: Change): number {
  return id.length + sort.length + (json?.length ?? 0);
}

function newEntry({ request, at, counter }: Begun, seq: number, before: ReadonlyMap<string, Change>): StoredUndo {
  const { id: request_id, method, path } = request;
  const id = String(seq % policy.undo_steps);
  return { id, seq, request_id, request: `${method} ${path}`, at, counter, before: [...before.values()] };
}
