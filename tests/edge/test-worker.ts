/** The hosted sandbox with a clock that its tests move, and addresses that they choose. */
import { fetchFromObject } from '../../src/sandbox/edge/edge.ts';
import type { ObjectClock } from '../../src/sandbox/edge/alarm-clock.ts';
import { SandboxObject as HostedObject } from '../../src/sandbox/edge/sandbox-object.ts';
import type { EdgeEnvironment } from '../../src/sandbox/edge/sandbox-object.ts';
import { ADDRESS, NOW } from './test-headers.ts';

interface Entry {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands where the last request has put it. */
class ToldClock implements ObjectClock {
  #now = 0;
  readonly #entries = new Set<Entry>();

  now(): number {
    return this.#now;
  }

  wake(at: number, callback: () => void): () => void {
    const entry = { at, callback };
    this.#entries.add(entry);
    if (at <= this.#now) setTimeout(() => this.#run(entry));
    return () => this.#entries.delete(entry);
  }

  rang(): void {}

  /** Sets the time, and wakes in order who waits for one on the way. */
  set(now: number): void {
    const due = [...this.#entries].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    for (const entry of due) {
      this.#now = Math.max(this.#now, entry.at);
      this.#run(entry);
    }
    this.#now = now;
  }

  #run(entry: Entry): void {
    if (this.#entries.delete(entry)) entry.callback();
  }
}

export class SandboxObject extends HostedObject {
  readonly #clock = new ToldClock();

  override fetch(request: Request): Promise<Response> {
    this.#clock.set(Number(request.headers.get(NOW)));
    return super.fetch(request);
  }

  protected override createClock(): ObjectClock {
    return this.#clock;
  }
}

export default {
  fetch(request: Request, environment: EdgeEnvironment): Promise<Response> {
    return fetchFromObject(request, environment, request.headers.get(ADDRESS) ?? '');
  },
};
