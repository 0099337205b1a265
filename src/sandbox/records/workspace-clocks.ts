import type { Clock } from '../clock.ts';
import type { Workspace } from './workspace.ts';

/** The time in each workspace: the sandbox's clock, unless the workspace's own was moved or stopped. */
export class WorkspaceClocks {
  readonly #clock: Clock;
  /** Where time is held while what is due then is being run. */
  readonly #held = new WeakMap<Workspace, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds since the Unix epoch, as the workspace has it. */
  now(workspace: Workspace): number {
    const { offset_ms, frozen_at } = workspace.setting('clock');
    return this.#held.get(workspace) ?? frozen_at ?? this.#clock.now() + offset_ms;
  }

  isFrozen(workspace: Workspace): boolean {
    return this.#held.has(workspace) || workspace.setting('clock').frozen_at !== null;
  }

  /** Sets the workspace's clock, inside of a transaction. */
  set(workspace: Workspace, now: number, frozen: boolean): void {
    workspace.set('clock', { offset_ms: frozen ? 0 : now - this.#clock.now(), frozen_at: frozen ? now : null });
  }

  /** Lets the time stand at one moment until it is let go. Nothing of it is kept. */
  hold(workspace: Workspace, now: number): void {
    this.#held.set(workspace, now);
  }

  release(workspace: Workspace): void {
    this.#held.delete(workspace);
  }

  /**
   * Calls back when it is `at` in the workspace.
   * @returns what takes it back; undefined when time stands still and `at` will not come
   */
  wake(workspace: Workspace, at: number, callback: () => void): (() => void) | undefined {
    const rest = at - this.now(workspace);
    if (rest > 0 && this.isFrozen(workspace)) return undefined;
    return this.#clock.wake(this.#clock.now() + Math.max(0, rest), callback);
  }
}
