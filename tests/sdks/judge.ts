import { createHash, createHmac } from 'node:crypto';
import { differences, isObject } from './differences.ts';
import type { Expectation, Scenario } from './scenario.ts';
import type { RequestRecord } from './seen-request.ts';

/** What a runner tells of one step. */
export interface ObservedStep {
  result?: unknown;
  items?: unknown[];
  pages?: unknown[];
  response?: unknown;
  error?: Record<string, unknown>;
  parallel?: ObservedStep[];
  ms?: number;
  /** Why the library cannot do it. */
  skipped?: string;
}

/** The line that a runner prints of one scenario. */
export interface Observed {
  name: string;
  steps: ObservedStep[];
  waits?: number[];
  hooks?: { hook: string }[];
  log?: string[];
  warnings?: string[];
}

export interface Verdict {
  outcome: 'passed' | 'failed' | 'skipped';
  /** What is wrong, a line each; or why it was skipped. */
  told: string[];
}

/**
 * Compares what a library did with what a scenario wants.
 * @param scenario with its placeholders filled
 * @param secrets must be in nothing that is shown to people
 */
export function judge(
  scenario: Scenario,
  observed: Observed | undefined,
  requests: readonly RequestRecord[],
  secrets: readonly string[] = [],
): Verdict {
  if (!observed) return { outcome: 'failed', told: ['the runner tells nothing of it'] };
  const reason = observed.steps.find(({ skipped }) => skipped !== undefined)?.skipped;
  if (reason !== undefined) {
    return scenario.optional
      ? { outcome: 'skipped', told: [reason] }
      : { outcome: 'failed', told: [`skipped, but every library has to do it: ${reason}`] };
  }
  const told = [
    ...stepFaults(scenario, observed),
    ...waitFaults(scenario, observed),
    ...requestFaults(scenario, requests),
    ...sideFaults(scenario, observed),
    ...leaks(observed, [...secrets, ...(scenario.never ?? [])]),
  ];
  return { outcome: told.length === 0 ? 'passed' : 'failed', told };
}

function stepFaults({ steps }: Scenario, observed: Observed): string[] {
  if (observed.steps.length !== steps.length)
    return [`${observed.steps.length} steps are told of instead of ${steps.length}`];
  return steps.flatMap(({ see }, index) => {
    const step = observed.steps[index] ?? {};
    return expectationFaults(see ?? {}, step).map((fault) => `step ${index + 1}: ${fault}`);
  });
}

function expectationFaults(see: Expectation, step: ObservedStep): string[] {
  const faults: string[] = [];
  const look = (name: string, wanted: unknown, found: unknown): void => {
    if (wanted !== undefined) faults.push(...differences(wanted, found, name));
  };
  if (see.error === undefined && step.error) return [`it failed: ${JSON.stringify(step.error).slice(0, 600)}`];
  if (see.error !== undefined && !step.error) return ['it did not fail'];
  look('error', see.error, step.error);
  look('result', see.result, step.result);
  look('items', see.items, step.items);
  look('pages', see.pages, step.pages);
  look('response', see.response, step.response);
  if (see.unique !== undefined) faults.push(...repeats(step.items ?? [], see.unique));
  if (see.ms_below !== undefined && !((step.ms ?? Infinity) < see.ms_below))
    faults.push(`it took ${step.ms} ms, not less than ${see.ms_below}`);
  if (see.each) {
    if (!step.parallel?.length) faults.push('nothing ran in parallel');
    faults.push(...(step.parallel ?? []).flatMap((one) => expectationFaults(see.each ?? {}, one)));
  }
  if (see.signed_with !== undefined && !isSigned(step.result, see.signed_with)) faults.push('the event is not signed');
  if (see.pkce && !isPkce(step.result)) faults.push('the challenge is not that of the verifier');
  return faults;
}

function repeats(items: unknown[], field: string): string[] {
  const values = items.map((item) => (isObject(item) ? item[field] : undefined));
  const repeated = values.filter((value, index) => values.indexOf(value) !== index);
  return repeated.length === 0 ? [] : [`items come twice: ${JSON.stringify(repeated)}`];
}

function isSigned(result: unknown, secret: string): boolean {
  if (!isObject(result) || typeof result.body !== 'string' || !isObject(result.headers)) return false;
  const { body } = result;
  const headers = Object.fromEntries(
    Object.entries(result.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const standard = createHmac('sha256', key).update(content).digest('base64');
  const plain = createHmac('sha256', secret).update(body).digest('hex');
  return (
    headers['webhook-signature']?.split(' ').includes(`v1,${standard}`) === true &&
    headers['x-orbinto-signature'] === plain
  );
}

function isPkce(result: unknown): boolean {
  if (!isObject(result) || !URL.canParse(String(result.url))) return false;
  const { searchParams } = new URL(String(result.url));
  const challenge = createHash('sha256').update(String(result.code_verifier)).digest('base64url');
  return (
    searchParams.get('code_challenge') === challenge &&
    searchParams.get('code_challenge_method') === 'S256' &&
    searchParams.get('state') === result.state &&
    String(result.state).length >= 16
  );
}

function waitFaults({ waits: wanted }: Scenario, { waits = [] }: Observed): string[] {
  if (!wanted) return [];
  const fits = wanted.length === waits.length && wanted.every(([from, to], index) => within(waits[index], from, to));
  return fits ? [] : [`it waited ${JSON.stringify(waits)} seconds instead of ${JSON.stringify(wanted)}`];
}

/** Languages add fractions in their own way. */
const within = (value: number | undefined, from: number, to: number): boolean =>
  value !== undefined && value >= from - 0.001 && value <= to + 0.001;

function requestFaults({ requests: wanted, counts = {} }: Scenario, requests: readonly RequestRecord[]): string[] {
  const seen = requests.map(({ method, path }) => `${method} ${path}`);
  const counted = Object.entries(counts).flatMap(([address, count]) => {
    const found = seen.filter((one) => one === address).length;
    return found === count ? [] : [`the server saw ${address} ${found} times instead of ${count}`];
  });
  if (!wanted) return counted;
  if (wanted.length !== seen.length)
    return [...counted, `the server saw ${seen.length} requests instead of ${wanted.length}: ${seen.join(', ')}`];
  return [
    ...counted,
    ...wanted.flatMap((request, index) => differences(request, requests[index], `request ${index + 1}`)),
  ];
}

function sideFaults(scenario: Scenario, { hooks = [], warnings = [], log = [] }: Observed): string[] {
  const names = hooks.map(({ hook }) => hook);
  const lines = log.join('\n');
  return [
    ...(scenario.hooks ? differences(scenario.hooks, names, 'hooks') : []),
    ...(scenario.warnings === undefined || warnings.length === scenario.warnings
      ? []
      : [`${warnings.length} warnings instead of ${scenario.warnings}: ${warnings.join('; ')}`]),
    ...(scenario.log?.has ?? []).filter((text) => !lines.includes(text)).map((text) => `the log lacks ${text}`),
  ];
}

/** Secrets in what people get to see. What a call returns is not looked at: a new webhook's secret is its answer. */
function leaks({ steps, hooks, log, warnings }: Observed, secrets: readonly string[]): string[] {
  const errors = steps.flatMap(({ error, parallel = [] }) => [error, ...parallel.map((one) => one.error)]);
  const text = JSON.stringify([errors, hooks, log, warnings]);
  // The secret itself is not told here either.
  return secrets.filter((secret) => secret !== '' && text.includes(secret)).map(() => 'a secret is shown');
}
