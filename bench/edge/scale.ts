import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { CALLS } from '../sandbox/calls.ts';
import { load } from '../sandbox/load.ts';
import type { Load } from '../sandbox/load.ts';
import { ENGINES, START } from './contestants.ts';
import type { EngineName } from './contestants.ts';
import { keysOf } from './keys.ts';

const WORKSPACES = [1, 10, 100, 1_000];
const ROUNDS = 5;
const SECONDS = 2;
/** Requests that an engine answers before its time is taken. */
const WARM_UP = 4_000;
const REQUESTS = ['get', 'create'] as const;

interface Measured {
  readonly workspaces: number;
  readonly request: (typeof REQUESTS)[number];
  readonly loads: Readonly<Record<EngineName, readonly Load[]>>;
}

/** Answers a second as the same requests go to more and more workspaces. */
export async function scale(): Promise<Part> {
  const measured: Measured[] = [];
  for (const workspaces of WORKSPACES) {
    for (const request of REQUESTS) measured.push(await measure(workspaces, request));
  }
  return report(measured);
}

async function measure(workspaces: number, request: Measured['request']): Promise<Measured> {
  const loads: Record<EngineName, Load[]> = { workerd: [], Node: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const engine of ENGINES) loads[engine].push(await measureOnce(engine, workspaces, request));
  }
  return { workspaces, request, loads };
}

/** Each on an engine of its own: what all rounds create together is more than one keeps of a workspace, or of all. */
async function measureOnce(engine: EngineName, workspaces: number, request: Measured['request']): Promise<Load> {
  const server = await START[engine]();
  const keys = keysOf(`${request}x${workspaces}x`, workspaces);
  try {
    // Workspaces are opened, and the engine is warm, before the time begins.
    await load(server, CALLS.get, { amount: Math.max(WARM_UP, workspaces * 2) }, keys);
    return await load(server, CALLS[request], { duration: SECONDS }, keys);
  } finally {
    await server.stop();
  }
}

function report(measured: readonly Measured[]): Part {
  const rate = (loads: readonly Load[]): number => median(loads.map(({ count, seconds }) => count / seconds));
  const perCpu = (loads: readonly Load[]): number => median(loads.map(({ count, cpu }) => count / cpu));
  return {
    title: 'Workspaces',
    method:
      `The same requests over 32 connections (autocannon), each going through all keys in turn, ${ROUNDS} rounds of ${SECONDS} s each, the ` +
      'engines in turn, each started anew and warmed up; medians. Both keep their changes on the disk and share the machine with the load ' +
      'generator: what counts is what a second of the engine’s own CPU time gives.',
    columns: ['workspaces', 'request', 'engine', 'answers per CPU second', 'answers per second', 'p99'],
    rows: measured.flatMap(({ workspaces, request, loads }) =>
      ENGINES.map((engine) => [
        figure(workspaces),
        request,
        engine,
        figure(perCpu(loads[engine])),
        figure(rate(loads[engine])),
        `${figure(median(loads[engine].map(({ p99 }) => p99)))} ms`,
      ]),
    ),
    goals: REQUESTS.map((request) => ({
      what: `${request}: a CPU second of workerd at 1,000 workspaces, of one at 1`,
      reached: ofFirst(measured, request, perCpu),
      unit: '×',
      bound: { min: 0.5 },
    })),
  };
}

function ofFirst(
  measured: readonly Measured[],
  request: Measured['request'],
  rate: (loads: readonly Load[]) => number,
): number {
  const own = measured.filter((one) => one.request === request).map(({ loads }) => rate(loads.workerd));
  return (own.at(-1) ?? NaN) / (own[0] ?? NaN);
}
