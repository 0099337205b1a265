import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { hosted } from '../generated/policies.ts';
import type { Client } from '../http/request-context.ts';
import { temporaryName } from '../ids.ts';
import { isTemporaryName, SEEDED_WORKSPACE } from '../keys.ts';
import type { Caps } from '../records/caps.ts';
import type { Library } from '../mcp/library.ts';
import { createSandbox } from '../sandbox.ts';
import type { Sandbox, SandboxOptions } from '../sandbox.ts';
import { Seed } from '../seed/seed.ts';
import { AlarmClock } from './alarm-clock.ts';
import type { ObjectClock } from './alarm-clock.ts';
import { ObjectClient } from './cut.ts';
import { DeliveryQuota } from './delivery-quota.ts';
import type { EdgeEnvironment } from './environment.ts';
import { ObjectFile } from './object-file.ts';
import { ObjectLife } from './object-life.ts';
import { ObjectRateLimitStore } from './object-rate-limit-store.ts';
import { ObjectStore } from './object-store.ts';
import { askToOpen, isCount, openingRefused, Openings } from './openings.ts';
import { idOfAddress, placeName } from './place.ts';
import type { Fetcher, ObjectState } from './runtime.ts';
import { keptTicketKey } from './ticket-key.ts';
import { told } from './told.ts';
import { createWebhookSender } from './webhook-sender.ts';

const CAPS: Caps = {
  records: hosted.records,
  characters: hosted.workspace_characters,
  logCharacters: hosted.log_characters,
};

/**
 * The sandbox of one workspace, or of one address, as a Durable Object. The core runs in it unchanged; what it keeps outlives the
 * object's being put away, and the object's alarm goes on with deliveries.
 */
export class SandboxObject {
  readonly #state: ObjectState;
  readonly #environment: EdgeEnvironment;
  #file!: ObjectFile;
  #clock!: ObjectClock;
  #logs!: ObjectRateLimitStore;
  #openings!: Openings;
  #life!: ObjectLife;
  #sandbox!: Sandbox;
  /** True for one that takes room, or may take it. */
  #isKept = false;
  /** Whether the workspace may be opened is being asked. */
  #opening: Promise<void> | undefined;
  /** Everything is being deleted. */
  #expiry: Promise<void> | undefined;

  constructor(state: ObjectState, environment: EdgeEnvironment) {
    this.#state = state;
    this.#environment = environment;
    void state.blockConcurrencyWhile(async () => this.#start(await state.storage.getAlarm()));
  }

  async fetch(request: Request): Promise<Response> {
    await this.#expiry;
    const { purpose, address } = told(request.headers);
    if (purpose !== 'workspace' && !this.#isKept) this.#keep();
    if (this.#isKept) this.#life.note();
    if (isCount(purpose)) return this.#openings.count(purpose);
    const client = new ObjectClient(request, address);
    const answer = this.#sandbox.fetch(request, client);
    const response = await answer.catch((error: unknown) => client.answerCut(error, this.timers));
    if (this.#life.hasEnded) await this.#expire();
    return response;
  }

  /** Goes on with what waited, though the object was put away meanwhile. */
  async alarm(): Promise<void> {
    this.#clock.rang();
    await this.#expiry;
    this.#sandbox.resume();
  }

  /** The machine's clock. @param alarmAt the alarm that is set @param isKept whether alarms may be set */
  protected createClock(alarmAt: number | null, isKept: () => boolean): ObjectClock {
    return new AlarmClock(this.#state.storage, alarmAt, isKept);
  }

  /** The seeded records, which objects of one process may share. @param number that they are made from */
  protected seeded(number: number): Seed {
    return new Seed(number);
  }

  /** What agents read, which objects of one process may share: the operations. */
  protected async library(_environment: EdgeEnvironment): Promise<Library> {
    const { createLibrary } = await import('../mcp/library.ts');
    return createLibrary();
  }

  /** What timers are set with that need not outlive the object. */
  protected get timers(): Clock {
    return systemClock;
  }

  /** The object that counts what an address opens. */
  protected objectOf(address: string): Fetcher {
    const { OBJECTS } = this.#environment;
    return OBJECTS.get(idOfAddress(address, OBJECTS));
  }

  #start(alarmAt: number | null): void {
    const file = new ObjectFile(this.#state.storage);
    const open = (): void => file.open(this.#seed);
    const { timers } = this;
    this.#file = file;
    this.#isKept = file.exists;
    const isKept = (): boolean => this.#isKept;
    this.#clock = this.createClock(alarmAt, isKept);
    this.#logs = new ObjectRateLimitStore(file, open, timers, isKept);
    this.#openings = new Openings(this.#clock, this.#isLimited, this.#logs);
    this.#life = new ObjectLife({ file, open, clock: this.#clock, timers, over: () => void this.#expire() });
    this.#sandbox = createSandbox(this.#options());
  }

  #options(): SandboxOptions {
    const { ORIGINS, LOCAL_WEBHOOKS, TRUST_PROXY } = this.#environment;
    const clock = this.#clock;
    const origins = (ORIGINS ?? '').split(' ').filter((origin) => origin !== '');
    const quota = new DeliveryQuota(this.#isLimited ? hosted.deliveries_per_minute : Infinity, clock, this.#logs);
    const allowsLocal = LOCAL_WEBHOOKS === 'on';
    return {
      clock,
      seed: this.#seed,
      seeded: this.seeded(this.#seed),
      store: new ObjectStore(this.#file, this.#seed),
      rateLimits: this.#isLimited,
      trustProxy: TRUST_PROXY === 'on',
      rateLimitStore: this.#logs,
      caps: CAPS,
      admitDelivery: () => quota.admit(),
      send: createWebhookSender({ allowsLocal, quota, clock }),
      localWebhooks: allowsLocal,
      isPublic: true,
      remoteControl: true,
      controlOrigins: origins,
      redirectUris: origins.map((origin) => `${origin}/oauth/callback/`),
      requestSalt: crypto.randomUUID(),
      place: placeName(this.#state.id),
      ticketKey: () => keptTicketKey(this.#file, this.#seed),
      newWorkspaceName: ({ headers }) => told(headers).name ?? temporaryName(),
      countMade: (address) => (this.#isLimited ? askToOpen(this.objectOf(address), 'count-made') : 0),
      endChanged: (endsAt) => {
        this.#keep();
        this.#life.endAt(endsAt);
      },
      admit: (name, caller) => this.#admit(name, caller),
      mcp: async (host) => {
        const { createMcpEndpoint } = await import('../mcp/mcp-endpoint.ts');
        return createMcpEndpoint(host, await this.library(this.#environment));
      },
    };
  }

  get #seed(): number {
    return Number(this.#environment.SEED ?? 1);
  }

  get #isLimited(): boolean {
    return this.#environment.RATE_LIMITS !== 'off';
  }

  /** From now on the object takes room: what waits in it is to outlive it. */
  #keep(): void {
    if (this.#isKept) return;
    this.#isKept = true;
    this.#clock.rang();
    this.#life.note();
  }

  /**
   * Opens a workspace that nobody has used yet, if its caller may open one.
   * @throws ApiError 429
   */
  #admit(name: string, { address = '' }: Client): Promise<void> | undefined {
    if (this.#isKept || name === SEEDED_WORKSPACE || isTemporaryName(name)) return undefined;
    // Of requests that come at once, the first asks for all.
    this.#opening ??= this.#open(address).finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  async #open(address: string): Promise<void> {
    const { OPENINGS } = this.#environment;
    const isCounted = this.#isLimited && OPENINGS !== 'off';
    const seconds = isCounted ? await askToOpen(this.objectOf(address), 'count-named') : 0;
    if (seconds > 0) throw openingRefused(seconds);
    this.#keep();
  }

  /** Deletes all of an object whose time is over, and begins anew. */
  #expire(): Promise<void> {
    this.#expiry ??= this.#deleteAll().finally(() => (this.#expiry = undefined));
    return this.#expiry;
  }

  async #deleteAll(): Promise<void> {
    this.#life.close();
    this.#logs.close();
    await this.#sandbox.close();
    await this.#state.blockConcurrencyWhile(async () => {
      await this.#state.storage.deleteAll();
      this.#start(null);
    });
  }
}
