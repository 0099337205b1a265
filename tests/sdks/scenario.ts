import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../scripts/paths.ts';

/** One line of `sdks/scenarios.yaml`; its README tells what each member means. */
export interface Scenario {
  name: string;
  /** Which promise it is about, for the table. */
  covers: string;
  /** Whether a library may answer `skipped`: what not every language can do. */
  optional?: boolean;
  /** Where the library for Node cannot hold it, of Bun, Deno, workerd and Chromium, and why. */
  not_on?: Partial<Record<string, string>>;
  on: 'mock' | 'stub';
  /** Of the mock: ending of the key, `_free` or `_read`. */
  key?: string;
  /** Of the mock: its clock stands, and every wait of the library moves it. */
  frozen?: boolean;
  intercept?: Interception[];
  sign_in?: boolean;
  answers?: StubAnswer[];
  client?: Record<string, unknown>;
  env?: Record<string, string>;
  steps: Step[];
  /** Seconds, from and to. Absent: nothing is said about waiting. */
  waits?: [number, number][];
  requests?: SeenRequest[];
  /** How many requests there were, by `POST /v1/contacts`; the query is not looked at. */
  counts?: Record<string, number>;
  /** Names of the hooks in order. */
  hooks?: string[];
  warnings?: number;
  log?: { has?: string[] };
  /** Texts that occur in no error, log line, hook or warning; keys, tokens and secrets never do anyway. */
  never?: string[];
}

/** What the way to the mock does with some request. */
export interface Interception {
  /** `POST /v1/contacts`. */
  when: string;
  /** The how manieth such request; 1 by default. */
  nth?: number;
  /** The mock gets the request, the client no answer. */
  lose_answer?: boolean;
  /** Requests that somebody else makes just before. */
  before?: { method: string; path: string; body?: unknown }[];
  /** Merged into the answer's JSON. */
  merge?: unknown;
}

/** What a stub answers to one request. */
export interface StubAnswer {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  body?: string;
  /** Resets the connection after so many bytes of the answer. */
  reset_after?: number;
  /** Ends the connection after so many bytes of the answer. */
  cut_after?: number;
  delay_ms?: number;
  /** Answers nothing at all. */
  silent?: boolean;
  /** Sends the answer in pieces of so many bytes. */
  pieces?: number;
  chunked?: boolean;
}

/** One thing that a runner does; exactly one of the first group. */
export interface Step {
  call?: string;
  items?: string;
  pages?: string;
  raw?: string;
  request?: { method: string; path: string; query?: object; body?: unknown; headers?: Record<string, string> };
  find_or_create?: object;
  parallel?: { count: number; step: Step };
  unwrap?: object;
  route?: object;
  build_event?: object;
  oauth?: string;
  path?: object;
  query?: object;
  body?: unknown;
  /** A body that JSON cannot hold; each language has one of its own. */
  unserializable?: boolean;
  take?: number;
  options?: object;
  args?: object;
  cancel_after_ms?: number;
  see?: Expectation;
}

export interface Expectation {
  result?: unknown;
  items?: unknown;
  pages?: unknown;
  /** The field by which no item comes twice. */
  unique?: string;
  response?: unknown;
  error?: Record<string, unknown>;
  /** Of `parallel`: each of them. */
  each?: Expectation;
  ms_below?: number;
  /** The built event is signed with this secret, both ways. */
  signed_with?: string;
  /** The address and the verifier belong together, by S256. */
  pkce?: boolean;
}

export interface SeenRequest {
  method?: string;
  path?: string;
  query?: unknown;
  headers?: unknown;
  body?: unknown;
}

export function readScenarios(file = join(root, 'sdks/scenarios.yaml')): Scenario[] {
  return (parse(readFileSync(file, 'utf8'), { merge: true }) as { scenarios: Scenario[] }).scenarios;
}

/** Puts values in the place of `{{name}}`, in texts at any depth. */
export function fill<T>(value: T, values: Readonly<Record<string, string>>): T {
  if (typeof value === 'string')
    return value.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole) as T;
  if (Array.isArray(value)) return value.map((member: unknown) => fill(member, values)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, fill(member as unknown, values)]),
  ) as T;
}
