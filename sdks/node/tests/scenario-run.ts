// Carries out the scenarios of sdks/scenarios.yaml with this library: `runner.ts FILE`, see sdks/README.md.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { OAuth, Orbinto } from '../src/orbinto.ts';
import type { Credentials } from '../src/orbinto.ts';
import { toldOf } from './runner-errors.ts';
import { runWebhookStep } from './runner-webhooks.ts';
import { actionOf, callOptions } from './runner-calls.ts';
import type { OAuthArgs, Scenario, Step, StepResult } from './runner-scenario.ts';

/** What a scenario notes besides its steps. */
class Notes {
  readonly waits: number[] = [];
  readonly hooks: { hook: string }[] = [];
  readonly log: string[] = [];
  readonly warnings: string[] = [];
}

class Run {
  readonly #scenario: Scenario;
  readonly #notes = new Notes();
  #made: Orbinto | undefined;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  async told(): Promise<object> {
    const { name, env = {}, steps } = this.#scenario;
    const before = { ...process.env };
    const { warn } = console;
    console.warn = (line: string) => this.#notes.warnings.push(line);
    Object.assign(process.env, env);
    try {
      const results: StepResult[] = [];
      for (const step of steps) results.push(await this.#timed(step));
      return { name, steps: results, ...this.#notes };
    } finally {
      console.warn = warn;
      for (const key of Object.keys(env)) delete process.env[key];
      Object.assign(process.env, before);
    }
  }

  async #timed(step: Step): Promise<StepResult> {
    const began = performance.now();
    const result = await this.#step(step).catch((error: unknown): StepResult => ({ error: toldOf(error) }));
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
    if (!clock) return pause(0);
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

const { scenarios } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { scenarios: Scenario[] };
for (const scenario of scenarios) process.stdout.write(`${JSON.stringify(await new Run(scenario).told())}\n`);
