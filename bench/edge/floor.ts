import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { CALLS } from '../sandbox/calls.ts';
import { load } from '../sandbox/load.ts';
import { startSandbox } from '../sandbox/contestants.ts';
import type { Server } from '../sandbox/server.ts';
import { BARE_WORKER, startEdge } from './contestants.ts';
import { keysOf } from './keys.ts';

const ROUNDS = 5;
const REQUESTS = 4_000;
const CONTESTANTS: Readonly<Record<string, () => Promise<Server>>> = {
  'an object that does nothing, on workerd': () => startEdge(BARE_WORKER),
  'the sandbox on workerd': () => startEdge(),
  'the sandbox on Node': startSandbox,
};

/** How much of a request's CPU the engine takes before the sandbox does anything. */
export async function floor(): Promise<Part> {
  const names = Object.keys(CONTESTANTS);
  const servers = await Promise.all(Object.values(CONTESTANTS).map((start) => start()));
  const rounds: number[][] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const used: number[] = [];
      for (const server of servers) {
        const { cpu, count } = await load(server, CALLS.get, { amount: REQUESTS }, keysOf('floor', 1));
        used.push((cpu / count) * 1e6);
      }
      // The first round warms up.
      if (round > 0) rounds.push(used);
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
  return report(names, rounds);
}

function report(names: readonly string[], rounds: readonly (readonly number[])[]): Part {
  const ratio = (one: number, of: number): number =>
    median(rounds.map((used) => (used[one] ?? NaN) / (used[of] ?? NaN)));
  return {
    title: 'What the engine takes',
    method:
      `One contact, ${REQUESTS} times over 32 connections, ${ROUNDS} rounds, the servers in turn: CPU of the server a request, and the ` +
      'medians of the ratios within a round. Each request to workerd is two: one to the router, one to the object of its workspace.',
    columns: ['server', 'CPU a request', 'of Node’s'],
    rows: names.map((name, at) => [
      name,
      `${figure(median(rounds.map((used) => used[at] ?? NaN)))} µs`,
      `${figure(ratio(at, 2))}×`,
    ]),
    goals: [
      {
        what: 'workerd: CPU of the sandbox, of an object that does nothing',
        reached: ratio(1, 0),
        unit: '×',
        bound: { max: 2 },
      },
      {
        what: 'get: a CPU second of workerd, of one of Node',
        reached: 1 / ratio(1, 2),
        unit: '×',
        bound: { min: 0.5 },
      },
    ],
  };
}
