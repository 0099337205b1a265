import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { CALLS } from './calls.ts';
import { startHello, startPrism, startSandbox } from './contestants.ts';
import { KEY, load } from './load.ts';
import type { Call, Load } from './load.ts';
import type { Server } from './server.ts';

const ROUNDS = 7;
const SECONDS = 2;
const P99 = 15;

const NAMES = ['sandbox', 'Prism', 'bare Hono'] as const;
type Name = (typeof NAMES)[number];
type Servers = Readonly<Record<Name, Server>>;

/** One thing that is asked of the servers. */
interface Case {
  readonly name: string;
  readonly call: Call;
  /** How many times as many answers as the others the sandbox should give. */
  readonly goals: Readonly<Partial<Record<Name, number>>>;
}

const CASES: readonly Case[] = [
  { name: 'list', call: CALLS.list, goals: { Prism: 8 } },
  { name: 'get', call: CALLS.get, goals: { Prism: 10, 'bare Hono': 0.45 } },
  { name: 'create', call: CALLS.create, goals: { Prism: 6 } },
];

interface Measured {
  readonly name: string;
  readonly server: Name;
  readonly goal: number | undefined;
  readonly loads: readonly Load[];
  /** The sandbox's loads in the same rounds. */
  readonly own: readonly Load[];
}

/** Answers a second, paired with Prism and a bare Hono server. */
export async function throughput(): Promise<Part> {
  const servers = { sandbox: await startSandbox(), Prism: await startPrism(), 'bare Hono': await startHello() };
  const measured: Measured[] = [];
  try {
    for (const one of CASES) measured.push(...(await measure(one, servers)));
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
  return report(measured);
}

/** Rounds of all servers, one after the other: what slows the machine down for a while slows each of them. */
async function measure({ name, call, goals }: Case, servers: Servers): Promise<Measured[]> {
  const asked = NAMES.filter((server) => server === 'sandbox' || server in goals);
  const loads = new Map(asked.map((server) => [server, [] as Load[]]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const server of asked) {
      const path = server === 'sandbox' ? call.path : call.path.replace('/v1', '');
      // A workspace has room for some 200,000 contacts, which a quick machine fills in these rounds.
      if (server === 'sandbox') await reset(servers[server]);
      const result = await load(servers[server], { ...call, path }, { duration: SECONDS });
      // The first round warms up.
      if (round > 0) loads.get(server)?.push(result);
    }
  }
  const own = loads.get('sandbox') ?? [];
  return asked.map((server) => ({ name, server, goal: goals[server], loads: loads.get(server) ?? [], own }));
}

async function reset({ url }: Server): Promise<void> {
  const { ok, status } = await fetch(`${url}/_sandbox/reset`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${KEY}` },
  });
  if (!ok) throw new Error(`POST /_sandbox/reset: ${status}`);
}

function report(measured: readonly Measured[]): Part {
  const ratios = measured.filter(({ goal }) => goal !== undefined);
  return {
    title: 'Answers under load',
    method:
      `The same requests over 32 connections (autocannon), ${ROUNDS} rounds of ${SECONDS} s each, the servers in turn; medians, and the medians ` +
      'of the ratios within a round. The load generator shares the machine with the servers, so the ratio that ' +
      'counts is of answers in a second of the server’s own CPU time; by the wall clock stands beside it. ' +
      'The sandbox keeps its changes in a data file and answers a list with 25 contacts, Prism with the two of the example.',
    columns: [
      'request',
      'server',
      'answers per CPU second',
      'answers per second',
      'p99',
      'sandbox : this',
      'by the wall clock',
    ],
    rows: measured.map(({ name, server, loads, own }) => [
      name,
      server,
      figure(median(loads.map(perCpu))),
      figure(median(loads.map(perSecond))),
      `${figure(median(loads.map(({ p99 }) => p99)))} ms`,
      server === 'sandbox' ? '' : figure(ratio(own, loads, perCpu)),
      server === 'sandbox' ? '' : figure(ratio(own, loads, perSecond)),
    ]),
    goals: [
      ...ratios.map(({ name, server, goal = 0, loads, own }) => ({
        what: `${name}, sandbox : ${server}`,
        reached: ratio(own, loads, perCpu),
        unit: '×',
        bound: { min: goal },
      })),
      { what: 'p99 of the sandbox', reached: worstP99(measured), unit: ' ms', bound: { max: P99 } },
    ],
  };
}

const perCpu = ({ count, cpu }: Load): number => count / cpu;
const perSecond = ({ count, seconds }: Load): number => count / seconds;

function ratio(own: readonly Load[], others: readonly Load[], rate: (load: Load) => number): number {
  return median(own.map((load, round) => rate(load) / rate(others[round] ?? load)));
}

function worstP99(measured: readonly Measured[]): number {
  const own = measured.filter(({ server }) => server === 'sandbox');
  return Math.max(...own.map(({ loads }) => median(loads.map(({ p99 }) => p99))));
}
