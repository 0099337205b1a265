import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Random } from '../../src/sandbox/random.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import { Flow } from '../oauth/flow.ts';
import { tellMeasured } from '../measured.ts';
import { seed } from '../seed.ts';
import { until } from '../webhooks/client.ts';
import { openReceiver } from '../webhooks/receiver.ts';
import type { Receiver } from '../webhooks/receiver.ts';
import { Connection } from './connection.ts';
import { look } from './found.ts';
import { Ledger } from './ledger.ts';
import { Writer } from './load.ts';
import { killWhileStarting, startProcess } from './sandbox-process.ts';
import type { SandboxProcess } from './sandbox-process.ts';

/** A hundred kills: `KILL_ROUNDS=100 npx vitest run tests/durability/kill.slow.test.ts`. */
const rounds = Number(process.env['KILL_ROUNDS'] ?? (isOnWorkerd ? 5 : 20));

const KEYS = ['sk_test_killed001', 'sk_test_killed002', isOnWorkerd ? 'sk_test_killed003' : 'sk_test_admin'];
const CONVERSATIONS = ['conv_abc123', 'conv_jkl012', 'conv_def456'];
/** Milliseconds. workerd waits for the disk with each write. */
const LONGEST_LOAD = isOnWorkerd ? 1_500 : 250;

let folder: string;
let receiver: Receiver;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kill-'));
  receiver = await openReceiver();
});
afterEach(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true });
});

/** A mock that is killed again and again on the same file, and what it has answered so far. */
class Trial {
  readonly #random = new Random(seed);
  readonly #ledger = new Ledger();
  readonly #created = new Set<string>();
  readonly #delivered = new Set<string>();
  readonly #tokens = new Map<string, number>();
  readonly #writers = KEYS.flatMap((key, workspace) =>
    CONVERSATIONS.map((conversation, number) => {
      const label = `w${workspace}${number}`;
      const created = (id: string): void => void this.#created.add(id);
      return new Writer({
        label,
        key,
        conversation,
        ledger: this.#ledger,
        random: new Random(`${seed}/${label}`),
        created,
      });
    }),
  );
  answered = 0;

  constructor() {
    receiver.answer = (response, { body }) => {
      this.#delivered.add((JSON.parse(body) as { data: { id: string } }).data.id);
      response.writeHead(204).end();
    };
  }

  /** Has every new contact of every workspace told to the receiver. */
  async prepare(): Promise<void> {
    const mock = await startProcess(folder);
    const connection = new Connection(mock.url);
    for (const key of KEYS) {
      const body = { url: receiver.url, events: ['contact.created'] };
      expect((await connection.send(key, 'POST', '/v1/webhooks', body)).status).toBe(201);
    }
    await this.#look(connection);
    connection.close();
    await mock.kill();
  }

  /** Starts the mock, looks whether all is there, and kills it under load. @returns what is not as it was answered */
  async round(): Promise<string[]> {
    const random = this.#random;
    if (random.chance(0.15)) await killWhileStarting(folder, random.between(20, 300));
    const mock = await startProcess(folder);
    const reader = new Connection(mock.url);
    const faults = [...(await this.#look(reader)), ...(await this.#checkTokens(mock.url))];
    reader.close();
    await this.#signIn(mock.url);
    await this.#load(mock, random.between(0, LONGEST_LOAD));
    return faults;
  }

  /** What is not as it was answered, at last; waits for the deliveries, too. */
  async finish(): Promise<string[]> {
    const mock = await startProcess(folder);
    const reader = new Connection(mock.url);
    const faults = [...(await this.#look(reader)), ...(await this.#checkTokens(mock.url))];
    const missing = (): string[] => [...this.#created].filter((id) => !this.#delivered.has(id));
    await until(() => missing().length === 0, 60_000).catch(() => undefined);
    reader.close();
    await mock.kill();
    return [...faults, ...missing().map((id) => `contact.created of ${id} was never delivered`)];
  }

  get figures() {
    return { writes: this.answered, kept: this.#ledger.size, events: this.#created.size, tokens: this.#tokens.size };
  }

  get summary(): string {
    const { writes, kept, events, tokens } = this.figures;
    return `${writes} writes answered, ${kept} things kept, ${events} events delivered, ${tokens} tokens`;
  }

  async #load(mock: SandboxProcess, milliseconds: number): Promise<void> {
    let isOver = false;
    const connections: Connection[] = [];
    const work = this.#writers.map((writer) => {
      const connection = new Connection(mock.url);
      connections.push(connection);
      return writer.run(connection, () => isOver);
    });
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    isOver = true;
    await mock.kill();
    for (const count of await Promise.all(work)) this.answered += count;
    for (const connection of connections) connection.close();
  }

  async #look(connection: Connection): Promise<string[]> {
    const contents = new Map<string, string>();
    const ids = new Map<string, string>();
    for (const key of KEYS) {
      const found = await look(connection, key, CONVERSATIONS);
      for (const [name, content] of found.contents) contents.set(name, content);
      for (const [name, id] of found.ids) ids.set(name, id);
    }
    for (const writer of this.#writers) writer.adopt(ids);
    return this.#ledger.compare(contents);
  }

  /** Signs in twice, and takes one of the two back. */
  async #signIn(url: string): Promise<void> {
    const flow = new Flow((request) => fetch(request), url);
    const [kept, revoked] = [await flow.signIn(), await flow.signIn()];
    expect((await flow.revoke(revoked.refresh_token)).status).toBe(200);
    this.#tokens.set(kept.access_token, 200).set(revoked.access_token, 401);
  }

  async #checkTokens(url: string): Promise<string[]> {
    const flow = new Flow((request) => fetch(request), url);
    const faults: string[] = [];
    for (const [token, expected] of [...this.#tokens].slice(-10)) {
      const { status } = await flow.call(token, '/v1/contacts?per_page=1');
      if (status !== expected) faults.push(`a token is answered with ${status} instead of ${expected}`);
    }
    return faults;
  }
}

test(`what was answered is there after kill -9, ${rounds} times in a row under load`, async () => {
  const trial = new Trial();
  await trial.prepare();
  for (let round = 0; round < rounds; round += 1) {
    expect(await trial.round(), `PROPERTY_SEED=${seed}, round ${round}`).toEqual([]);
  }
  expect(await trial.finish(), `PROPERTY_SEED=${seed}`).toEqual([]);
  expect(trial.answered, trial.summary).toBeGreaterThan(rounds * 10);
  tellMeasured('kills', { rounds, ...trial.figures });
  if (process.env['KILL_ROUNDS']) console.warn(trial.summary);
}, 900_000);
