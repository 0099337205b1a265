import type { WorkspaceSummary } from '../../sandbox/control/summary.ts';

/** Milliseconds between two looks while time alone changes something. */
const interval = 2000;
/** Milliseconds that answers which come together are waited for. */
const pause = 150;

/** Asks how the workspace stands; undefined where another sandbox is chosen than that of this browser, and where the key opens none. */
export type Look = () => Promise<WorkspaceSummary | undefined>;

/** Knows how the reader's workspace stands, and looks again when something may have changed it. */
export class WorkspaceWatch {
  readonly #look: Look;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #summary: WorkspaceSummary | undefined;
  #lookedAt = 0;

  constructor(look: Look) {
    this.#look = look;
  }

  /** Undefined before the first look, and where the look finds none. */
  get summary(): WorkspaceSummary | undefined {
    return this.#summary;
  }

  /** When the summary was true, in milliseconds since the Unix epoch: its clock is compared with this moment. */
  get lookedAt(): number {
    return this.#lookedAt;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something may have happened. */
  readonly note = (): void => this.#wake(pause);

  async look(): Promise<void> {
    // What cannot be read now keeps standing as it was.
    const summary = await this.#look().catch(() => this.#summary);
    if (summary !== this.#summary) this.#lookedAt = Date.now();
    this.#summary = summary;
    for (const listener of this.#listeners) listener();
    if (summary && goesOnByItself(summary)) this.#wake(interval);
  }

  #wake(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void (document.hidden ? this.#wake(interval) : this.look()), delay);
  }
}

/** Whether the next look may tell something else though nobody does anything. */
function goesOnByItself({ limits, deliveries }: WorkspaceSummary): boolean {
  return deliveries.pending > 0 || limits.minute.remaining < limits.minute.limit;
}
