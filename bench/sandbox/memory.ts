import { setTimeout as sleep } from 'node:timers/promises';
import { figure } from '../report.ts';
import type { Part } from '../report.ts';
import { startSandbox } from './contestants.ts';
import { load } from './load.ts';
import type { Server, Usage } from './server.ts';
import { CALLS } from './calls.ts';

const CONTACTS = 50_000;
const REST = 2_000;
const GOALS = { rest: 150, contact: 3 };

const MB = 2 ** 20;
const KB = 1_000;

/** What the process weighs after its first answer, and with many contacts stored. */
export async function memory(): Promise<Part> {
  const server = await startSandbox();
  try {
    await load(server, CALLS.list, { amount: 32 });
    const rest = await settled(server);
    await load(server, CALLS.create, { amount: CONTACTS });
    return report(rest, await settled(server));
  } finally {
    await server.stop();
  }
}

/** After a moment in which nothing was asked and what is no longer needed was thrown away. */
async function settled(server: Server): Promise<Usage> {
  await server.usage(true);
  await sleep(REST);
  return server.usage(true);
}

function report(rest: Usage, full: Usage): Part {
  const row = (name: string, { rss, heap }: Usage) => [name, `${figure(rss / MB)} MB`, `${figure(heap / MB)} MB`];
  return {
    title: 'Memory',
    method: `The sandbox with a data file, ${REST / 1000} s after the requests, garbage collected; then with ${figure(CONTACTS)} contacts created over HTTP.`,
    columns: ['when', 'resident', 'heap'],
    rows: [row('at rest', rest), row(`${figure(CONTACTS)} contacts more`, full)],
    goals: [
      { what: 'resident at rest', reached: rest.rss / MB, unit: ' MB', bound: { max: GOALS.rest } },
      {
        what: 'resident, each contact',
        reached: (full.rss - rest.rss) / CONTACTS / KB,
        unit: ' kB',
        bound: { max: GOALS.contact },
      },
    ],
  };
}
