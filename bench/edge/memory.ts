import { setTimeout as sleep } from 'node:timers/promises';
import { figure } from '../report.ts';
import type { Part } from '../report.ts';
import { CALLS } from '../sandbox/calls.ts';
import { load } from '../sandbox/load.ts';
import type { Server } from '../sandbox/server.ts';
import { onEach } from './contestants.ts';
import type { EngineName } from './contestants.ts';
import { keysOf } from './keys.ts';

const OBJECTS = 200;
const CONTACTS = 4;
const FIRST = 64;
/** workerd puts an object away after ten seconds without a request. */
const PUT_AWAY = 20_000;
const MB = 2 ** 20;
const GOAL = 1;

interface Measured {
  readonly engine: EngineName;
  readonly rest: number;
  readonly full: number;
  readonly later: number;
}

/** What a workspace in use weighs. */
export async function memory(): Promise<Part> {
  return report(await onEach(measure));
}

async function measure(engine: EngineName, server: Server): Promise<Measured> {
  const resident = async (): Promise<number> => (await server.usage(true)).rss;
  await load(server, CALLS.create, { amount: FIRST }, keysOf('warm', 1));
  const rest = await resident();
  await load(server, CALLS.create, { amount: OBJECTS * CONTACTS }, keysOf('many', OBJECTS));
  const full = await resident();
  await sleep(PUT_AWAY);
  return { engine, rest, full, later: await resident() };
}

function report(measured: readonly Measured[]): Part {
  const each = ({ rest, full }: Measured): number => (full - rest) / OBJECTS / MB;
  return {
    title: 'Memory of a workspace',
    method:
      `Resident memory of the process: after ${FIRST} contacts created in one workspace; after ${CONTACTS} in each of ${OBJECTS} more; and ` +
      `${PUT_AWAY / 1000} s later, when workerd has put the objects away. Memory that was freed may stay with the process.`,
    columns: ['engine', 'one workspace', `${OBJECTS} more`, 'each of them', 'later'],
    rows: measured.map((one) => [
      one.engine,
      `${figure(one.rest / MB)} MB`,
      `${figure(one.full / MB)} MB`,
      `${figure(each(one) * 1024)} kB`,
      `${figure(one.later / MB)} MB`,
    ]),
    goals: measured
      .filter(({ engine }) => engine === 'workerd')
      .map((one) => ({ what: 'resident, each object', reached: each(one), unit: ' MB', bound: { max: GOAL } })),
  };
}
