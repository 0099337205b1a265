// Plays scenarios with a client that a generator has made: what the runners of sdks/README.md do, for the generators of TypeScript.
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import type { Observed, ObservedStep } from '../../../tests/sdks/judge.ts';
import type { Step } from '../../../tests/sdks/scenario.ts';
import type { RunnerInput } from '../../../tests/sdks/stage.ts';

/** What a scenario notes besides its steps. */
export interface Notes {
  readonly waits: number[];
  readonly hooks: { hook: string }[];
}

/** The options of a client, as scenarios tell them. */
export interface ClientOptions {
  readonly api_key?: string | null;
  readonly base_url?: string | null;
  readonly timeout?: number;
  readonly max_retries?: number;
  readonly hooks?: boolean;
}

/** Makes a client, and gives what does a step with it. */
export type Player = (options: ClientOptions, notes: Notes) => (step: Step) => Promise<ObservedStep>;

/** Plays the scenarios of the file that is named last. */
export async function playAll(player: Player): Promise<void> {
  const { scenarios } = JSON.parse(readFileSync(process.argv.at(-1) ?? '', 'utf8')) as { scenarios: RunnerInput[] };
  for (const scenario of scenarios) process.stdout.write(`${JSON.stringify(await play(scenario, player))}\n`);
}

async function play({ name, client, env, steps }: RunnerInput, player: Player): Promise<Observed> {
  const notes: Notes = { waits: [], hooks: [] };
  const { warn } = console;
  const warnings: string[] = [];
  const { timeout = 0 } = client as ClientOptions;
  const restore = skipWaits(notes, timeout * 1000);
  console.warn = (line: string) => warnings.push(line);
  Object.assign(process.env, env);
  const observed: ObservedStep[] = [];
  try {
    let does: ReturnType<Player> | undefined;
    for (const step of steps as unknown as Step[])
      observed.push(await timed(step, (one) => (does ??= player(client, notes))(one)));
  } finally {
    restore();
    console.warn = warn;
    for (const key of Object.keys(env)) delete process.env[key];
  }
  return { name, steps: observed, ...notes, log: [], warnings };
}

async function timed(step: Step, does: (step: Step) => Promise<ObservedStep>): Promise<ObservedStep> {
  const began = performance.now();
  const { parallel } = step;
  const result = parallel
    ? { parallel: await Promise.all(Array.from({ length: parallel.count }, () => timed(parallel.step, does))) }
    : await tried(() => does(step));
  return { ...result, ms: performance.now() - began };
}

async function tried(does: () => Promise<ObservedStep>): Promise<ObservedStep> {
  try {
    return await does();
  } catch (error) {
    return { error: toldOf(error) };
  }
}

/** A generated client waits by `setTimeout`; so does what limits a try, which stays, and the platform, which is no client. */
function skipWaits(notes: Notes, timeout: number): () => void {
  const original = globalThis.setTimeout;
  const client = process.argv[2] ?? '';
  const replaced = (does: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]): NodeJS.Timeout => {
    const isWait = milliseconds !== timeout && new Error().stack?.split('\n')[2]?.includes(client);
    if (!isWait) return original(does, milliseconds, ...args);
    notes.waits.push(milliseconds / 1000);
    return original(does, 0);
  };
  globalThis.setTimeout = Object.assign(replaced, { __promisify__: original.__promisify__ }) as typeof setTimeout;
  return () => void (globalThis.setTimeout = original);
}

/** What an error has of itself: its own fields, by the names that the protocol gives them. */
export function toldOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { class: typeof error, message: String(error), text: inspect(error) };
  const own = Object.fromEntries(
    Object.entries(error).map(([name, value]) => [name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), value]),
  );
  const { status, code, param, request_id, retry_after, rate_limit } = own;
  const text = inspect(error, { depth: 9 });
  return {
    class: error.name,
    message: error.message,
    text,
    ...{ status, code, param, request_id, retry_after, rate_limit },
  };
}

const WORDS = {
  webhooks: /verif|unwrap|signature|router|build_?event/i,
  oauth: /pkce|authoriz(?:e|ation)_?url|exchange|refresh_?token|oauth_?session/i,
  find_or_create: /find_?or|upsert/i,
};

/**
 * What a generated client has nothing for.
 * @param names all that it offers
 * @throws when one of them sounds as if it had something: then this runner is to learn it
 */
export function lacking(step: Step, names: readonly string[]): ObservedStep {
  const kind = step.oauth !== undefined ? 'oauth' : step.find_or_create ? 'find_or_create' : 'webhooks';
  const found = names.find((name) => WORDS[kind].test(name));
  if (found !== undefined) throw new Error(`There is a ${found} now, which this runner does not try`);
  return { skipped: `nothing for ${kind}` };
}

/** Of answers’ headers: the rate limit as numbers, where the client gives numbers. */
export function limitOf(headers: Record<string, unknown>): object | null {
  const [limit, remaining, reset] = ['Limit', 'Remaining', 'Reset'].map((name) => headers[`xRatelimit${name}`]);
  return limit === undefined ? null : { limit, remaining, reset };
}

export const OPERATIONS: Readonly<Record<string, string>> = {
  'contacts.get': 'getContact',
  'contacts.list': 'listContacts',
  'contacts.create': 'createContact',
  'contacts.update': 'updateContact',
  'contacts.search': 'searchContacts',
  'conversations.get': 'getConversation',
  'conversations.list': 'listConversations',
  'conversations.messages.get': 'getMessage',
};
