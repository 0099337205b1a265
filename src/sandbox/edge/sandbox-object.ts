import type { Caps } from '../records/caps.ts';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { hosted } from '../generated/policies.ts';
import type { Client } from '../http/request-context.ts';
import { ticketKeyOf } from '../oauth/consent-tickets.ts';
import { createSandbox } from '../sandbox.ts';
import type { Sandbox, SandboxOptions } from '../sandbox.ts';
import { Seed } from '../seed/seed.ts';
import { AlarmClock } from './alarm-clock.ts';
import type { ObjectClock } from './alarm-clock.ts';
import { DeliveryQuota } from './delivery-quota.ts';
import { ObjectFile } from './object-file.ts';
import { ObjectRateLimitStore } from './object-rate-limit-store.ts';
import { ObjectStore } from './object-store.ts';
import { placeName } from './place.ts';
import type { ObjectNamespace, ObjectState } from './runtime.ts';
import { createWebhookSender } from './webhook-sender.ts';

/** How the hosted sandbox is set up; a binding that is not set is null or missing. */
export interface EdgeEnvironment {
  readonly OBJECTS: ObjectNamespace;
  /** Origins of the site, with spaces between: their pages may control workspaces, and users are sent back to them. */
  readonly ORIGINS?: string | null;
  /** `off`: the limits are told, nothing is refused. */
  readonly RATE_LIMITS?: string | null;
  /** `on`: deliveries may go to http addresses and to this machine, where the engine's network lets them. */
  readonly LOCAL_WEBHOOKS?: string | null;
  /** `on`: a proxy in front tells where a request comes from, and whether it came by https. */
  readonly TRUST_PROXY?: string | null;
  /** The number that the seeded records are made from; 1 where it is not set. */
  readonly SEED?: string | null;
}

/** In which header an object is told where a request comes from. The router sets it, whatever was sent. */
export const ADDRESS_HEADER = 'Orbinto-Client-Address';

const CAPS: Caps = {
  records: hosted.records,
  characters: hosted.workspace_characters,
  logCharacters: hosted.log_characters,
};
const DAY = 86_400_000;
/** Milliseconds: an object is put away after ten seconds without a request. */
const NOTED_AFTER = 5_000;
const USED_AT = 'used_at';
const TICKET_SECRET = 'ticket_secret';
const TICKET_BYTES = 32;

/**
 * The sandbox of one workspace, or of one address, as a Durable Object. The core runs in it unchanged; what it keeps outlives the
 * object's being put away, and the object's alarm goes on with deliveries.
 */
export class SandboxObject {
  readonly #state: ObjectState;
  readonly #environment: EdgeEnvironment;
  #file: ObjectFile;
  #clock!: ObjectClock;
  #sandbox!: Sandbox;
  /** When a request was last noted: once a day. */
  #usedAt = 0;
  #cancelExpiry: (() => void) | undefined;
  /** Resolves when nothing is being deleted. */
  #expiry: Promise<void> = Promise.resolve();

  constructor(state: ObjectState, environment: EdgeEnvironment) {
    this.#state = state;
    this.#environment = environment;
    this.#file = new ObjectFile(state.storage);
    void state.blockConcurrencyWhile(async () => this.#start(await state.storage.getAlarm()));
  }

  async fetch(request: Request): Promise<Response> {
    this.#note();
    return this.#sandbox.fetch(request, clientOf(request));
  }

  /** Goes on with what waited, though the object was put away meanwhile. */
  async alarm(): Promise<void> {
    this.#clock.rang();
    await this.#expiry;
    this.#sandbox.resume();
  }

  /** The machine's clock. @param alarmAt the alarm that is set */
  protected createClock(alarmAt: number | null): ObjectClock {
    return new AlarmClock(this.#state.storage, alarmAt);
  }

  /** The seeded records, which objects of one process may share. @param number that they are made from */
  protected seeded(number: number): Seed {
    return new Seed(number);
  }

  /** What timers are set with that need not outlive the object. */
  protected get timers(): Clock {
    return systemClock;
  }

  #start(alarmAt: number | null): void {
    this.#clock = this.createClock(alarmAt);
    if (this.#file.exists) {
      this.#open();
      // One that was killed before it could note its first request is in use.
      this.#expireAfter(Number(this.#file.setting(USED_AT) ?? this.#clock.now()));
    }
    this.#sandbox = createSandbox(this.#options());
  }

  #options(): SandboxOptions {
    const { ORIGINS, RATE_LIMITS, LOCAL_WEBHOOKS, TRUST_PROXY } = this.#environment;
    const clock = this.#clock;
    const origins = (ORIGINS ?? '').split(' ').filter((origin) => origin !== '');
    const logs = new ObjectRateLimitStore(this.#file, () => this.#open(), this.timers);
    const isLimited = RATE_LIMITS !== 'off';
    const quota = new DeliveryQuota(isLimited ? hosted.deliveries_per_minute : Infinity, clock, logs);
    const allowsLocal = LOCAL_WEBHOOKS === 'on';
    return {
      clock,
      seed: this.#seed,
      seeded: this.seeded(this.#seed),
      store: new ObjectStore(this.#file, this.#seed),
      rateLimits: isLimited,
      trustProxy: TRUST_PROXY === 'on',
      rateLimitStore: logs,
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
      ticketKey: () => this.#ticketKey(),
    };
  }

  get #seed(): number {
    return Number(this.#environment.SEED ?? 1);
  }

  #open(): void {
    this.#file.open(this.#seed);
  }

  /** Pages of consent that are open work on after the object was put away. */
  #ticketKey(): Promise<CryptoKey> {
    this.#open();
    const kept = this.#file.setting(TICKET_SECRET);
    if (kept !== undefined) return ticketKeyOf(Uint8Array.from(JSON.parse(kept) as number[]));
    const secret = crypto.getRandomValues(new Uint8Array(TICKET_BYTES));
    this.#file.set(TICKET_SECRET, JSON.stringify([...secret]));
    return ticketKeyOf(secret);
  }

  /** Notes that the object is used, once a day: a little later, so that the first answer does not wait for the disk. */
  #note(): void {
    const now = this.#clock.now();
    if (Math.abs(now - this.#usedAt) < DAY) return;
    this.#usedAt = now;
    this.timers.wake(this.timers.now() + NOTED_AFTER, () => {
      this.#open();
      this.#file.set(USED_AT, String(now));
      this.#expireAfter(now);
    });
  }

  #expireAfter(usedAt: number): void {
    this.#usedAt = usedAt;
    this.#cancelExpiry?.();
    this.#cancelExpiry = this.#clock.wake(usedAt + hosted.idle_days * DAY, () => {
      this.#expiry = this.#expire();
    });
  }

  /** Deletes all of an object that nobody has used for long, and begins anew. */
  #expire(): Promise<void> {
    return this.#state.blockConcurrencyWhile(async () => {
      await this.#sandbox.close();
      await this.#state.storage.deleteAll();
      this.#file = new ObjectFile(this.#state.storage);
      this.#usedAt = 0;
      this.#start(null);
    });
  }
}

function clientOf(request: Request): Client {
  return {
    address: request.headers.get(ADDRESS_HEADER) ?? '',
    readBody: async () => new Uint8Array(await request.arrayBuffer()),
  };
}
