/** The hosted sandbox, whose objects tell what they would be billed for. */
import worker from '../../edge/worker.ts';
import type { EdgeEnvironment } from '../../src/sandbox/edge/environment.ts';
import type { ObjectState, ObjectStorage, SqlCursor, SqlValue } from '../../src/sandbox/edge/runtime.ts';
import { SandboxObject as HostedObject } from '../../src/sandbox/edge/sandbox-object.ts';
import { METER } from './meter.ts';
import type { Metered } from './meter.ts';

/** What the engine tells of a statement that has run, and of a database, beyond what the sandbox uses. */
type MeteredCursor = SqlCursor & { readonly rowsRead: number; readonly rowsWritten: number };
type MeteredStorage = ObjectStorage & { readonly sql: { readonly databaseSize: number } };

export class SandboxObject extends HostedObject {
  readonly #meter: { rowsRead: number; rowsWritten: number };
  readonly #storage: MeteredStorage;

  constructor(state: ObjectState, environment: EdgeEnvironment) {
    const meter = { rowsRead: 0, rowsWritten: 0 };
    const storage = state.storage as MeteredStorage;
    super(
      {
        id: state.id,
        blockConcurrencyWhile: (work) => state.blockConcurrencyWhile(work),
        storage: {
          sql: {
            exec(statement: string, ...values: SqlValue[]) {
              const cursor = storage.sql.exec(statement, ...values) as MeteredCursor;
              const rows = cursor.toArray();
              meter.rowsRead += cursor.rowsRead;
              meter.rowsWritten += cursor.rowsWritten;
              return { toArray: () => rows, [Symbol.iterator]: () => rows[Symbol.iterator]() };
            },
          },
          getAlarm: () => storage.getAlarm(),
          setAlarm(at, options) {
            meter.rowsWritten += 1;
            return storage.setAlarm(at, options);
          },
          deleteAlarm: () => storage.deleteAlarm(),
          transactionSync: (work) => storage.transactionSync(work),
          deleteAll: () => storage.deleteAll(),
        },
      },
      environment,
    );
    this.#meter = meter;
    this.#storage = storage;
  }

  override fetch(request: Request): Promise<Response> {
    if (!request.headers.has(METER)) return super.fetch(request);
    const metered: Metered = { ...this.#meter, bytes: this.#storage.sql.databaseSize };
    return Promise.resolve(Response.json(metered));
  }
}

export default worker;
