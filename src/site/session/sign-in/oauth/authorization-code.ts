/**
 * Signs a user in with OAuth 2.0, in a window of its own: authorization code with PKCE, as a public client.
 *
 *     const secrets = await prepareSignIn(server);
 *     button.addEventListener('click', async () => {
 *       const tokens = await signIn(server, secrets, { clientId: 'client_test', scopes: ['contacts:read'] });
 *     });
 *
 * Call `signIn` in the click itself, before anything is awaited: browsers open windows only then. Tokens are returned
 * and kept nowhere.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9700
 */
import { checkServer } from './authorization-server.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import { callbackAddress } from './sign-in-channel.ts';
import type { AuthorizationResponse } from './sign-in-channel.ts';
import { createSecrets } from './pkce.ts';
import type { SignInSecrets } from './pkce.ts';
import { SignInError } from './sign-in-error.ts';
import { requestTokens, sendForm } from './token-request.ts';
import type { Tokens } from './token-request.ts';
import { waitForResponse } from './wait-for-response.ts';

export interface SignInRequest {
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** In the sandbox: the workspace to sign in to. */
  readonly loginHint?: string;
  /** Ends the sign-in and closes its window. */
  readonly signal?: AbortSignal;
  /** Is given a way to bring the window to the front, for as long as it is open. To be called in a click. */
  readonly onWindow?: (show: () => void) => void;
}

const windowFeatures = 'popup,width=520,height=760';

/**
 * Makes the secrets of one sign-in, and sees that its server is there.
 * @throws SignInError `unreachable` or `wrong_issuer`
 */
export async function prepareSignIn(server: AuthorizationServer): Promise<SignInSecrets> {
  const [secrets] = await Promise.all([createSecrets(), checkServer(server)]);
  return secrets;
}

/**
 * Asks the user in a new window and exchanges the answer for tokens.
 *
 * The window opens at the server's page at once: one that opens blank and goes there later counts as closed in WebKit,
 * which parts two pages of different `Cross-Origin-Opener-Policy` then.
 * @param secrets of `prepareSignIn`, good for one sign-in
 * @throws SignInError
 * @throws the signal's reason when aborted
 */
export async function signIn(
  server: AuthorizationServer,
  secrets: SignInSecrets,
  request: SignInRequest,
): Promise<Tokens> {
  request.signal?.throwIfAborted();
  const popup = globalThis.open(authorizationAddress(server, request, secrets), '_blank', windowFeatures);
  if (!popup) throw new SignInError('popup_blocked', 'The browser did not open the sign-in window.');
  request.onWindow?.(() => popup.focus());
  try {
    // The window starts with a copy of this tab's storage, which holds what the reader keeps for the tab.
    popup.sessionStorage.clear();
    const code = readCode(server, await waitForResponse(secrets.state, popup, request.signal));
    const form = {
      grant_type: 'authorization_code',
      client_id: request.clientId,
      code,
      redirect_uri: callbackAddress().href,
      code_verifier: secrets.verifier,
    };
    return await requestTokens(server, form, request.scopes);
  } finally {
    popup.close();
  }
}

/**
 * Exchanges the refresh token for new tokens. The old one is used up: keep what this returns.
 * @throws SignInError `invalid_grant` when the user has to sign in again
 */
export function refresh(server: AuthorizationServer, clientId: string, tokens: Tokens): Promise<Tokens> {
  const form = { grant_type: 'refresh_token', client_id: clientId, refresh_token: tokens.refreshToken };
  return requestTokens(server, form, tokens.scopes);
}

/** Signs out: the tokens, and all that came from the same sign-in, work no longer. */
export async function revoke(server: AuthorizationServer, clientId: string, { refreshToken }: Tokens): Promise<void> {
  await sendForm(server, server.revoke, { client_id: clientId, token: refreshToken });
}

function authorizationAddress(server: AuthorizationServer, request: SignInRequest, secrets: SignInSecrets): string {
  const url = new URL(server.authorize);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: request.clientId,
    redirect_uri: callbackAddress().href,
    scope: request.scopes.join(' '),
    state: secrets.state,
    code_challenge: secrets.challenge,
    code_challenge_method: 'S256',
    ...(request.loginHint === undefined ? {} : { login_hint: request.loginHint }),
  }).toString();
  return url.href;
}

/**
 * The code of an answer. One of another server is refused before anything else of it is believed.
 * @see https://www.rfc-editor.org/rfc/rfc9207#section-2.4
 */
function readCode({ issuer }: AuthorizationServer, answer: AuthorizationResponse): string {
  if (answer.issuer !== issuer)
    throw new SignInError('wrong_issuer', 'The answer is not from the server that was asked.');
  if (answer.error !== undefined) throw new SignInError(answer.error, answer.errorDescription ?? answer.error);
  if (answer.code === undefined) throw new SignInError('server_error', 'The answer holds neither a code nor an error.');
  return answer.code;
}
