import { startMock } from '../../src/sandbox/node/mock.ts';
import type { Mock } from '../../src/sandbox/node/mock.ts';
import type { SdkModel } from '../../src/generators/sdk/model.ts';
import { Flow, REDIRECT_URI, VERIFIER } from '../oauth/flow.ts';
import { isObject } from './differences.ts';
import { RecordingProxy } from './recording-proxy.ts';
import { fill } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import type { RequestRecord } from './seen-request.ts';
import { deliveryOf } from './signing.ts';
import type { DeliveryPlan } from './signing.ts';
import { StubServer } from './stub-server.ts';

/** A scenario with a server of its own that runs. */
export interface Staged {
  /** Placeholders filled. */
  scenario: Scenario;
  /** What the runner is told: without what must be seen. */
  input: RunnerInput;
  requests: readonly RequestRecord[];
  secrets: string[];
}

/** What a runner is told of one scenario. */
export interface RunnerInput {
  name: string;
  /** Where a wait moves the clock: POST `{"advance_seconds": n}` with the key. */
  clock?: { url: string; key: string };
  client: Record<string, unknown>;
  env: Record<string, string>;
  steps: Record<string, unknown>[];
}

interface Running {
  requests: readonly RequestRecord[];
  start(): Promise<string>;
  close(): Promise<void>;
}

/** Starts the servers of scenarios and stops them. Workspaces are new with every stage. */
export class Stage {
  readonly #model: SdkModel;
  readonly #open: Running[] = [];
  #mock: Promise<Mock> | undefined;
  #count = 0;

  constructor(model: SdkModel) {
    this.#model = model;
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((server) => server.close()));
    await (await this.#mock)?.close();
  }

  async set(scenario: Scenario): Promise<Staged> {
    this.#count += 1;
    const workspace = `scenario${this.#count}${Date.now().toString(36)}`;
    const key = scenario.on === 'mock' ? `sk_test_${workspace}${scenario.key ?? ''}` : 'sk_test_stubkey0001';
    const server = await this.#serverOf(scenario, key);
    const origin = await server.start();
    const tokens = scenario.sign_in ? await this.#signIn(workspace) : {};
    const values = { ...tokens, key, origin, base_url: `${origin}/v1` };
    const filled = fill(scenario, values);
    if (scenario.frozen) await this.#freeze(key);
    return {
      scenario: filled,
      input: this.#inputOf(filled, values),
      requests: server.requests,
      secrets: [key, ...Object.values(tokens)].filter((secret) => secret !== REDIRECT_URI),
    };
  }

  async #serverOf(scenario: Scenario, key: string): Promise<Running> {
    const server =
      scenario.on === 'mock'
        ? new RecordingProxy(await this.#mockUrl(), key, scenario.intercept)
        : new StubServer(scenario.answers ?? []);
    this.#open.push(server);
    return server;
  }

  async #mockUrl(): Promise<string> {
    // One for all, also where scenarios are set at the same time.
    this.#mock ??= startMock({ port: 0 });
    return (await this.#mock).url;
  }

  async #freeze(key: string): Promise<void> {
    await fetch(`${await this.#mockUrl()}/_sandbox/clock`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ now: '2026-03-02T09:00:00Z', frozen: true }),
    });
  }

  /** The user's part: signs in and consents. One code is exchanged for tokens, another is left to the scenario. */
  async #signIn(workspace: string): Promise<Record<string, string>> {
    const flow = new Flow((request) => fetch(request), await this.#mockUrl());
    const { access_token, refresh_token } = await flow.signIn({ login_hint: workspace });
    const code = await flow.code({ login_hint: workspace });
    return { access_token, refresh_token, code, code_verifier: VERIFIER, redirect_uri: REDIRECT_URI };
  }

  #inputOf(
    scenario: Scenario,
    { key, origin, base_url }: { key: string; origin: string; base_url: string },
  ): RunnerInput {
    return {
      name: scenario.name,
      ...(scenario.frozen && { clock: { url: `${origin}/_sandbox/clock`, key } }),
      client: { api_key: key, base_url, ...scenario.client },
      env: scenario.env ?? {},
      steps: scenario.steps.map(({ see: _, ...step }) => this.#withDeliveries(step)),
    };
  }

  /** A plan of a delivery becomes its body and headers. */
  #withDeliveries(step: object): Record<string, unknown> {
    const made = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(made);
      if (!isObject(value)) return value;
      const { delivery, ...rest } = value;
      const members = Object.entries(rest).map(([name, member]) => [name, made(member)]);
      const given = delivery === undefined ? {} : deliveryOf(delivery as DeliveryPlan, this.#model.events);
      return { ...given, ...Object.fromEntries(members) } as unknown;
    };
    return made(step) as Record<string, unknown>;
  }
}
