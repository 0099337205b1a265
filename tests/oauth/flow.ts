import { createHash } from 'node:crypto';
import { workspaceOf } from '../../src/sandbox/keys.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import { ADMIN_KEY } from '../open-sandbox.ts';

/** Parameters of a request. `undefined` leaves one out, a list sends it several times. */
export type Overrides = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly scope: string;
}

/** A code verifier of PKCE, and its challenge. */
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const REDIRECT_URI = 'http://localhost:4321/oauth/callback/';

/** A client of the authorization server and the user it sends there, both in one, speaking plain HTTP. */
export class Flow {
  readonly #send: (request: Request) => Promise<Response>;
  readonly #base: string;

  /** @param base the server's address, without a slash at the end */
  constructor(send: (request: Request) => Promise<Response>, base = 'http://127.0.0.1:4010') {
    this.#send = send;
    this.#base = base;
  }

  /** Sends the user to the consent page. */
  ask(overrides: Overrides = {}, headers: Record<string, string> = {}): Promise<Response> {
    const query = encode({
      client_id: 'client_test',
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      scope: 'contacts:read conversations:read',
      state: 'a state',
      code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
      code_challenge_method: 'S256',
      ...(isOnWorkerd && { login_hint: workspaceOf(ADMIN_KEY) }),
      ...overrides,
    });
    return this.#send(new Request(`${this.#base}/oauth/authorize?${query}`, { headers, redirect: 'manual' }));
  }

  /** Presses a button of the consent page. */
  async decide(page: Response, decision: string, overrides: Overrides = {}): Promise<Response> {
    return this.post('/oauth/authorize', { ...readForm(await page.text()), decision, ...overrides });
  }

  /** Asks, approves, and gives the address that the user is sent back to. */
  async approve(overrides: Overrides = {}): Promise<URL> {
    return locationOf(await this.decide(await this.ask(overrides), 'approve'));
  }

  async code(overrides: Overrides = {}): Promise<string> {
    return (await this.approve(overrides)).searchParams.get('code') ?? '';
  }

  exchange(code: string, overrides: Overrides = {}, headers: Record<string, string> = {}): Promise<Response> {
    const form = {
      grant_type: 'authorization_code',
      client_id: 'client_test',
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: VERIFIER,
    };
    return this.post('/oauth/token', { ...form, ...overrides }, headers);
  }

  refresh(token: string, overrides: Overrides = {}): Promise<Response> {
    const form = { grant_type: 'refresh_token', client_id: 'client_test', refresh_token: token };
    return this.post('/oauth/token', { ...form, ...overrides });
  }

  revoke(token: string, overrides: Overrides = {}): Promise<Response> {
    return this.post('/oauth/revoke', { client_id: 'client_test', token, ...overrides });
  }

  /** The whole way to a pair of tokens. */
  async signIn(overrides: Overrides = {}): Promise<Tokens> {
    return (await (await this.exchange(await this.code(overrides))).json()) as Tokens;
  }

  /** Calls an operation of the API with a key or token. */
  call(token: string, path = '/v1/contacts', init: RequestInit = {}): Promise<Response> {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    return this.#send(new Request(`${this.#base}${path}`, { headers, ...init }));
  }

  post(path: string, form: Overrides, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams(encode(form));
    return this.#send(new Request(`${this.#base}${path}`, { method: 'POST', body, headers, redirect: 'manual' }));
  }
}

/** The hidden fields of a page's form. */
export function readForm(page: string): Record<string, string> {
  const inputs = [...page.matchAll(/<input[^>]*\bname="([^"]*)"[^>]*\bvalue="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
}

/** Where an answer sends the user. */
export function locationOf(answer: Response): URL {
  return new URL(answer.headers.get('Location') ?? '');
}

function encode(values: Overrides): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map((one) => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
