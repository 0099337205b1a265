/** Why a sign-in, a refresh or a revocation did not work. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  /**
   * The server's error code, such as `access_denied` or `invalid_grant`; or, of this page: `popup_blocked`,
   * `window_closed`, `wrong_issuer`, `wrong_state`, `unreachable`.
   */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
