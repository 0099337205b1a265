import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { sandbox } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import { isWorkspaceName, SEEDED_WORKSPACE } from '../keys.ts';
import type { Seed } from '../seed/seed.ts';
import type { RecordStore } from '../store/record-store.ts';
import { OWN_CAPS } from './caps.ts';
import type { Caps } from './caps.ts';
import type { DrawSecret } from '../webhooks/secret.ts';
import { holderOf, snapshotsName } from './snapshots.ts';
import { Workspace } from './workspace.ts';
import type { Room } from './room.ts';

const IDLE = sandbox.workspace_idle_hours * 3_600_000;

/** A workspace with changes. */
interface Kept {
  /** Undefined for one that was not asked for since the start. */
  workspace: Workspace | undefined;
  /** Milliseconds since the Unix epoch, by the machine's clock; of one that was not asked for, the start. */
  usedAt: number;
}

interface Options {
  readonly seed: Seed;
  readonly store: RecordStore;
  readonly clock?: Clock;
  /** What each may hold. */
  readonly caps?: Caps | undefined;
  /** Draws the secrets of webhooks; truly at random when omitted. */
  readonly drawSecret?: DrawSecret | undefined;
  /** Is told of a workspace that is given up. */
  readonly givenUp?: (workspace: Workspace) => void;
}

/**
 * The workspaces in use, made when first asked for. One that is only read takes no room: it is forgotten when nobody holds it. One
 * with changes takes room until it is reset; where there is no more, one that nobody has used for a day gives way, and if there is
 * none, nobody does.
 */
export class Workspaces implements Room {
  readonly caps: Caps;
  readonly #options: Options;
  readonly #clock: Clock;
  readonly #seeded: Workspace;
  readonly #kept = new Map<string, Kept>();
  readonly #read = new Map<string, WeakRef<Workspace>>();
  /** Takes the names of those that are gone out of the list. */
  readonly #gone = new FinalizationRegistry<string>((name) => {
    if (this.#read.get(name)?.deref() === undefined) this.#read.delete(name);
  });
  #hasListed = false;

  constructor(options: Options) {
    this.#options = options;
    this.caps = options.caps ?? OWN_CAPS;
    this.#clock = options.clock ?? systemClock;
    this.#seeded = new Workspace(SEEDED_WORKSPACE, options.seed, { drawSecret: options.drawSecret });
  }

  get(name: string): Workspace {
    if (name === SEEDED_WORKSPACE) return this.#seeded;
    this.#listKept();
    const kept = this.#kept.get(name);
    if (!kept) return this.#read.get(name)?.deref() ?? this.#remember(this.#open(name));
    kept.usedAt = this.#clock.now();
    return (kept.workspace ??= this.#open(name));
  }

  /**
   * Makes room for the changes of a workspace.
   * @throws ApiError 507
   */
  claim(workspace: Workspace): void {
    const { name } = workspace;
    if (this.#kept.has(name)) return;
    const now = this.#clock.now();
    if (this.#kept.size >= sandbox.workspaces && !this.#giveUpIdle(now)) {
      const values = { limit: sandbox.workspaces, hours: sandbox.workspace_idle_hours };
      throw new ApiError('workspace_limit_reached', { values });
    }
    this.#kept.set(name, { workspace, usedAt: now });
    this.#read.delete(name);
  }

  /** The workspaces in use whose end has come. @param now by the machine's clock */
  over(now: number): Workspace[] {
    return [...this.#kept.values()].flatMap(({ workspace }) => (workspace?.isOver(now) ? workspace : []));
  }

  /** Takes back the room of a workspace that has no changes any more. */
  release(workspace: Workspace): void {
    if (this.#kept.delete(workspace.name)) this.#remember(workspace);
  }

  #open(name: string): Workspace {
    const { seed, drawSecret } = this.#options;
    return new Workspace(name, seed, { room: this, drawSecret });
  }

  #remember(workspace: Workspace): Workspace {
    this.#read.set(workspace.name, new WeakRef(workspace));
    this.#gone.register(workspace, workspace.name);
    return workspace;
  }

  /** Those that an earlier run has kept have changes, too. */
  #listKept(): void {
    if (this.#hasListed) return;
    this.#hasListed = true;
    const usedAt = this.#clock.now();
    for (const name of this.#options.store.names?.() ?? []) {
      const holder = holderOf(name);
      if (isWorkspaceName(holder)) this.#kept.set(holder, { workspace: undefined, usedAt });
    }
  }

  /** @returns whether a workspace had ended, or was unused for long enough */
  #giveUpIdle(now: number): boolean {
    const idle = this.over(now)[0]?.name ?? this.#unusedLongest(now);
    if (idle === undefined) return false;
    const { workspace } = this.#kept.get(idle) ?? {};
    this.#kept.delete(idle);
    if (workspace) this.#options.givenUp?.(workspace);
    // What cannot be dropped now is counted again after the next start.
    for (const name of [idle, snapshotsName(idle)]) {
      void Promise.resolve(this.#options.store.drop(name)).catch(() => undefined);
    }
    return true;
  }

  /** The name of the one that was not used for longest, if that is long enough. */
  #unusedLongest(now: number): string | undefined {
    let idle: string | undefined;
    let since = now - IDLE;
    for (const [name, { usedAt }] of this.#kept) if (usedAt <= since) [idle, since] = [name, usedAt - 1];
    return idle;
  }
}
