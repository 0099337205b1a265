// Carries out scenarios with the client that Redocly’s `generate-client` makes: `redocly.ts CLIENT FILE`.
import { pathToFileURL } from 'node:url';
import type { ObservedStep } from '../../../tests/sdks/judge.ts';
import type { Step } from '../../../tests/sdks/scenario.ts';
import { lacking, limitOf, OPERATIONS, playAll } from './scene.ts';
import type { ClientOptions, Notes } from './scene.ts';

interface Envelope {
  data: unknown;
  headers: Record<string, unknown>;
  response: Response;
}

type Args = Record<string, unknown>;
type Items = AsyncIterable<unknown>;
type Operation = ((args: Args, init?: object) => Promise<unknown>) & { items?: (args: Args) => Items };

interface Generated {
  createClient(operations: unknown, config: object): Record<string, Operation>;
  OPERATIONS: unknown;
}

const generated = (await import(pathToFileURL(process.argv[2] ?? '').href)) as Generated;

function clientOf({ api_key, base_url, timeout, max_retries, hooks }: ClientOptions, notes: Notes) {
  const note = (hook: string) => () => void notes.hooks.push({ hook });
  return generated.createClient(generated.OPERATIONS, {
    serverUrl: base_url ?? 'https://api.orbinto.com/v1',
    ...(api_key != null && { auth: { bearer: api_key } }),
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
    ...(max_retries !== undefined && { retry: { retries: max_retries } }),
    ...(hooks && { middleware: [{ onRequest: note('before'), onResponse: note('after') }] }),
  });
}

async function carryOut(client: Record<string, Operation>, step: Step): Promise<ObservedStep> {
  const { call, items, raw, path, query, body, take = Infinity } = step;
  const name = call ?? items ?? raw;
  if (name === undefined) {
    if (step.request) return { skipped: 'nothing for a path of one’s own' };
    return lacking(step, [...Object.keys(generated), ...Object.keys(client)]);
  }
  const operation = client[OPERATIONS[name] ?? ''];
  if (!operation) throw new Error(`This runner does not know ${name}`);
  const args = { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
  if (call !== undefined) return { result: (await operation(args)) ?? null };
  if (raw !== undefined) {
    const { data, headers, response } = (await operation(args, { envelope: true })) as Envelope;
    return { result: data, response: { status: response.status, rate_limit: limitOf(headers) } };
  }
  if (!operation.items) return { skipped: 'no iterator' };
  const all: unknown[] = [];
  for await (const one of operation.items(args)) {
    all.push(one);
    if (all.length >= take) break;
  }
  return { items: all };
}

await playAll((options, notes) => {
  const client = clientOf(options, notes);
  return (step) => carryOut(client, step);
});
