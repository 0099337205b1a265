import { setTimeout as sleep } from 'node:timers/promises';
import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { CALLS } from '../sandbox/calls.ts';
import type { Server } from '../sandbox/server.ts';
import { onEach } from './contestants.ts';
import type { EngineName } from './contestants.ts';
import { keysOf } from './keys.ts';

const OBJECTS = 50;
const CONTACTS = 10;
/** workerd puts an object away after ten seconds without a request. */
const PUT_AWAY = 15_000;
const GOAL = 50;

interface Measured {
  readonly engine: EngineName;
  readonly fresh: readonly number[];
  readonly warm: readonly number[];
  readonly back: readonly number[];
}

/** How long the first answer of a workspace takes. */
export async function coldStart(): Promise<Part> {
  return report(await onEach(measure));
}

async function measure(engine: EngineName, { url }: Server): Promise<Measured> {
  const [first = '', ...keys] = keysOf('cold', OBJECTS + 1);
  // The code is loaded with the first request of all.
  for (let times = 0; times < 20; times += 1) await create(url, first, times);
  const fresh: number[] = [];
  const warm: number[] = [];
  for (const key of keys) {
    fresh.push(await timed(() => get(url, key)));
    warm.push(await timed(() => get(url, key)));
  }
  for (const key of keys) for (let number = 0; number < CONTACTS; number += 1) await create(url, key, number);
  await sleep(PUT_AWAY);
  const back: number[] = [];
  for (const key of keys) back.push(await timed(() => get(url, key)));
  return { engine, fresh, warm, back };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function get(url: string, key: string): Promise<void> {
  const response = await fetch(`${url}${CALLS.get.path}`, { headers: { Authorization: `Bearer ${key}` } });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

async function create(url: string, key: string, number: number): Promise<void> {
  const response = await fetch(`${url}${CALLS.create.path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...CALLS.create.body, email: `cold${number}@example.com` }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

const milliseconds = (values: readonly number[], at: number): string =>
  `${figure(values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? NaN)} ms`;

function report(measured: readonly Measured[]): Part {
  return {
    title: 'First answer of a workspace',
    method:
      `One request after the other to ${OBJECTS} workspaces: one that nobody has used, the same again, and the same after it got ${CONTACTS} ` +
      `contacts and nobody has asked for ${PUT_AWAY / 1000} s, so that its object was put away. Node puts nothing away.`,
    columns: ['engine', 'workspace', 'median', 'p99'],
    rows: measured.flatMap(({ engine, fresh, warm, back }) =>
      [
        { what: 'never used', values: fresh },
        { what: 'in use', values: warm },
        { what: `with ${CONTACTS} contacts, put away`, values: back },
      ].map(({ what, values }) => [engine, what, milliseconds(values, 0.5), milliseconds(values, 0.99)]),
    ),
    goals: measured
      .filter(({ engine }) => engine === 'workerd')
      .map(({ back }) => ({
        what: 'first answer of an object that was put away',
        reached: median(back),
        unit: ' ms',
        bound: { max: GOAL },
      })),
  };
}
