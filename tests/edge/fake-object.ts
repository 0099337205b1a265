import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import type {
  ObjectId,
  ObjectNamespace,
  ObjectState,
  ObjectStorage,
  SqlCursor,
  SqlStorage,
  SqlValue,
} from '../../src/sandbox/edge/runtime.ts';

const MOST_VALUES = 100;

/** An object's storage as the engine gives it, on a database in memory: what an object needs of it, and its limits. */
export class FakeStorage implements ObjectStorage {
  database = new DatabaseSync(':memory:');
  alarmAt: number | null = null;
  readonly sql: SqlStorage = { exec: (statement, ...values) => this.#exec(statement, values) };

  getAlarm(): Promise<number | null> {
    return Promise.resolve(this.alarmAt);
  }

  setAlarm(at: number): Promise<void> {
    this.alarmAt = at;
    return Promise.resolve();
  }

  deleteAlarm(): Promise<void> {
    this.alarmAt = null;
    return Promise.resolve();
  }

  deleteAll(): Promise<void> {
    this.database.close();
    this.database = new DatabaseSync(':memory:');
    this.alarmAt = null;
    return Promise.resolve();
  }

  transactionSync<T>(work: () => T): T {
    this.database.exec('SAVEPOINT work');
    try {
      const result = work();
      this.database.exec('RELEASE work');
      return result;
    } catch (error) {
      this.database.exec('ROLLBACK TO work; RELEASE work');
      throw error;
    }
  }

  #exec(statement: string, values: readonly SqlValue[]): SqlCursor {
    if (values.length > MOST_VALUES) throw new Error('too many SQL variables');
    if (values.some((value) => typeof value === 'string' && Buffer.byteLength(value) > 2_000_000))
      throw new Error('string or blob too big');
    const rows = this.database.prepare(statement).all(...(values as SQLInputValue[])) as Record<string, SqlValue>[];
    return { toArray: () => rows, [Symbol.iterator]: () => rows[Symbol.iterator]() };
  }
}

/** The state of an object: unlike the engine, it does not hold requests back while the object starts. */
export class FakeState implements ObjectState {
  readonly id: ObjectId;
  readonly storage: ObjectStorage;
  #started: Promise<unknown> = Promise.resolve();

  /** @param id 64 hexadecimal digits */
  constructor(storage: ObjectStorage, id = 'ab'.repeat(32)) {
    this.id = { toString: () => id };
    this.storage = storage;
  }

  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T> {
    const done = work();
    this.#started = done;
    return done;
  }

  /** Resolves when requests may come. */
  async started(): Promise<void> {
    await this.#started;
  }
}

type MakeObject = (state: ObjectState) => { fetch(request: Request): Promise<Response> };

/** A namespace whose ids are made from names in a way that can be read in a failure. */
export class FakeNamespace implements ObjectNamespace {
  readonly objects = new Map<string, { fetch(request: Request): Promise<Response> }>();
  readonly #make: MakeObject;

  constructor(make: MakeObject) {
    this.#make = make;
  }

  idFromName(name: string): ObjectId {
    const hex = Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);
    return { toString: () => hex };
  }

  idFromString(id: string): ObjectId {
    if (!this.objects.has(id)) throw new TypeError('Invalid Durable Object ID');
    return { toString: () => id };
  }

  get(id: ObjectId) {
    const name = id.toString();
    const object = this.objects.get(name) ?? this.#make(new FakeState(new FakeStorage(), name));
    this.objects.set(name, object);
    return { fetch: (request: Request | string) => object.fetch(request as Request) };
  }

  /** What the name of an object was. */
  static nameOf(id: ObjectId): string {
    return Buffer.from(id.toString(), 'hex').toString().replace(/\0+$/, '');
  }
}
