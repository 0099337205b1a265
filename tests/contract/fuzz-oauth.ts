import type { Random } from '../../src/sandbox/random.ts';
import { Flow, REDIRECT_URI, VERIFIER } from '../oauth/flow.ts';
import type { Tokens } from '../oauth/flow.ts';
import { HOSTILE } from './fuzz-values.ts';
import type { Send } from './contract.ts';

const SCOPES = ['contacts:read', 'contacts:write', 'conversations:read', 'conversations:write', 'webhooks:manage'];
const PATHS = ['/oauth/authorize', '/oauth/token', '/oauth/token', '/oauth/revoke', '/oauth/nothing', '/oauth'];
const METADATA = '/.well-known/oauth-authorization-server';
const METHODS = ['GET', 'POST', 'POST', 'POST', 'HEAD', 'PUT', 'OPTIONS'];
const TYPES = ['application/x-www-form-urlencoded', 'application/json', 'text/plain', ''];
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  client_id: ['client_test', 'client_web', 'nobody'],
  client_secret: ['', 'cs_test_web', 'wrong'],
  redirect_uri: [REDIRECT_URI, 'https://evil.example/'],
  response_type: ['code', 'token'],
  grant_type: ['authorization_code', 'refresh_token', 'password'],
  scope: ['contacts:read', 'contacts:read conversations:read', 'everything', ''],
  state: ['a state'],
  code_challenge: ['x'.repeat(43), 'short'],
  code_challenge_method: ['S256', 'plain'],
  code_verifier: [VERIFIER, 'short'],
  decision: ['approve', 'deny', 'perhaps'],
  login_hint: ['fuzzing1', 'x'],
  token_type_hint: ['access_token', 'nonsense'],
};

/** Signs in, refreshes, revokes, and sends the authorization server what it does not expect. */
export class SignIns {
  readonly #send: Send;
  readonly #base: string;
  readonly #random: Random;
  readonly #flow: Flow;
  /** Codes and tokens that were given out, ended ones too. */
  readonly #secrets: string[] = [];

  constructor(send: Send, base: string, random: Random) {
    this.#send = send;
    this.#base = base;
    this.#random = random;
    this.#flow = new Flow(send, base);
  }

  /** Signs a user of a workspace in with some scopes. @returns the access token, revoked now and then */
  async signIn(workspace: string): Promise<string> {
    const scopes = SCOPES.filter(() => this.#random.chance(0.5));
    const scope = (scopes.length > 0 ? scopes : SCOPES).join(' ');
    const code = await this.#flow.code({ scope, login_hint: workspace });
    const tokens = (await (await this.#flow.exchange(code)).json()) as Tokens;
    this.#secrets.push(code, tokens.access_token, tokens.refresh_token);
    if (this.#secrets.length > 60) this.#secrets.splice(0, 3);
    if (this.#random.chance(0.2)) await this.#flow.revoke(tokens.access_token);
    if (this.#random.chance(0.3)) await this.#flow.refresh(tokens.refresh_token);
    return tokens.access_token;
  }

  /** Sends a request that is more or less wrong. @returns what is wrong with the answer, one line each */
  async stumble(): Promise<string[]> {
    const request = this.#request();
    const line = `${request.method} ${request.url} ${await request.clone().text()}`.slice(0, 2000);
    const response = await this.#send(request);
    return faultsOf(request, response, await response.text()).map((fault) => `${line}\n  ${fault}`);
  }

  #request(): Request {
    const random = this.#random;
    const form = new URLSearchParams();
    for (const [name, values] of Object.entries({ ...PARAMETERS, ...this.#secretParameters() })) {
      if (!random.chance(0.6)) continue;
      form.append(name, (random.chance(0.9) ? random.pick(values) : random.pick(HOSTILE)).toWellFormed());
      if (random.chance(0.03)) form.append(name, random.pick(values));
    }
    const method = random.pick(METHODS);
    const path = random.chance(0.05) ? METADATA : random.pick(PATHS);
    const url = `${this.#base}${path}${method === 'GET' || random.chance(0.1) ? `?${form.toString()}` : ''}`;
    if (method === 'GET' || method === 'HEAD') return new Request(url, { method });
    const type = random.chance(0.9) ? (TYPES[0] ?? '') : random.pick(TYPES);
    const basic = btoa(`client_web:${random.pick(['cs_test_web', 'wrong', ''])}`);
    const authorization: Record<string, string> = random.chance(0.1)
      ? { Authorization: `Basic ${random.pick([basic, '%', ''])}` }
      : {};
    return new Request(url, { method, headers: { 'Content-Type': type, ...authorization }, body: form.toString() });
  }

  #secretParameters(): Record<string, readonly string[]> {
    const secrets = [...this.#secrets, 'unknown'];
    return { code: secrets, token: secrets, refresh_token: secrets, ticket: ['1.x'] };
  }
}

function faultsOf(request: Request, response: Response, text: string): string[] {
  const { status, headers } = response;
  if (status >= 500) return [`status ${status}: ${text}`];
  const path = new URL(request.url).pathname;
  const isForPrograms = path === '/oauth/token' || path === '/oauth/revoke';
  // Over HTTP a HEAD has no body.
  if (!isForPrograms || status === 204 || (request.method === 'HEAD' && text === '')) return [];
  const faults = headers.get('Cache-Control')?.includes('no-store') ? [] : ['the answer may be stored'];
  const body = JSON.parse(text) as { error?: unknown; access_token?: unknown };
  if (status >= 400 && !/^[a-z_]+$/.test(String(body.error))) faults.push(`status ${status} with no error: ${text}`);
  if (status === 200 && path === '/oauth/token' && typeof body.access_token !== 'string')
    faults.push(`no token: ${text}`);
  return faults;
}
