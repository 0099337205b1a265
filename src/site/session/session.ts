/**
 * What the reader chose, shared by every console of a page: the environment, the mock's address, the keys, the sign-ins.
 * The first two are remembered in localStorage, and so are workspaces that were made for the reader. Other keys, and tokens, stay in this page's memory and are gone with it, unless
 * the reader asks to keep them for the tab.
 */
import { defaultMockUrl } from './addresses.ts';
import { environments } from './environments.ts';
import type { Environment, EnvironmentId } from './environments.ts';
import { isWorkspaceKey, parseWorkspaces } from './own-workspaces.ts';
import type { OwnWorkspace, OwnWorkspaces } from './own-workspaces.ts';
import { noSecrets } from './session-secrets.ts';
import type { Secrets, SignIn } from './session-secrets.ts';
import { TabStore } from './tab-store.ts';

/** The two methods of `Storage` that a session needs. */
export type SessionStorage = Pick<Storage, 'getItem' | 'setItem'>;

const environmentEntry = 'orbinto-environment';
const mockUrlEntry = 'orbinto-mock-url';
const workspacesEntry = 'orbinto-workspaces';

export class Session {
  readonly #storage: SessionStorage | undefined;
  readonly #tab: TabStore;
  /** Anything may stand in storage. */
  #workspaces: OwnWorkspaces | null;
  readonly #listeners = new Set<() => void>();
  #secrets: Secrets;
  #kept: boolean;
  #environment: EnvironmentId;
  #mockUrl: string;
  #note = '';

  /** Without storage, or where the browser refuses it, a session works and forgets. */
  constructor(storage?: SessionStorage, tab = new TabStore(undefined)) {
    this.#storage = storage;
    this.#tab = tab;
    this.#workspaces = parseWorkspaces(read(storage, workspacesEntry));
    const kept = tab.load();
    this.#kept = kept !== undefined;
    this.#secrets = kept ?? noSecrets();
    this.#environment = asEnvironment(read(storage, environmentEntry)) ?? 'sandbox';
    const mockUrl = read(storage, mockUrlEntry) ?? '';
    this.#mockUrl = isMockUrl(mockUrl) ? mockUrl : defaultMockUrl;
  }

  /** The chosen environment, with the mock's address as the reader set it. */
  get environment(): Environment {
    const chosen = environments[this.#environment] ?? environments.sandbox;
    return chosen.id === 'mock' ? { ...chosen, baseUrl: this.#mockUrl } : chosen;
  }

  /** The key for the chosen environment; each has its own, so a live key is never sent to a mock. */
  get key(): string {
    return this.#secrets.keys[this.#environment] ?? this.workspace?.key ?? this.environment.defaultKey;
  }

  /** The workspace that was made for the reader by the chosen environment's server, until it ends. */
  get workspace(): OwnWorkspace | undefined {
    const own = this.#workspaces?.[this.#place];
    return isWorkspaceKey(own?.key) && (own?.expiresAt ?? Infinity) > Date.now() ? own : undefined;
  }

  /** The sign-in with the chosen environment's server, whether it is used or not. */
  get signIn(): SignIn | undefined {
    return this.#secrets.signIns[this.#place];
  }

  /** The sign-in, where calls are made with it rather than with the key. */
  get activeSignIn(): SignIn | undefined {
    return this.#secrets.prefersKey.includes(this.#place) ? undefined : this.signIn;
  }

  /** What calls to the chosen environment carry: the access token of the active sign-in, else the key. */
  get secret(): string {
    return this.activeSignIn?.tokens.accessToken ?? this.key;
  }

  /** Whether there is anything that the reader may want kept or forgotten. */
  get hasSecrets(): boolean {
    const { keys, signIns } = this.#secrets;
    const own = Object.values(environments).some(({ id, defaultKey }) => (keys[id] ?? defaultKey) !== defaultKey);
    return own || Object.keys(signIns).length > 0;
  }

  /** Whether keys and sign-ins outlast the page. */
  get kept(): boolean {
    return this.#kept;
  }

  /** What came of the last act, told until the next change: how a sign-out ended. */
  get note(): string {
    return this.#note;
  }

  say(note: string): void {
    this.#note = note;
    this.#tell();
  }

  /** Two mocks at two addresses are two servers: a token of one is never sent to the other. */
  get #place(): string {
    return this.#environment === 'mock' ? new URL(this.#mockUrl).origin : this.#environment;
  }

  chooseEnvironment(id: EnvironmentId): void {
    this.#environment = id;
    write(this.#storage, environmentEntry, id);
    this.#changed();
  }

  /** Sets the key of the chosen environment. An empty one is kept: it tries a call without a key. */
  setKey(key: string): void {
    this.#secrets.keys[this.#environment] = key.trim();
    this.#changed();
  }

  /** Works in a workspace that was made for the reader, and remembers it; or forgets it. */
  useWorkspace(workspace: OwnWorkspace | undefined): void {
    this.#workspaces = { ...this.#workspaces, [this.#place]: workspace };
    write(this.#storage, workspacesEntry, JSON.stringify(this.#workspaces));
    delete this.#secrets.keys[this.#environment];
    this.#changed();
  }

  /** Takes a sign-in with the chosen environment's server and uses it, or gives it up. */
  setSignIn(signIn: SignIn | undefined): void {
    if (signIn) this.#secrets.signIns[this.#place] = signIn;
    else delete this.#secrets.signIns[this.#place];
    this.useKey(false);
  }

  /** Replaces the tokens of a sign-in, wherever it was made, unless it was given up meanwhile. */
  replaceSignIn(old: SignIn, next: SignIn | undefined): void {
    const place = Object.keys(this.#secrets.signIns).find((name) => this.#secrets.signIns[name] === old);
    if (place === undefined) return;
    if (next) this.#secrets.signIns[place] = next;
    else delete this.#secrets.signIns[place];
    this.#changed();
  }

  /** Chooses between the key and the sign-in, in the chosen environment. */
  useKey(preferred: boolean): void {
    const others = this.#secrets.prefersKey.filter((place) => place !== this.#place);
    this.#secrets.prefersKey = preferred ? [...others, this.#place] : others;
    this.#changed();
  }

  /** Sets the address of the mock. @param url as `checkMockUrl` gives it */
  setMockUrl(url: string): void {
    this.#mockUrl = url;
    write(this.#storage, mockUrlEntry, url);
    this.#changed();
  }

  /** Keeps keys and sign-ins for this tab, or ends that; they then stay in memory only. */
  keep(kept: boolean): void {
    this.#kept = kept;
    if (!kept) this.#tab.clear();
    this.#changed();
  }

  /** Forgets every key and every sign-in, in memory and in the tab's storage. */
  forget(): void {
    this.#secrets = noSecrets();
    this.keep(false);
  }

  /** Tells that the reader does something. What is kept is wiped after `idleLimit` without. */
  touch(): void {
    if (this.#kept) this.#tab.save(this.#secrets);
  }

  /** Forgets what was kept and not used for `idleLimit`; takes over what another page of the tab has changed. */
  refresh(): void {
    if (!this.#kept) return;
    const kept = this.#tab.load();
    if (kept === undefined) return this.forget();
    if (JSON.stringify(kept) === JSON.stringify(this.#secrets)) return;
    this.#secrets = kept;
    this.#tell();
  }

  /** Calls back after every change. Returns the function that ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    this.#note = '';
    if (this.#kept) this.#kept = this.#tab.save(this.#secrets);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** True for an address on this machine: anything may stand in storage, and a key is sent there. */
function isMockUrl(url: string): boolean {
  return /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?\/[^?#]*$/.test(url) && URL.canParse(url);
}

function asEnvironment(text: string | null): EnvironmentId | undefined {
  return text !== null && Object.hasOwn(environments, text) ? (text as EnvironmentId) : undefined;
}

function read(storage: SessionStorage | undefined, entry: string): string | null {
  try {
    return storage?.getItem(entry) ?? null;
  } catch {
    return null;
  }
}

function write(storage: SessionStorage | undefined, entry: string, value: string): void {
  try {
    storage?.setItem(entry, value);
  } catch {
    // Storage is full or forbidden: the choice then lasts as long as the page.
  }
}
