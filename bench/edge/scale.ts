import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { CALLS } from '../sandbox/calls.ts';
import { load } from '../sandbox/load.ts';
import type { Load } from '../sandbox/load.ts';
import type { Server } from '../sandbox/server.ts';
import { ENGINES, START } from './contestants.ts';
import type { EngineName } from './contestants.ts';
import { keysOf } from './keys.ts';

const WORKSPACES = [1, 10, 100, 1_000];
const ROUNDS = 5;
const SECONDS = 2;
const REQUESTS = ['get', 'create'] as const;

interface Measured {
  readonly workspaces: number;
  readonly request: (typeof REQUESTS)[number];
  readonly loads: Readonly<Record<EngineName, readonly Load[]>>;
}

/** Answers a second as the same requests go to more and more workspaces. */
export async function scale(): Promise<Part> {
  const servers = { workerd: await START.workerd(), Node: await START.Node() };
  const measured: Measured[] = [];
  try {
    for (const workspaces of WORKSPACES) {
      for (const request of REQUESTS) measured.push(await measure(servers, workspaces, request));
    }
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
  return report(measured);
}

async function measure(
  servers: Readonly<Record<EngineName, Server>>,
  workspaces: number,
  request: Measured['request'],
): Promise<Measured> {
  const loads: Record<EngineName, Load[]> = { workerd: [], Node: [] };
  const keys = keysOf(`scale${workspaces}x`, workspaces);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const engine of ENGINES) {
      const result = await load(servers[engine], CALLS[request], { duration: SECONDS }, keys);
      // The first round warms up: it makes the objects.
      if (round > 0) loads[engine].push(result);
    }
  }
  return { workspaces, request, loads };
}

function report(measured: readonly Measured[]): Part {
  const rate = (loads: readonly Load[]): number => median(loads.map(({ count, seconds }) => count / seconds));
  const perCpu = (loads: readonly Load[]): number => median(loads.map(({ count, cpu }) => count / cpu));
  return {
    title: 'Workspaces',
    method:
      `The same requests over 32 connections (autocannon), each going through all keys in turn, ${ROUNDS} rounds of ${SECONDS} s each, the ` +
      'engines in turn; medians. One workerd and one Node, each keeping its changes on the disk, share the machine with the load ' +
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
