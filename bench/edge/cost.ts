import { figure } from '../report.ts';
import type { Part } from '../report.ts';
import { CALLS } from '../sandbox/calls.ts';
import type { Call } from '../sandbox/load.ts';
import { load } from '../sandbox/load.ts';
import type { Server } from '../sandbox/server.ts';
import { METERED_WORKER, startEdge } from './contestants.ts';
import { keysOf } from './keys.ts';
import { readMeter } from './meter.ts';
import { OBJECT_MEMORY, PRICES } from './prices.ts';

const REQUESTS = 3_000;
const MILLION = 1e6;
/** Seconds that an object stays awake after a request, to write down its counts. */
const AWAKE = 5;
const GOAL = 5;

/** What one request uses. */
interface Use {
  readonly name: string;
  readonly cpuMilliseconds: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
  readonly bytes: number;
}

/** What a million requests cost on Cloudflare's network, by what they use here. */
export async function cost(): Promise<Part> {
  const server = await startEdge(METERED_WORKER);
  try {
    return report([await measure(server, 'get', CALLS.get), await measure(server, 'create', CALLS.create)]);
  } finally {
    await server.stop();
  }
}

async function measure(server: Server, name: string, call: Call): Promise<Use> {
  const [key = ''] = keysOf(`cost${name}`, 1);
  await load(server, call, { amount: REQUESTS }, [key]);
  const before = await readMeter(server.url, key);
  const { cpu, count } = await load(server, call, { amount: REQUESTS }, [key]);
  const after = await readMeter(server.url, key);
  return {
    name,
    cpuMilliseconds: (cpu / count) * 1000,
    rowsRead: (after.rowsRead - before.rowsRead) / count,
    rowsWritten: (after.rowsWritten - before.rowsWritten) / count,
    bytes: (after.bytes - before.bytes) / count,
  };
}

/** Dollars for a million requests of which each keeps its object awake for so many seconds. */
function price({ cpuMilliseconds, rowsRead, rowsWritten }: Use, seconds: number): number {
  const each =
    PRICES.workerRequests +
    PRICES.objectRequests +
    PRICES.cpuMilliseconds * cpuMilliseconds +
    PRICES.gigabyteSeconds * OBJECT_MEMORY * seconds +
    PRICES.rowsRead * rowsRead +
    PRICES.rowsWritten * rowsWritten;
  return each * MILLION;
}

const dollars = (amount: number): string => `$${amount.toFixed(2)}`;

function report(uses: readonly Use[]): Part {
  return {
    title: 'Cost of a million requests',
    method:
      `What ${REQUESTS} requests to one workspace use here, at Cloudflare’s prices of ${PRICES.asOf} beyond what the plan includes ` +
      '(the pages are named in `prices.ts`). CPU is that of this machine, of router and object together, of which only the router’s is ' +
      `billed. An object is billed for the time that it is awake: ten requests a second share each second of it, one that comes alone keeps ` +
      `it for ${AWAKE}, until its counts are written down.`,
    columns: [
      ...['request', 'CPU', 'rows read', 'rows written', 'kept'],
      ...['ten a second', 'one a second', 'each alone'],
    ],
    rows: uses.map((use) => [
      use.name,
      `${figure(use.cpuMilliseconds)} ms`,
      figure(use.rowsRead),
      figure(use.rowsWritten),
      `${figure(use.bytes)} bytes`,
      ...[0.1, 1, AWAKE].map((seconds) => dollars(price(use, seconds))),
    ]),
    goals: uses
      .filter(({ name }) => name === 'get')
      .map((use) => ({
        what: 'get: a million, one a second',
        reached: price(use, 1),
        unit: ' $',
        bound: { max: GOAL },
      })),
  };
}
