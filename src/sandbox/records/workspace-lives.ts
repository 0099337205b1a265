import type { Engine } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import type { Client } from '../http/request-context.ts';
import { isTemporaryName } from '../keys.ts';
import type { Workspace } from './workspace.ts';

type Needs = Pick<Engine, 'clock' | 'store' | 'workspaces' | 'snapshots' | 'dispatcher'>;

interface Hooks {
  /** Is told of the end of a workspace, in milliseconds since the Unix epoch; undefined: it has ended. */
  readonly changed: ((endsAt: number | undefined) => void) | undefined;
  /** Forgets what is kept elsewhere of a workspace that has ended. */
  readonly ended: (name: string) => Promise<void> | void;
  /** Is asked before anything is done in a workspace. @throws ApiError where it may not be opened */
  readonly admit: Admit | undefined;
}

/** @returns undefined where there is nothing to wait for */
export type Admit = (workspace: string, caller: Client) => Promise<void> | undefined;

/** The lives of workspaces that were made for a while. They end by the machine's clock: a workspace's own may stand still. */
export class WorkspaceLives {
  readonly #engine: Needs;
  readonly #hooks: Hooks;

  constructor(engine: Needs, hooks: Hooks) {
    this.#engine = engine;
    this.#hooks = hooks;
  }

  /**
   * Lets only those into a workspace that was made for a while who come before its end, and into a new one whom the host lets open it.
   * @throws ApiError 401 or, of the host, 429
   */
  async requireAlive(name: string, caller: Client): Promise<void> {
    await this.#hooks.admit?.(name, caller);
    if (!isTemporaryName(name)) return;
    const { clock, store, workspaces } = this.#engine;
    const workspace = workspaces.get(name);
    const { expires_at } = await store.transact(workspace, () => workspace.setting('life'));
    const isOver = workspace.isOver(clock.now());
    if (expires_at !== null && !isOver) return;
    if (isOver) await this.end(workspace);
    throw new ApiError('workspace_expired', { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } });
  }

  /** Sets the end of a workspace. @returns milliseconds since the Unix epoch, a whole second */
  async live(workspace: Workspace, seconds: number): Promise<number> {
    const { clock, store } = this.#engine;
    const expires_at = Math.ceil(clock.now() / 1000 + seconds) * 1000;
    await store.transact(workspace, () => workspace.set('life', { expires_at }));
    this.#hooks.changed?.(expires_at);
    return expires_at;
  }

  /** Deletes a workspace with all that it holds. */
  async end(workspace: Workspace): Promise<void> {
    const { store, snapshots, dispatcher } = this.#engine;
    await store.transact(workspace, () => {
      dispatcher.cancel(workspace);
      workspace.end();
    });
    const taken = snapshots.of(workspace);
    await store.transact(taken, () => taken.list.length > 0 && taken.end());
    await this.#hooks.ended(workspace.name);
    this.#hooks.changed?.(undefined);
  }

  /** Deletes the workspaces in use whose end has come. */
  async sweep(): Promise<void> {
    for (const workspace of this.#engine.workspaces.over(this.#engine.clock.now())) await this.end(workspace);
  }
}
