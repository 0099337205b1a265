import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { CALLS } from './calls.ts';
import { startSandbox } from './contestants.ts';
import { KEY, load } from './load.ts';
import type { Call, Until } from './load.ts';
import type { Server } from './server.ts';

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 5;
/** How much more a request may cost with the most contacts than with the fewest, and still be called flat. */
const FLAT = 1.3;
/** Milliseconds of CPU that a search among the most contacts may take. */
const SEARCH = 10;

interface Request {
  readonly call: Call;
  /** Whether it should cost the same however many contacts there are. */
  readonly isFlat: boolean;
  /** How long, or how many times, it is sent in a round. */
  readonly until: Until;
}

const FOR_A_SECOND: Until = { duration: 1 };

/** Creation comes last: it makes the workspaces larger. */
const REQUESTS: Readonly<Record<string, Request>> = {
  get: { call: { method: 'GET', path: '/v1/contacts/con_bench7' }, isFlat: true, until: FOR_A_SECOND },
  'first page': { call: CALLS.list, isFlat: true, until: FOR_A_SECOND },
  'first page by cursor': { call: { method: 'GET', path: '/v1/contacts?limit=25' }, isFlat: true, until: FOR_A_SECOND },
  search: {
    call: { method: 'POST', path: '/v1/contacts/search', body: { query: 'bench7@example.com' } },
    isFlat: false,
    until: { amount: 64 },
  },
  create: { call: CALLS.create, isFlat: true, until: FOR_A_SECOND },
};

/** What a request costs as the workspace grows. */
export async function growth(): Promise<Part> {
  const servers: Server[] = [];
  try {
    for (const size of SIZES) {
      const server = await startSandbox();
      servers.push(server);
      await importContacts(server, size);
    }
    const costs = new Map<string, number[]>();
    for (const [name, request] of Object.entries(REQUESTS)) costs.set(name, await measure(servers, request));
    return report(costs);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** Contacts older than the seeded ones, as one state document. */
async function importContacts({ url }: Server, size: number): Promise<void> {
  const contacts = Array.from({ length: size }, (_, index) => {
    const at = new Date(Date.UTC(2024, 0, 1) + index * 60_000).toISOString().replace('.000Z', 'Z');
    return {
      id: `con_bench${index}`,
      email: `bench${index}@example.com`,
      name: `Bench Contact ${index}`,
      phone: null,
      company: 'Acme Inc',
      avatar_url: null,
      custom_attributes: { plan: 'basic' },
      tags: ['trial'],
      created_at: at,
      updated_at: at,
    };
  });
  const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' };
  const empty = (await (await fetch(`${url}/_sandbox/state`, { headers })).json()) as object;
  const body = JSON.stringify({ ...empty, records: { contacts } });
  const response = await fetch(`${url}/_sandbox/state`, { method: 'PUT', headers, body });
  if (!response.ok) throw new Error(`The contacts were not taken: ${await response.text()}`);
}

/** Microseconds of CPU that a request costs each server, the servers in turn. */
async function measure(servers: readonly Server[], { call, until }: Request): Promise<number[]> {
  const costs = servers.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, server] of servers.entries()) {
      const { cpu, count } = await load(server, call, until);
      // The first round warms up.
      if (round > 0) costs[index]?.push((cpu / count) * 1e6);
    }
  }
  return costs.map(median);
}

function report(costs: ReadonlyMap<string, readonly number[]>): Part {
  const growthOf = (values: readonly number[]) => (values.at(-1) ?? NaN) / (values[0] ?? NaN);
  return {
    title: 'As the workspace grows',
    method: `CPU time of a request with so many contacts imported besides the seeded ones: medians of ${ROUNDS} rounds, the servers in turn. A search looks through the text of every contact, folded once and kept: about 70 bytes a contact.`,
    columns: ['request', ...SIZES.map((size) => `${figure(size)} contacts`), 'most : fewest'],
    rows: [...costs].map(([name, values]) => [
      name,
      ...values.map((value) => `${figure(value)} µs`),
      `${figure(growthOf(values))}×`,
    ]),
    goals: [
      ...[...costs]
        .filter(([name]) => REQUESTS[name]?.isFlat)
        .map(([name, values]) => ({
          what: `${name}, most : fewest contacts`,
          reached: growthOf(values),
          unit: '×',
          bound: { max: FLAT },
        })),
      {
        what: `search among ${figure(SIZES.at(-1) ?? NaN)} contacts`,
        reached: (costs.get('search')?.at(-1) ?? NaN) / 1000,
        unit: ' ms',
        bound: { max: SEARCH },
      },
    ],
  };
}
