import { ManualClock } from './clock.ts';
import { targetOf } from './http/target.ts';
import { parseKey } from './keys.ts';
import { LocalStorageRateLimitStore } from './rate-limit/local-storage-rate-limit-store.ts';
import { MemoryRateLimitStore } from './rate-limit/rate-limit-store.ts';
import type { ReplayFile } from './replay/replay-file.ts';
import type { Beginning, TabRecorder } from './replay/tab-recorder.ts';
import { createSandbox } from './sandbox.ts';
import type { SandboxOptions } from './sandbox.ts';
import { DatabaseClosedError, IndexedDbStore, tellsOfChange } from './store/indexed-db-store.ts';
import { MemoryStore } from './store/memory-store.ts';
import { ANSWERED, USED } from './use-mark.ts';
import type { Receive } from './webhooks/receiver.ts';
import type { Send } from './webhooks/send.ts';

/** The sandbox of this browser. */
export interface BrowserSandbox {
  /** Answers a request for `/v1/…` of any origin, without sending it anywhere. */
  fetch(request: Request): Promise<Response>;
  /**
   * Asks the control interface of the workspace of a key.
   * @param path below `/_sandbox`, e.g. `/deliveries`
   */
  control(path: string, init?: RequestInit, key?: string): Promise<Response>;
  /** Brings the workspace of a key back to the seeded records. */
  reset(key?: string): Promise<void>;
  /**
   * What this tab has sent to the workspace of a key since it was opened, or since the last reset: undefined where that is nothing,
   * null where it is more than a file holds.
   */
  replay(key: string): Promise<ReplayFile | undefined | null>;
  /** What reads and plays replay files: in sandboxes of their own. */
  player(): Promise<Player>;
  /** What plays a session against two versions of the spec. */
  rehearser(): Promise<Rehearser>;
  /** Calls back when another document of this origin has changed a workspace. Returns what ends that. */
  onChangeElsewhere(listener: () => void): () => void;
}

export type Player = typeof import('./replay/player.ts');
export type Rehearser = typeof import('./rehearsal/rehearser.ts');

const SEED = 1;

/**
 * Opens the sandbox inside the page. What it changes survives reload and navigation, and every tab of this
 * origin works on the same records and counts against the same limits. No record is read before the first request.
 */
export function openSandbox(): BrowserSandbox {
  const keeps = 'indexedDB' in globalThis && 'locks' in navigator;
  const storage = storageOf(() => localStorage);
  const sandbox = createSandbox({
    seed: SEED,
    store: keeps ? new IndexedDbStore(storage) : new MemoryStore(),
    rateLimitStore: storage ? new LocalStorageRateLimitStore(storage) : new MemoryRateLimitStore(),
    // A copy of the site may stand in a folder.
    redirectUris: [new URL(`${document.documentElement.dataset['root'] ?? '/'}oauth/callback/`, location.href).href],
    report: (error) => error instanceof DatabaseClosedError || console.error(error),
    requestSalt: crypto.getRandomValues(new Uint32Array(2)).join(),
  });
  let opened: Promise<TabRecorder> | undefined;
  const openRecorder = async (): Promise<TabRecorder> => {
    const { TabRecorder } = await import('./replay/tab-recorder.ts');
    const lookAt = async (key: string): Promise<Beginning | undefined> => {
      if (await sandbox.isSeeded(parseKey(key)?.workspace ?? '')) return undefined;
      const { beginningOf } = await import('./replay/beginning.ts');
      return beginningOf((path) => sandbox.fetch(controlRequest(path, undefined, key)));
    };
    return new TabRecorder({ storage: storageOf(() => sessionStorage), seed: SEED, now: () => Date.now(), lookAt });
  };
  const recorder = (): Promise<TabRecorder> => (opened ??= openRecorder());
  const answer = async (request: Request): Promise<Response> => {
    // A recorder that cannot be loaded keeps nobody from an answer.
    const noted = request.clone();
    await recorder().then(
      (ready) => ready.note(noted),
      () => (opened = undefined),
    );
    try {
      return await sandbox.fetch(request);
    } finally {
      if (!isLook(request)) tellOfUse(storage);
    }
  };
  const control = (path: string, init?: RequestInit, key = 'sk_test_admin'): Promise<Response> =>
    answer(controlRequest(path, init, key));
  return {
    fetch: answer,
    control,
    reset: async (key) => {
      const response = await control('/reset', { method: 'POST' }, key);
      if (!response.ok) throw new Error(`The sandbox could not be reset: ${await response.text()}`);
    },
    player: () => import('./replay/player.ts'),
    rehearser: () => import('./rehearsal/rehearser.ts'),
    replay: async (key) => (await recorder()).fileOf(key),
    onChangeElsewhere: (listener) => {
      const note = ({ key }: StorageEvent): void => {
        if (tellsOfChange(key)) listener();
      };
      addEventListener('storage', note);
      return () => removeEventListener('storage', note);
    },
  };
}

/** A look at the controls changes nothing. */
function isLook({ url, method }: Request): boolean {
  return method === 'GET' && targetOf(url).kind === 'control';
}

function tellOfUse(storage: Storage | undefined): void {
  try {
    storage?.setItem(USED, '');
  } catch {
    // A full storage: the next page does not know, and this one does.
  }
  dispatchEvent(new Event(ANSWERED));
}

function controlRequest(path: string, init: RequestInit | undefined, key: string): Request {
  const request = new Request(`http://sandbox/_sandbox${path}`, init);
  request.headers.set('Authorization', `Bearer ${key}`);
  return request;
}

/** What all documents of the origin, or of the tab, share; undefined where the browser keeps nothing. */
function storageOf(storage: () => Storage): Storage | undefined {
  try {
    return storage();
  } catch {
    return undefined;
  }
}

/** A sandbox that one tool of a page has for itself: nobody else sees its records, limits and time, and it ends with the page. */
export interface OwnSandbox {
  /** Answers a request for `/v1/…`, `/oauth/…` or `/_sandbox/…` of any origin, without sending it anywhere. */
  fetch(this: void, request: Request): Promise<Response>;
}

/** One with a clock of its own. */
export interface PrivateSandbox extends OwnSandbox {
  /** What time it is in there, in milliseconds since the Unix epoch. The clock stands still until it is moved. */
  now(): number;
  /** Moves the clock forward. */
  advance(milliseconds: number): void;
  /** Gives the deliveries to it that are not for the built-in receiver. Until then they are answered with 200. */
  deliverBy(send: Send): void;
}

/** Opens a sandbox with the sample data and a clock of its own. It begins at the same moment each time, so that its stories repeat. */
export function openPrivateSandbox(): PrivateSandbox {
  const clock = new ManualClock();
  let by: Send = () => Promise.resolve({ status: 200, body: '' });
  return {
    ...ownSandbox({ clock, send: (request, signal) => by(request, signal) }),
    now: () => clock.now(),
    advance: (milliseconds) => clock.advance(milliseconds),
    deliverBy: (send) => (by = send),
  };
}

/**
 * Opens one that goes by the machine's time, as signatures do, and knows no limits.
 * @param receive the endpoint that its webhooks are delivered to
 */
export function openTickingSandbox(receive?: Receive): OwnSandbox {
  return ownSandbox({ rateLimits: false, ...(receive && { receive }) });
}

function ownSandbox(options: SandboxOptions): OwnSandbox {
  const sandbox = createSandbox(options);
  return { fetch: (request) => sandbox.fetch(request) };
}
