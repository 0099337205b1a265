/** The hosted sandbox with a clock that its tests move, a space for each of them, and any origin. */
import { fetchFromObject } from '../../src/sandbox/edge/edge.ts';
import type { ObjectClock } from '../../src/sandbox/edge/alarm-clock.ts';
import { idOfAddress } from '../../src/sandbox/edge/place.ts';
import type { Fetcher, ObjectNamespace, ObjectState } from '../../src/sandbox/edge/runtime.ts';
import { SandboxObject as HostedObject } from '../../src/sandbox/edge/sandbox-object.ts';
import type { EdgeEnvironment } from '../../src/sandbox/edge/environment.ts';
import { NOW, ORIGIN, SPACE } from './test-headers.ts';

/** Tests move the time on by months; that an object is deleted once nobody has used it for long is not what they mean. */
const FAR = 45 * 86_400_000;

interface Entry {
  readonly at: number;
  readonly callback: () => void;
}

/** The object's clock, until a request tells the time; then it stands where the last one has put it. */
class ToldClock implements ObjectClock {
  readonly #own: ObjectClock;
  readonly #entries = new Set<Entry>();
  #now: number | undefined;

  /** @param now what it was told before; undefined where nothing */
  constructor(own: ObjectClock, now: number | undefined) {
    this.#own = own;
    this.#now = now;
  }

  get told(): number | undefined {
    return this.#now;
  }

  now(): number {
    return this.#now ?? this.#own.now();
  }

  wake(at: number, callback: () => void): () => void {
    if (this.#now === undefined) return this.#own.wake(at, callback);
    const entry = { at, callback };
    if (at - this.#now < FAR) this.#entries.add(entry);
    if (at <= this.#now) setTimeout(() => this.#run(entry));
    return () => this.#entries.delete(entry);
  }

  rang(): void {
    this.#own.rang();
  }

  /** Sets the time, and wakes in order who waits for one on the way. */
  tell(now: number): void {
    const due = [...this.#entries].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    for (const entry of due) {
      this.#now = Math.max(this.#now ?? 0, entry.at);
      this.#run(entry);
    }
    this.#now = now;
  }

  #run(entry: Entry): void {
    if (this.#entries.delete(entry)) entry.callback();
  }
}

export class SandboxObject extends HostedObject {
  readonly #objects: ObjectNamespace;
  #clock: ToldClock | undefined;
  #space = '';

  constructor(state: ObjectState, environment: EdgeEnvironment) {
    super(state, environment);
    this.#objects = environment.OBJECTS;
  }

  override fetch(request: Request): Promise<Response> {
    const now = request.headers.get(NOW);
    if (now !== null) this.#clock?.tell(Number(now));
    this.#space = request.headers.get(SPACE) ?? this.#space;
    return super.fetch(request);
  }

  protected override createClock(alarmAt: number | null, isKept: () => boolean): ObjectClock {
    return (this.#clock = new ToldClock(super.createClock(alarmAt, isKept), this.#clock?.told));
  }

  /** Of the same space, and told the same time. */
  protected override objectOf(address: string): Fetcher {
    const objects = spaceOf(this.#objects, this.#space);
    const object = objects.get(idOfAddress(address, objects));
    return {
      fetch: (request) => {
        const sent = new Request(request);
        const now = this.#clock?.told;
        if (now !== undefined) sent.headers.set(NOW, String(now));
        return object.fetch(sent);
      },
    };
  }
}

/** The objects of one space. */
function spaceOf(objects: ObjectNamespace, space: string): ObjectNamespace {
  return {
    idFromName: (name) => objects.idFromName(`${space} ${name}`),
    idFromString: (id) => objects.idFromString(id),
    get: (id) => objects.get(id),
  };
}

export default {
  fetch(request: Request, environment: EdgeEnvironment): Promise<Response> {
    const space = request.headers.get(SPACE) ?? '';
    const origin = request.headers.get(ORIGIN) ?? '';
    const url = origin === '' ? request.url : request.url.replace(/^http:\/\/[^/]+/, origin);
    const OBJECTS = spaceOf(environment.OBJECTS, space);
    return fetchFromObject(new Request(url, request), { ...environment, OBJECTS }, '192.0.2.1');
  },
};
