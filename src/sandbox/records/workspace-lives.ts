import type { Engine } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import { isTemporaryName } from '../keys.ts';
import type { Workspace } from './workspace.ts';

type Needs = Pick<Engine, 'clock' | 'store' | 'workspaces' | 'dispatcher'>;

/** The lives of workspaces that were made for a while. They end by the machine's clock: a workspace's own may stand still. */
export class WorkspaceLives {
  readonly #engine: Needs;
  readonly #ended: (name: string) => Promise<void> | void;

  /** @param ended is told of a workspace that has ended, to forget what is kept of it elsewhere */
  constructor(engine: Needs, ended: (name: string) => Promise<void> | void) {
    this.#engine = engine;
    this.#ended = ended;
  }

  /**
   * Lets only those into a workspace that was made for a while who come before its end.
   * @throws ApiError 401
   */
  async requireAlive(name: string): Promise<void> {
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
    return expires_at;
  }

  /** Deletes a workspace with all that it holds. */
  async end(workspace: Workspace): Promise<void> {
    const { store, dispatcher } = this.#engine;
    await store.transact(workspace, () => {
      dispatcher.cancel(workspace);
      workspace.end();
    });
    await this.#ended(workspace.name);
  }

  /** Deletes the workspaces in use whose end has come. */
  async sweep(): Promise<void> {
    for (const workspace of this.#engine.workspaces.over(this.#engine.clock.now())) await this.end(workspace);
  }
}
