import { expect, test } from 'vitest';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import type { Operation } from '../../src/openapi/model/operations.ts';
import { plans } from '../../src/sandbox/generated/policies.ts';
import { Random } from '../../src/sandbox/random.ts';
import { tellMeasured } from '../measured.ts';
import { seed } from '../seed.ts';
import { operationOf, operations, violations } from './contract.ts';
import { Controls } from './fuzz-control.ts';
import { SignIns } from './fuzz-oauth.ts';
import { Requests, WORKSPACES } from './fuzz-requests.ts';
import { strayRequest, targetOf } from './fuzz-strays.ts';
import { openTransport } from './transports.ts';
import type { Transport } from './transports.ts';

/** Other requests at each run, unless told: `FUZZ_REQUESTS=50000 PROPERTY_SEED=3 npx vitest run tests/contract/fuzz.test.ts`. */
const size = Number(process.env['FUZZ_REQUESTS'] ?? 5000);
const SHOWN = 5;
const LIMIT_HEADERS = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];

const document = await loadDocument(SPEC_FILE);

/** A sandbox that is sent everything, and what it answered otherwise than documented. */
class Fuzz {
  readonly faults: string[] = [];
  readonly seen = new Map<string, Set<number>>();
  readonly #sandbox: Transport;
  readonly #random = new Random(seed);
  readonly #requests = new Requests(document, operations, this.#random);
  readonly #signIns: SignIns;
  readonly #controls: Controls;

  constructor(sandbox: Transport) {
    const { send, base } = sandbox;
    this.#sandbox = sandbox;
    this.#signIns = new SignIns(send, base, this.#random);
    this.#controls = new Controls(send, base, this.#random);
  }

  async run(count: number): Promise<void> {
    for (let sent = 0; sent < count && this.faults.length < SHOWN; sent += 1) {
      if (sent % 100 === 0) this.#sandbox.rest();
      const found = await this.#step();
      if (found.length > 0) this.faults.push(`request ${sent}: ${found.join('\n  ')}`);
    }
  }

  #step(): Promise<string[]> {
    const draw = this.#random.next();
    if (draw < 0.84) return this.#call();
    if (draw < 0.92) return this.#stray();
    if (draw < 0.97) return this.#signIns.stumble();
    if (draw < 0.99) return this.#controls.act(this.#requests.workspace());
    return this.#signIns.signIn(this.#requests.workspace()).then((token) => {
      this.#requests.learnToken(token);
      return [];
    });
  }

  /** Sends a request of an operation. */
  async #call(): Promise<string[]> {
    const { operation, request, line } = this.#requests.next(this.#sandbox.base);
    const response = await this.#sandbox.send(request);
    const found = await this.#judge(operation, response.clone());
    this.seen.set(operation.operationId, (this.seen.get(operation.operationId) ?? new Set()).add(response.status));
    this.#requests.learn(await response.text());
    return found.length > 0 ? [line.slice(0, 2000), ...found] : [];
  }

  /** Sends a request to some address by some method. */
  async #stray(): Promise<string[]> {
    const request = strayRequest(this.#random, this.#sandbox.base);
    const target = targetOf(request);
    const response = await this.#sandbox.send(request);
    const text = await response.clone().text();
    const found = LIMIT_HEADERS.filter((name) => !response.headers.has(name)).map((name) => `${name} is missing`);
    if (typeof target === 'number') {
      if (response.status !== target) found.push(`status ${response.status} instead of ${target}`);
      if (request.method !== 'HEAD' && !text.includes('"error":{')) found.push(`no error: ${text}`);
      if (target === 405 && !response.headers.has('Allow')) found.push('Allow is missing');
    } else if (request.method !== 'HEAD') {
      found.push(...(await this.#judge(target, response)));
    } else if (text !== '' || (response.status >= 500 && !this.#isForced)) {
      found.push(`HEAD is answered with ${response.status} ${text}`);
    }
    return found.length > 0 ? [`${request.method} ${request.url.slice(0, 500)}`, ...found] : [];
  }

  /** Whether some workspace was told to fail. */
  get #isForced(): boolean {
    return WORKSPACES.some((workspace) => this.#controls.isFailing(workspace));
  }

  async #judge(operation: Operation, response: Response): Promise<string[]> {
    const found = await violations(operation, response.clone());
    if (response.status >= 500 && !this.#isForced) found.push(`status ${response.status}`);
    if (response.status < 400) return found;
    const { code } = ((await response.json()) as { error: { code: string } }).error;
    const codes = operation.responses.find(({ status }) => status === String(response.status))?.extensions;
    if (!(codes?.['x-error-codes'] as string[] | undefined)?.includes(code))
      found.push(`code ${code} is not documented`);
    return found;
  }
}

/** Of all runs. */
const called = new Set<string>();
let requests = 0;

test.each([
  ['without limits', false, size],
  ['with limits', true, Math.ceil(size / 10)],
] as const)(
  `no request, valid or not, is answered otherwise than documented, %s`,
  async (_name, rateLimits, count) => {
    const failures: unknown[] = [];
    const sandbox = await openTransport({ rateLimits, report: (error) => failures.push(error) });
    const fuzz = new Fuzz(sandbox);
    await fuzz.run(count);
    await sandbox.close();
    expect([...fuzz.faults, ...failures.map(String)], `PROPERTY_SEED=${seed} FUZZ_REQUESTS=${size}`).toEqual([]);
    requests += count;
    for (const operationId of fuzz.seen.keys()) called.add(operationId);
    tellMeasured('fuzz', { requests, operations: called.size, seed });
    if (rateLimits) return;
    const neverFine = operations.filter(
      ({ operationId }) => ![...(fuzz.seen.get(operationId) ?? [])].some((s) => s < 300),
    );
    expect(neverFine.map(({ operationId }) => operationId)).toEqual([]);
  },
  1_800_000,
);

test('a burst of any plan is refused as documented, and the next second is not', async () => {
  const operation = operationOf('listOperators');
  for (const [plan, { burst_per_second }] of Object.entries(plans)) {
    const sandbox = await openTransport();
    const ask = (): Promise<Response> =>
      sandbox.send(
        new Request(`${sandbox.base}/v1/operators`, { headers: { Authorization: `Bearer sk_test_${plan}` } }),
      );
    for (let sent = 0; sent < burst_per_second; sent += 1) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(await violations(operation, refused)).toEqual([]);
    sandbox.rest();
    expect((await ask()).status).toBe(200);
  }
});
