import { secretOf } from '../checks/authenticate.ts';
import { CONTROL_BASE, targetOf } from '../http/target.ts';
import { parseKey } from '../keys.ts';
import { hash } from '../random.ts';
import { addRequest, beginRecording, fileOf } from './record.ts';
import type { Recording, SentRequest, SessionPlace } from './record.ts';
import type { ReplayFile, ReplayStep } from './replay-file.ts';

/** How the workspace stood when a recording began; undefined where nothing in it was changed. */
export interface Beginning {
  /** What time it was there, in milliseconds since the Unix epoch. */
  readonly now: number;
  /** What brings a workspace with nothing changed there: control requests with a body. */
  readonly requests: readonly { readonly method: string; readonly path: string; readonly body: string }[];
}

/** Asks how a workspace stands. */
export type LookAt = (key: string) => Promise<Beginning | undefined>;

interface Kept {
  /** Null once the session has become longer than a file may be. */
  readonly recording: Recording | null;
}

const PREFIX = 'orbinto-replay:';

/** A recording that begins, with the steps that it begins with; null where these are more than a file may hold. */
interface Begun {
  readonly recording: Recording | null;
  readonly steps: readonly ReplayStep[];
}

/**
 * Records what a tab sends to the sandbox in the page, one recording a workspace, for as long as the tab is open. What is kept holds
 * no key and no secret. A reset begins it anew. Each step is an entry of its own: a request costs the same however long the session is.
 */
export class TabRecorder {
  readonly #storage: Storage | undefined;
  readonly #seed: number;
  readonly #now: () => number;
  readonly #lookAt: LookAt;
  /** One after the other: a recording is read, added to and put back. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: { storage: Storage | undefined; seed: number; now: () => number; lookAt: LookAt }) {
    this.#storage = options.storage;
    this.#seed = options.seed;
    this.#now = options.now;
    this.#lookAt = options.lookAt;
  }

  /** Notes a request that is about to be sent; it is to be sent once this resolves. @param request is read */
  note(request: Request): Promise<void> {
    const at = this.#now();
    const noted = this.#turn.then(() => this.#note(request, at)).catch(() => undefined);
    this.#turn = noted;
    return noted;
  }

  /** The session with the workspace of a key; undefined where nothing was sent, null where it is longer than a file may be. */
  fileOf(key: string): ReplayFile | undefined | null {
    const entry = entryOf(parseKey(key)?.workspace ?? '');
    const kept = this.#read<Kept>(entry);
    if (!kept?.recording) return kept && null;
    const steps = Array.from({ length: kept.recording.steps }, (_, index) =>
      this.#read<ReplayStep>(stepIn(entry, index)),
    );
    return steps.includes(undefined) ? null : fileOf(kept.recording, steps as ReplayStep[]);
  }

  async #note(request: Request, at: number): Promise<void> {
    const { kind, path, query } = targetOf(request.url);
    const key = secretOf(request.headers) ?? '';
    const workspace = parseKey(key)?.workspace;
    if (workspace === undefined || (kind === 'control' && request.method === 'GET')) return;
    const entry = entryOf(workspace);
    const place = { seed: this.#seed, workspace };
    if (request.method === 'POST' && path === `${CONTROL_BASE}/reset`) {
      return this.#begin(entry, { recording: beginRecording(this.#seed, at), steps: [] });
    }
    if (!this.#read(entry)) this.#begin(entry, await this.#beginning(key, place, at));
    const { recording } = this.#read<Kept>(entry) ?? { recording: null };
    if (!recording) return;
    const { method, headers } = request;
    const target = query === '' ? path : `${path}?${query}`;
    const sent = { method, path: target, headers, body: await request.text(), at };
    const added = addRequest(recording, sent, place);
    if (!added) return this.#giveUp(entry);
    if (added.step && !this.#write(entry, stepIn(entry, recording.steps), added.step)) return;
    this.#write(entry, entry, { recording: added.recording } satisfies Kept);
  }

  async #beginning(key: string, place: SessionPlace, at: number): Promise<Begun> {
    const beginning = await this.#lookAt(key);
    if (!beginning) return { recording: beginRecording(this.#seed, at), steps: [] };
    const headers = new Headers({ Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' });
    let recording = beginRecording(this.#seed, beginning.now);
    const steps: ReplayStep[] = [];
    for (const { method, path, body } of beginning.requests) {
      const sent: SentRequest = { method, path, headers, body, at: beginning.now };
      const added = addRequest(recording, sent, place);
      if (!added) return { recording: null, steps: [] };
      recording = added.recording;
      if (added.step) steps.push(added.step);
    }
    return { recording: { ...recording, at }, steps };
  }

  /** Puts a recording in the place of the one that is kept. */
  #begin(entry: string, { recording, steps }: Begun): void {
    this.#forgetSteps(entry);
    if (!steps.every((step, index) => this.#write(entry, stepIn(entry, index), step))) return;
    this.#write(entry, entry, { recording } satisfies Kept);
  }

  #read<Value>(name: string): Value | undefined {
    try {
      const text = this.#storage?.getItem(name) ?? null;
      return text === null ? undefined : (JSON.parse(text) as Value);
    } catch {
      return undefined;
    }
  }

  /** @returns false where there is no room: the recording is given up then, as one with a gap in it would be wrong */
  #write(entry: string, name: string, value: object): boolean {
    try {
      this.#storage?.setItem(name, JSON.stringify(value));
      return true;
    } catch {
      this.#giveUp(entry);
      return false;
    }
  }

  #giveUp(entry: string): void {
    this.#forgetSteps(entry);
    try {
      this.#storage?.setItem(entry, JSON.stringify({ recording: null } satisfies Kept));
    } catch {
      this.#storage?.removeItem(entry);
    }
  }

  #forgetSteps(entry: string): void {
    for (let index = 0; this.#read(stepIn(entry, index)) !== undefined; index += 1) {
      this.#storage?.removeItem(stepIn(entry, index));
    }
  }
}

/** Where the recording of a workspace is kept. Its name is a key to it, and not told. */
function entryOf(workspace: string): string {
  return `${PREFIX}${hash(workspace).toString(36)}`;
}

function stepIn(entry: string, index: number): string {
  return `${entry}/${index}`;
}
