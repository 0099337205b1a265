// Carries out scenarios with the client that @hey-api/openapi-ts makes: `hey-api.ts CLIENT FILE`. CLIENT exports all of it.
import { pathToFileURL } from 'node:url';
import type { ObservedStep } from '../../../tests/sdks/judge.ts';
import type { Step } from '../../../tests/sdks/scenario.ts';
import { lacking, OPERATIONS, playAll, toldOf } from './scene.ts';
import type { ClientOptions, Notes } from './scene.ts';

/** Where it does not throw, which is how it comes, an answer is one of these. */
interface Answer {
  data?: unknown;
  error?: unknown;
  response?: Response;
}

interface Client {
  get(options: object): Promise<Answer>;
  interceptors: Record<'request' | 'response' | 'error', { use(hook: (value: unknown) => unknown): void }>;
}

type Operation = (options: object) => Promise<Answer>;
interface Generated {
  createClient(config: object): Client;
}

const generated = (await import(pathToFileURL(process.argv[2] ?? '').href)) as Generated & Record<string, Operation>;

function clientOf({ api_key, base_url, hooks }: ClientOptions, notes: Notes): Client {
  const client = generated.createClient({
    baseUrl: base_url ?? 'https://api.orbinto.com/v1',
    ...(api_key != null && { auth: api_key }),
  });
  if (!hooks) return client;
  const note = (hook: string) => (value: unknown) => {
    notes.hooks.push({ hook });
    return value;
  };
  client.interceptors.request.use(note('before'));
  client.interceptors.response.use(note('after'));
  return client;
}

async function carryOut(client: Client, step: Step, { timeout }: ClientOptions): Promise<ObservedStep> {
  const { call, items, raw, path, query, body, request } = step;
  // It has no time-out of its own, but hands a signal on.
  const signal = timeout === undefined ? undefined : AbortSignal.timeout(timeout * 1000);
  if (request) return told(await client.get({ url: request.path, query: request.query }));
  if (items !== undefined) return { skipped: 'no iterator' };
  const name = call ?? raw;
  if (name === undefined) return lacking(step, [...Object.keys(generated), ...Object.keys(client)]);
  const operation = generated[OPERATIONS[name] ?? ''];
  if (!operation) throw new Error(`This runner does not know ${name}`);
  return told(await operation({ client, path, query, body, signal }));
}

function told({ data, error, response }: Answer): ObservedStep {
  if (error === undefined) return { result: data ?? null, response: { status: response?.status, rate_limit: null } };
  // The error is the answer’s body, which has a type; the status stands beside it.
  const { error: detail } = (typeof error === 'object' && error !== null ? error : {}) as { error?: object };
  return { error: { ...toldOf(error), ...detail, status: response?.status } };
}

await playAll((options, notes) => {
  const client = clientOf(options, notes);
  return (step) => carryOut(client, step, options);
});
