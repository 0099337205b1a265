import type { Clock } from '../clock.ts';
import { hosted } from '../generated/policies.ts';
import type { ObjectFile } from './object-file.ts';

const DAY = 86_400_000;
/** Milliseconds: an object is put away after ten seconds without a request. */
const NOTED_AFTER = 5_000;
const USED_AT = 'used_at';
const ENDS_AT = 'ends_at';

interface Needs {
  readonly file: ObjectFile;
  /** Opens the file. */
  readonly open: () => void;
  /** Wakes the object, though it was put away meanwhile. */
  readonly clock: Clock;
  /** Its timers need not outlive the object. */
  readonly timers: Clock;
  /** Is called when the object's time has come. */
  readonly over: () => void;
}

/** How long an object is kept: to the end of its workspace, where it has one, and else until nobody has used it for long. */
export class ObjectLife {
  readonly #needs: Needs;
  /** When a request was last noted: once a day. */
  #usedAt = 0;
  #endsAt = Infinity;
  #hasEnded = false;
  #cancelNote: (() => void) | undefined;
  #cancelEnd: (() => void) | undefined;

  constructor(needs: Needs) {
    this.#needs = needs;
    const { file, open, clock } = needs;
    if (!file.exists) return;
    open();
    this.#endsAt = Number(file.setting(ENDS_AT) ?? Infinity);
    // One that was killed before it could note its first request is in use.
    this.#expireAfter(Number(file.setting(USED_AT) ?? clock.now()));
  }

  /** True where the workspace has ended before its time: somebody has deleted it. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Notes that the object is used, once a day: a little later, so that the first answer does not wait for the disk. */
  note(): void {
    const { file, open, clock, timers } = this.#needs;
    const now = clock.now();
    if (Math.abs(now - this.#usedAt) < DAY) return;
    this.#usedAt = now;
    this.#cancelNote = timers.wake(timers.now() + NOTED_AFTER, () => {
      open();
      file.set(USED_AT, String(now));
      this.#expireAfter(now);
    });
  }

  /** Sets the end of the workspace. @param endsAt milliseconds since the Unix epoch; undefined: it has ended */
  endAt(endsAt: number | undefined): void {
    this.#hasEnded = endsAt === undefined;
    if (endsAt === undefined) return;
    const { file, open, clock } = this.#needs;
    open();
    file.set(ENDS_AT, String(endsAt));
    this.#endsAt = endsAt;
    this.#expireAfter(clock.now());
  }

  /** Notes nothing more, and wakes nobody: the file is about to be deleted. */
  close(): void {
    this.#cancelNote?.();
    this.#cancelEnd?.();
  }

  #expireAfter(usedAt: number): void {
    this.#usedAt = usedAt;
    this.#cancelEnd?.();
    this.#cancelEnd = this.#needs.clock.wake(this.#end, () => this.#meetEnd());
  }

  /** In milliseconds since the Unix epoch. */
  get #end(): number {
    return Math.min(this.#usedAt + hosted.idle_days * DAY, this.#endsAt);
  }

  /** A use that is not noted yet counts, too. */
  #meetEnd(): void {
    if (this.#needs.clock.now() < this.#end) this.#expireAfter(this.#usedAt);
    else this.#needs.over();
  }
}
