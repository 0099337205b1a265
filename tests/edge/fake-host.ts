import { expect } from 'vitest';
import type { Clock, ManualClock } from '../../src/sandbox/clock.ts';
import { AlarmClock } from '../../src/sandbox/edge/alarm-clock.ts';
import { fetchFromObject } from '../../src/sandbox/edge/edge.ts';
import type { EdgeEnvironment } from '../../src/sandbox/edge/environment.ts';
import type { ObjectId, ObjectNamespace, ObjectState } from '../../src/sandbox/edge/runtime.ts';
import { SandboxObject } from '../../src/sandbox/edge/sandbox-object.ts';
import { Client } from '../webhooks/client.ts';
import { FakeState, FakeStorage } from './fake-object.ts';

/** An object on a clock that the test moves. */
class TestObject extends SandboxObject {
  readonly #state: ObjectState;
  readonly #time: Clock;
  #isGone = false;

  constructor(state: ObjectState, environment: EdgeEnvironment, time: Clock) {
    super(state, environment);
    this.#state = state;
    this.#time = time;
  }

  /** Puts it away: its timers are gone. */
  putAway(): void {
    this.#isGone = true;
  }

  protected override createClock(alarmAt: number | null, isKept: () => boolean): AlarmClock {
    return new AlarmClock(this.#state.storage, alarmAt, isKept, this.timers);
  }

  protected override get timers(): Clock {
    const time = this.#time;
    return {
      now: () => time.now(),
      wake: (at, callback) => time.wake(at, () => (this.#isGone ? undefined : callback())),
    };
  }
}

/** A host with all its objects, in memory. */
export class FakeHost implements ObjectNamespace {
  readonly #storages = new Map<string, FakeStorage>();
  readonly #objects = new Map<string, Promise<TestObject>>();
  readonly #environment: EdgeEnvironment;
  readonly #time: ManualClock;

  constructor(time: ManualClock, settings: Partial<EdgeEnvironment> = {}) {
    this.#time = time;
    this.#environment = { OBJECTS: this, ...settings };
  }

  /** Sends a request through the router. */
  fetch(request: Request, address = '192.0.2.1'): Promise<Response> {
    return fetchFromObject(request, this.#environment, address);
  }

  client(key: string, address?: string): Client {
    return new Client((request) => this.fetch(request, address), 'https://host.example', key);
  }

  /** The whole name, in an id that is longer than the engine's for it. */
  idFromName(name: string): ObjectId {
    return { toString: () => Buffer.from(name).toString('hex').padEnd(128, '0') };
  }

  idFromString(id: string): ObjectId {
    return { toString: () => id };
  }

  get(id: ObjectId) {
    return { fetch: async (request: Request | string) => (await this.#object(id)).fetch(request as Request) };
  }

  /** How many tables a workspace has. */
  roomOf(workspace: string): number {
    return this.#storageOf(workspace).database.prepare('SELECT name FROM sqlite_schema').all().length;
  }

  /** When the alarm of a workspace goes off; null where none is set. */
  alarmOf(workspace: string): number | null {
    return this.#storageOf(workspace).alarmAt;
  }

  /** Puts all objects away, and lets the alarms go off that are due. */
  async ring(): Promise<void> {
    await this.putAway();
    for (const [name, storage] of this.#storages) {
      if (storage.alarmAt === null || storage.alarmAt > this.#time.now()) continue;
      const object = await this.#object(this.idFromString(name));
      storage.alarmAt = null;
      await object.alarm();
    }
  }

  /** Puts all objects away: nothing is left of them but what they have stored. */
  async putAway(): Promise<void> {
    for (const object of this.#objects.values()) (await object).putAway();
    this.#objects.clear();
  }

  #storageOf(workspace: string): FakeStorage {
    return this.#storages.get(this.idFromName(`workspace ${workspace}`).toString()) ?? expect.unreachable();
  }

  #object(id: ObjectId): Promise<TestObject> {
    const name = id.toString();
    const object = this.#objects.get(name) ?? this.#start(name);
    this.#objects.set(name, object);
    return object;
  }

  async #start(name: string): Promise<TestObject> {
    const storage = this.#storages.get(name) ?? new FakeStorage();
    this.#storages.set(name, storage);
    const state = new FakeState(storage, name);
    const object = new TestObject(state, this.#environment, this.#time);
    await state.started();
    return object;
  }
}
