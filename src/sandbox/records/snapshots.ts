import { sandbox as policy } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import { keyText } from '../store/record-store.ts';
import type { Change, ChangeSet, StoredState } from '../store/record-store.ts';
import type { Caps } from './caps.ts';
import type { Workspace } from './workspace.ts';

/** A moment of a workspace, by its name. */
export interface Snapshot {
  readonly name: string;
  /** When it was taken, by the machine's clock: RFC 3339. */
  readonly taken_at: string;
  /** What time it was in the workspace, in milliseconds since the Unix epoch. */
  readonly now: number;
  /** How many records were not as they were seeded. */
  readonly records: number;
  /** Of its text. */
  readonly characters: number;
}

interface Kept extends Snapshot {
  readonly parts: number;
}

const SNAPSHOT = 'snapshots';
const PART = 'snapshot-parts';
/** Characters of a row, about: it holds at least one record. */
const PART_CHARACTERS = 200_000;
/** What the names of these states end in; no name of a workspace does. */
const SUFFIX = ' snapshots';

/** The name of the state that holds the snapshots of a workspace. */
export function snapshotsName(workspace: string): string {
  return `${workspace}${SUFFIX}`;
}

/** The workspace whose snapshots a state of this name holds; any other name as it is. */
export function holderOf(name: string): string {
  return name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : name;
}

/**
 * The snapshots of one workspace. They are kept beside it, so that a reset does not take them, in numbered slots that are used again:
 * a store never holds more rows than there were at once.
 */
export class Snapshots implements StoredState {
  readonly name: string;
  version = 0;
  #slots: (Kept | undefined)[] = [];
  #parts = new Map<string, string>();
  #changes = new Map<string, Change>();
  #reset = false;

  /** @param workspace its name */
  constructor(workspace: string) {
    this.name = snapshotsName(workspace);
  }

  /** In the order in which they were taken. */
  get list(): readonly Snapshot[] {
    return this.#slots.filter((kept) => kept !== undefined).sort((a, b) => (a.taken_at < b.taken_at ? -1 : 1));
  }

  get(name: string): Snapshot | undefined {
    return this.#slots.find((kept) => kept?.name === name);
  }

  /** What a workspace held at the moment of a snapshot. */
  contentOf(name: string): Change[] {
    const slot = this.#slotOf(name);
    const parts = this.#slots[slot]?.parts ?? 0;
    return Array.from(
      { length: parts },
      (_, part) => JSON.parse(this.#parts.get(`${slot}/${part}`) ?? '[]') as Change[],
    ).flat();
  }

  /**
   * Keeps a moment.
   * @throws ApiError 507 where there is no room
   */
  add(snapshot: Omit<Snapshot, 'characters'>, content: readonly Change[], caps: Caps): Snapshot {
    const parts = partsOf(content);
    const characters = parts.reduce((sum, part) => sum + part.length, 0);
    const held = this.list.reduce((sum, kept) => sum + kept.characters, 0);
    const slot = [...Array(policy.snapshots).keys()].find((one) => !this.#slots[one]);
    if (slot === undefined) throw new ApiError('snapshot_limit_reached', { values: { limit: policy.snapshots } });
    // The first one fits whatever it holds: a workspace is held to the same figure.
    if (held > 0 && held + characters > caps.characters) {
      throw new ApiError('snapshots_full', { values: { limit: caps.characters } });
    }
    const kept = { ...snapshot, characters, parts: parts.length };
    parts.forEach((part, index) => this.#put(PART, `${slot}/${index}`, part));
    this.#put(SNAPSHOT, String(slot), JSON.stringify(kept));
    return kept;
  }

  delete(name: string): void {
    const slot = this.#slotOf(name);
    const parts = this.#slots[slot]?.parts ?? 0;
    this.#put(SNAPSHOT, String(slot), null);
    for (let part = 0; part < parts; part += 1) this.#put(PART, `${slot}/${part}`, null);
  }

  /** Forgets all of them for good. */
  end(): void {
    this.clear();
    this.#reset = true;
  }

  clear(): void {
    this.#slots = [];
    this.#parts.clear();
    this.#changes.clear();
    this.#reset = false;
  }

  apply(changes: Iterable<Change>): void {
    for (const { kind, id, json } of changes) {
      if (kind === SNAPSHOT) this.#slots[Number(id)] = json === null ? undefined : (JSON.parse(json) as Kept);
      else if (json !== null) this.#parts.set(id, json);
      else this.#parts.delete(id);
    }
  }

  takeChanges(): ChangeSet {
    const made = { reset: this.#reset, changes: [...this.#changes.values()], forgotten: [] };
    this.#changes.clear();
    this.#reset = false;
    return made;
  }

  #slotOf(name: string): number {
    return this.#slots.findIndex((kept) => kept?.name === name);
  }

  #put(kind: string, id: string, json: string | null): void {
    const change = { kind, id, sort: '', json };
    this.apply([change]);
    this.#changes.set(keyText(change), change);
  }
}

/** Rows as texts of JSON, none much longer than a row should be. */
function partsOf(content: readonly Change[]): string[] {
  const parts: string[] = [];
  let part: Change[] = [];
  let size = 0;
  for (const change of content) {
    part.push(change);
    size += (change.json?.length ?? 0) + change.id.length;
    if (size < PART_CHARACTERS) continue;
    parts.push(JSON.stringify(part));
    [part, size] = [[], 0];
  }
  return part.length > 0 ? [...parts, JSON.stringify(part)] : parts;
}

/** The snapshots of each workspace in use. */
export class SnapshotShelf {
  readonly #of = new WeakMap<Workspace, Snapshots>();

  of(workspace: Workspace): Snapshots {
    const known = this.#of.get(workspace);
    if (known) return known;
    const snapshots = new Snapshots(workspace.name);
    this.#of.set(workspace, snapshots);
    return snapshots;
  }
}
