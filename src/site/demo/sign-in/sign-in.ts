import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { liveUrl } from '../../session/addresses.ts';
import { authorizationServer } from '../../session/sign-in/oauth/authorization-server.ts';
import { createSecrets } from '../../session/sign-in/oauth/pkce.ts';
import type { SignInSecrets } from '../../session/sign-in/oauth/pkce.ts';
import { get, postForm } from './messages.ts';
import type { Exchange } from './messages.ts';
import { outcome, outcomeOf } from './outcome.ts';
import type { Outcome, StepResult } from './outcome.ts';
import type { StepId } from './steps.ts';

/** Reads the hidden fields of a page's form. A browser and a test do it each in their own way. */
export type ReadForm = (html: string) => Readonly<Record<string, string>>;

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

const CLIENT = 'client_test';
const SCOPES = 'contacts:read conversations:read';
const MORE_SCOPES = `${SCOPES} contacts:write`;
const REDIRECT_URI = 'http://localhost:4321/oauth/callback/';
/** It is registered, too: the code was not given for it. */
const OTHER_REDIRECT_URI = 'http://127.0.0.1:4321/oauth/callback/';
const FOREIGN_REDIRECT_URI = 'https://localhost.example.com/oauth/callback/';
/** One less than the standard wants. */
const SHORT = 42;

/** One sign-in, step by step: an app, a browser and its user, who talk with a server that is nobody else's. */
export class SignIn {
  readonly #sandbox: PrivateSandbox;
  readonly #readForm: ReadForm;
  /** The addresses are those of the live server; the sandbox answers them. */
  readonly #server = authorizationServer({ id: 'live', baseUrl: liveUrl });
  #secrets: SignInSecrets | undefined;
  #page = '';
  #answer: URL | undefined;
  #tokens: Tokens | undefined;
  #oldRefreshToken = '';

  constructor(sandbox: PrivateSandbox, readForm: ReadForm) {
    this.#sandbox = sandbox;
    this.#readForm = readForm;
  }

  /** Does a step. The steps before it must have been done. */
  async do(id: StepId): Promise<StepResult> {
    return { id, ...(await this.#acts[id]()) };
  }

  readonly #acts: Readonly<Record<StepId, () => Promise<Outcome>>> = {
    secrets: () => this.#makeSecrets(),
    ask: () => this.#ask({}),
    'ask-without-state': () => this.#ask({ state: undefined }, 2),
    'ask-elsewhere': () => this.#ask({ redirect_uri: FOREIGN_REDIRECT_URI }, 1),
    approve: () => this.#decide('approve'),
    deny: () => this.#decide('deny', 1),
    compare: () => Promise.resolve(this.#compare()),
    'compare-foreign': () => this.#compareForeign(),
    exchange: () => this.#exchange({}),
    'exchange-wrong-verifier': async () => this.#exchange({ code_verifier: (await createSecrets()).verifier }, 5),
    'exchange-short-verifier': () => this.#exchange({ code_verifier: this.#held().verifier.slice(0, SHORT) }, 0),
    'exchange-elsewhere': () => this.#exchange({ redirect_uri: OTHER_REDIRECT_URI }, 4),
    'exchange-right': () => this.#exchange({}),
    'exchange-again': () => this.#exchange({}, 2),
    call: () => this.#call(),
    'call-after': () => this.#call(),
    refresh: () => this.#refresh({}),
    'refresh-wider': () => this.#refresh({ scope: MORE_SCOPES }, 3),
    'refresh-again': () => this.#refresh({ refresh_token: this.#oldRefreshToken }, 1),
    'refresh-after': () => this.#refresh({}),
    'sign-out': () => this.#signOut(),
  };

  async #makeSecrets() {
    const { verifier, challenge, state } = (this.#secrets = await createSecrets());
    return outcome({
      says: 'The verifier stays with the app. The challenge, its hash, may be seen.',
      values: [
        ['code_verifier', verifier],
        ['code_challenge', challenge],
        ['state', state],
      ],
    });
  }

  async #ask(changes: Readonly<Record<string, string | undefined>>, failed?: number) {
    const asked = await this.#get(this.#address(this.#held(), changes));
    this.#page = asked.text;
    return outcomeOf(asked, 'The consent page asks the user, scope by scope.', failed);
  }

  async #decide(decision: 'approve' | 'deny', failed?: number) {
    const decided = await this.#post(this.#server.authorize, { ...this.#readForm(this.#page), decision });
    this.#answer = decided.location;
    return outcomeOf(decided, 'The browser is sent back to the app, with a code.', failed);
  }

  #compare() {
    const { searchParams } = this.#answered();
    const [state, issuer] = [searchParams.get('state'), searchParams.get('iss')];
    const failed = [state === this.#held().state, issuer === this.#server.issuer].indexOf(false);
    return outcome({
      values: [
        ['state that arrived', state ?? ''],
        ['state of this sign-in', this.#held().state],
        ['iss that arrived', issuer ?? ''],
        ['server that was asked', this.#server.issuer],
      ],
      says:
        failed === -1
          ? 'Both fit: this is the answer to the app’s own question.'
          : 'Your app stops here: this is not the answer to its question. Whoever sent it would have got their account into the user’s session.',
      isRefused: failed !== -1,
      failed: failed === -1 ? undefined : failed,
    });
  }

  /** Somebody signs in themselves, and has the user open the address that they were sent back to. */
  async #compareForeign() {
    const theirs = await createSecrets();
    const page = await this.#get(this.#address(theirs, {}));
    const form = { ...this.#readForm(page.text), decision: 'approve' };
    this.#answer = (await this.#post(this.#server.authorize, form)).location;
    return this.#compare();
  }

  async #exchange(changes: Readonly<Record<string, string>>, failed?: number) {
    const exchanged = await this.#post(this.#server.token, {
      grant_type: 'authorization_code',
      client_id: CLIENT,
      code: this.#answered().searchParams.get('code') ?? '',
      redirect_uri: REDIRECT_URI,
      code_verifier: this.#held().verifier,
      ...changes,
    });
    this.#keep(exchanged);
    return outcomeOf(exchanged, 'The app has its tokens.', failed);
  }

  async #call() {
    const called = await this.#get(`${liveUrl}/contacts?per_page=1`, this.#tokens?.access_token);
    return outcomeOf(called, 'The access token works.', 0);
  }

  async #refresh(changes: Readonly<Record<string, string>>, failed = 0) {
    const refresh_token = this.#tokens?.refresh_token ?? '';
    const form = { grant_type: 'refresh_token', client_id: CLIENT, refresh_token, ...changes };
    const refreshed = await this.#post(this.#server.token, form);
    if (refreshed.status === 200) this.#oldRefreshToken = refresh_token;
    this.#keep(refreshed);
    return outcomeOf(refreshed, 'The app has new tokens. The old refresh token is used up.', failed);
  }

  async #signOut() {
    const token = this.#tokens?.refresh_token ?? '';
    const revoked = await this.#post(this.#server.revoke, { client_id: CLIENT, token });
    return outcomeOf(revoked, 'All tokens of this sign-in have ended.');
  }

  #keep({ status, text }: Exchange): void {
    if (status === 200) this.#tokens = JSON.parse(text) as Tokens;
  }

  #address({ state, challenge }: SignInSecrets, changes: Readonly<Record<string, string | undefined>>): string {
    const parameters = {
      response_type: 'code',
      client_id: CLIENT,
      redirect_uri: REDIRECT_URI,
      scope: SCOPES,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...changes,
    };
    const sent = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return `${this.#server.authorize}?${new URLSearchParams(sent)}`;
  }

  #get(url: string, token?: string): Promise<Exchange> {
    return get((request) => this.#sandbox.fetch(request), url, token);
  }

  #post(url: string, form: Readonly<Record<string, string>>): Promise<Exchange> {
    return postForm((request) => this.#sandbox.fetch(request), url, form);
  }

  #held(): SignInSecrets {
    if (!this.#secrets) throw new Error('the secrets have to be made first');
    return this.#secrets;
  }

  #answered(): URL {
    if (!this.#answer) throw new Error('the user has to decide first');
    return this.#answer;
  }
}
