import { OAuth, Orbinto } from '../src/orbinto.ts';
import type { Credentials } from '../src/orbinto.ts';
import { toldOf } from './runner-errors.ts';
import { runWebhookStep } from './runner-webhooks.ts';
import { actionOf, callOptions } from './runner-calls.ts';
import type { OAuthArgs, Scenario, Step, StepResult } from './runner-scenario.ts';

/** What is not the same wherever the library runs. */
export interface Surroundings {
  /** The variables that the library reads; absent where there are none. */
  env?: Record<string, string | undefined>;
  /** All that people see of an error. */
  inspect: (error: Error) => string;
}

/** Carries out one scenario. @returns the line of the protocol, see sdks/README.md */
export function runScenario(scenario: Scenario, surroundings: Surroundings): Promise<object> {
  return new Run(scenario, surroundings).told();
}

/** What a scenario notes besides its steps. */
class Notes {
  readonly waits: number[] = [];
  readonly hooks: { hook: string }[] = [];
  readonly log: string[] = [];
  readonly warnings: string[] = [];
}

class Run {
  readonly #scenario: Scenario;
  readonly #surroundings: Surroundings;
  readonly #notes = new Notes();
  #made: Orbinto | undefined;

  constructor(scenario: Scenario, surroundings: Surroundings) {
    this.#scenario = scenario;
    this.#surroundings = surroundings;
  }

  async told(): Promise<object> {
    const { name, env: given = {}, steps } = this.#scenario;
    const { env = {} } = this.#surroundings;
    const before = { ...env };
    const { warn } = console;
    console.warn = (line: string) => this.#notes.warnings.push(line);
    Object.assign(env, given);
    try {
      const results: StepResult[] = [];
      for (const step of steps) results.push(await this.#timed(step));
      return { name, steps: results, ...this.#notes };
    } finally {
      console.warn = warn;
      for (const key of Object.keys(given)) delete env[key];
      Object.assign(env, before);
    }
  }

  async #timed(step: Step): Promise<StepResult> {
    const began = performance.now();
    const result = await this.#step(step).catch((error: unknown): StepResult => {
      return { error: toldOf(error, this.#surroundings.inspect) };
    });
    return { ...result, ms: performance.now() - began };
  }

  async #step(step: Step): Promise<StepResult> {
    const webhook = await runWebhookStep(step);
    if (webhook !== undefined) return { result: webhook };
    if (step.oauth !== undefined) return { result: await this.#oauthStep(step.oauth, step.args ?? {}) };
    if (step.parallel) {
      const { count, step: one } = step.parallel;
      this.#client();
      return { parallel: await Promise.all(Array.from({ length: count }, () => this.#timed(one))) };
    }
    const key = step.options?.api_key;
    const client = key === undefined ? this.#client() : this.#client().withOptions({ apiKey: key });
    return actionOf(step)(client, callOptions(step));
  }

  #client(): Orbinto {
    this.#made ??= new Orbinto({
      ...this.#options(),
      apiKey: this.#scenario.client.api_key ?? undefined,
      auth: this.#auth(),
    });
    return this.#made;
  }

  #options(): ConstructorParameters<typeof Orbinto>[0] {
    const { base_url, timeout, total_timeout, max_retries, hooks, log } = this.#scenario.client;
    const note = (hook: string) => () => this.#notes.hooks.push({ hook });
    return {
      baseUrl: base_url ?? undefined,
      timeout: milliseconds(timeout),
      totalTimeout: milliseconds(total_timeout),
      maxRetries: max_retries ?? undefined,
      sleep: (wait) => this.#sleep(wait / 1000),
      ...(hooks && {
        hooks: { before: note('before'), after: note('after'), retry: note('retry'), error: note('error') },
      }),
      ...(log && { log: (line: string) => this.#notes.log.push(line) }),
    };
  }

  #auth(): Credentials | undefined {
    const { oauth } = this.#scenario.client;
    if (!oauth) return undefined;
    const { client_id, access_token, refresh_token, expires_at } = oauth;
    return new OAuth({ ...this.#options(), clientId: client_id }).session({ access_token, refresh_token, expires_at });
  }

  async #sleep(seconds: number): Promise<void> {
    this.#notes.waits.push(seconds);
    const { clock } = this.#scenario;
    if (!clock) return new Promise((done) => setTimeout(done, 0));
    const headers = { Authorization: `Bearer ${clock.key}`, 'Content-Type': 'application/json' };
    await fetch(clock.url, { method: 'POST', headers, body: JSON.stringify({ advance_seconds: seconds }) });
  }

  async #oauthStep(name: string, args: OAuthArgs): Promise<unknown> {
    const { client_id = '', client_secret, redirect_uri: redirectUri = '', scopes = [], token = '' } = args;
    const oauth = new OAuth({ ...this.#options(), clientId: client_id, clientSecret: client_secret });
    switch (name) {
      case 'authorize_url': {
        const { url, state, codeVerifier } = await oauth.authorizeUrl({ redirectUri, scopes });
        return { url, state, code_verifier: codeVerifier };
      }
      case 'exchange':
        return oauth.exchange({ code: args.code ?? '', codeVerifier: args.code_verifier ?? '', redirectUri });
      case 'refresh':
        return oauth.refresh(args.refresh_token ?? '');
      case 'revoke':
        await oauth.revoke(token);
        return null;
      default:
        throw new Error(`There is no step of OAuth ${name}`);
    }
  }
}

const milliseconds = (seconds?: number | null): number | undefined => (seconds == null ? undefined : seconds * 1000);
