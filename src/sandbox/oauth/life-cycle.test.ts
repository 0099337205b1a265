import { expect, test } from 'vitest';
import { fc } from '../../../tests/fast-check.ts';
import { Flow, REDIRECT_URI } from '../../../tests/oauth/flow.ts';
import type { Tokens } from '../../../tests/oauth/flow.ts';
import { SignInModel } from '../../../tests/oauth/model.ts';
import { openSandbox } from '../../../tests/open-sandbox.ts';
import { ManualClock } from '../clock.ts';

type Action =
  | { readonly kind: 'authorize' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'exchange'; readonly signIn: number; readonly hasVerifier: boolean }
  | { readonly kind: 'refresh' | 'revokeAccess' | 'revokeRefresh'; readonly signIn: number; readonly token: number };

const index = fc.nat(20);
const actions = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('authorize' as const) }),
    fc.record({
      kind: fc.constant('wait' as const),
      seconds: fc.constantFrom(1, 1, 1, 59, 60, 1800, 3600, 86_400 * 29, 86_400 * 30),
    }),
    fc.record({
      kind: fc.constant('exchange' as const),
      signIn: index,
      hasVerifier: fc.constantFrom(true, true, true, false),
    }),
    fc.record({ kind: fc.constantFrom('refresh' as const), signIn: index, token: index }),
    fc.record({ kind: fc.constantFrom('refresh' as const), signIn: index, token: fc.constant(-1) }),
    fc.record({
      kind: fc.constantFrom('revokeAccess' as const, 'revokeRefresh' as const),
      signIn: index,
      token: index,
    }),
  ),
  { minLength: 5, maxLength: 40 },
);

const pick = <T>(list: readonly T[], at: number): T | undefined => list.at(at < 0 ? at : at % (list.length || 1));

/** A server, and beside it what it should do. */
class World {
  readonly #clock = new ManualClock();
  readonly #sandbox = openSandbox({ clock: this.#clock, rateLimits: false });
  readonly #flow = new Flow((request) => this.#sandbox.fetch(request));
  readonly #signIns: SignInModel[] = [];

  async act(action: Action): Promise<void> {
    if (action.kind === 'wait') return this.#clock.advance(action.seconds * 1000);
    if (action.kind === 'authorize') {
      this.#signIns.push(new SignInModel(await this.#flow.code(), this.#clock.now()));
      return;
    }
    const model = pick(this.#signIns, action.signIn);
    if (!model) return;
    if (action.kind === 'exchange') return this.#exchange(model, action.hasVerifier);
    if (action.kind === 'refresh') return this.#refresh(model, action.token);
    const isAccess = action.kind === 'revokeAccess';
    const token = pick(isAccess ? model.access.map((known) => known.token) : model.refresh, action.token);
    if (token === undefined) return;
    expect((await this.#flow.revoke(token)).status).toBe(200);
    model.revoke(token);
  }

  /** Every access token of every sign-in works exactly when it should. */
  async check(): Promise<void> {
    for (const model of this.#signIns) {
      for (const { token } of model.access.slice(-5)) {
        const { status } = await this.#flow.call(token, '/v1/contacts?per_page=1');
        expect(status).toBe(model.works(token, this.#clock.now()) ? 200 : 401);
      }
    }
  }

  async #exchange(model: SignInModel, hasVerifier: boolean): Promise<void> {
    const answer = await this.#flow.exchange(model.code, hasVerifier ? {} : { code_verifier: 'x'.repeat(43) });
    await this.#settle(model, answer, model.exchange(this.#clock.now(), hasVerifier));
  }

  async #refresh(model: SignInModel, at: number): Promise<void> {
    const token = pick(model.refresh, at);
    if (token === undefined) return;
    await this.#settle(model, await this.#flow.refresh(token), model.rotate(token, this.#clock.now()));
  }

  async #settle(model: SignInModel, answer: Response, isGiven: boolean): Promise<void> {
    expect(answer.status).toBe(isGiven ? 200 : 400);
    if (isGiven) model.issued((await answer.json()) as Tokens, this.#clock.now());
  }
}

test('whatever happens in whatever order, each token works exactly as long as the guide says', async () => {
  await fc.assert(
    fc.asyncProperty(actions, async (list) => {
      const world = new World();
      await world.act({ kind: 'authorize' });
      for (const action of list) {
        await world.act(action);
        await world.check();
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('no authorization request, however odd, is answered by anything but a page, a refusal or a redirect to the client', async () => {
  const sandbox = openSandbox();
  const names = [
    'client_id',
    'redirect_uri',
    'response_type',
    'scope',
    'state',
    'code_challenge',
    'code_challenge_method',
    'login_hint',
  ];
  const values = fc.oneof(
    fc.constantFrom('client_test', 'client_web', 'code', 'contacts:read', 'S256', 'a'.repeat(43), ''),
    fc.constantFrom(
      'http://localhost:4321/oauth/callback/',
      'http://127.0.0.1:1/oauth/callback/',
      'https://evil.example/',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  // Mostly a good request, with something changed, left out or sent twice.
  const good = {
    client_id: 'client_test',
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    scope: 'contacts:read',
    state: 's',
  };
  const pkce = { code_challenge: 'a'.repeat(43), code_challenge_method: 'S256' };
  const base = fc.subarray(Object.entries({ ...good, ...pkce }), { minLength: 4 });
  const changes = fc.array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(base, changes, async (kept, changed) => {
      const query = new URLSearchParams(
        [...kept, ...changed].map(([name, value]) => [name, value.toWellFormed()]),
      ).toString();
      const answer = await sandbox.fetch(new Request(`http://127.0.0.1:4010/oauth/authorize?${query}`));
      expect([200, 303, 400]).toContain(answer.status);
      const location = answer.headers.get('Location');
      expect(location === null).toBe(answer.status !== 303);
      if (location)
        expect(location).toMatch(/^http:\/\/(localhost:4321|127\.0\.0\.1:1)\/oauth\/callback\/\?error=[a-z_]+&/);
    }),
    { numRuns: 300 },
  );
}, 60_000);
