import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import type { Observed, ObservedStep } from './judge.ts';
import type { RunnerInput } from './stage.ts';

/**
 * The least that a runner can be: three calls over `fetch`, no retries. It shows that the judge passes what is right and fails what is
 * not, and what a runner looks like.
 */

interface TinyStep {
  call?: string;
  path?: Record<string, string>;
  body?: unknown;
}

export type Calls = Readonly<Record<string, readonly [method: string, path: string]>>;

const CALLS: Calls = {
  'contacts.get': ['GET', '/contacts/{id}'],
  'contacts.create': ['POST', '/contacts'],
  'contacts.delete': ['DELETE', '/contacts/{id}'],
};

/** @param calls which methods it knows */
export async function runTiny({ name, client, steps }: RunnerInput, calls: Calls = CALLS): Promise<Observed> {
  const observed: ObservedStep[] = [];
  for (const step of steps) {
    const began = performance.now();
    observed.push({ ...(await runStep(step, client, calls)), ms: performance.now() - began });
  }
  return { name, steps: observed, waits: [], log: [], hooks: [], warnings: [] };
}

async function runStep(
  { call = '', path = {}, body }: TinyStep,
  client: Record<string, unknown>,
  calls: Calls,
): Promise<ObservedStep> {
  const [method, template] = calls[call] ?? ['', ''];
  if (method === '') return { skipped: `${call || 'this'} is beyond a tiny runner` };
  const place = template.replace(/\{(\w+)\}/g, (_, id: string) => encodeURIComponent(path[id] ?? ''));
  const response = await fetch(`${String(client.base_url)}${place}`, {
    method,
    headers: { Authorization: `Bearer ${String(client.api_key)}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = (text === '' ? null : JSON.parse(text)) as { error?: { code: string; request_id: string } } | null;
  if (response.ok) return { result: answer };
  const { code, request_id } = answer?.error ?? {};
  return {
    error: { class: response.status === 404 ? 'NotFoundError' : 'APIError', status: response.status, code, request_id },
  };
}

const [, program, file] = process.argv;
if (file !== undefined && program !== undefined && import.meta.url === pathToFileURL(program).href) {
  const { scenarios } = JSON.parse(readFileSync(file, 'utf8')) as { scenarios: RunnerInput[] };
  for (const scenario of scenarios) process.stdout.write(`${JSON.stringify(await runTiny(scenario))}\n`);
}
