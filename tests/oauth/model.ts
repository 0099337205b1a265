/** What the authentication guide promises of one sign-in, in the simplest words: to compare the server with. */
export class SignInModel {
  /** Access tokens and refresh tokens, in the order that they were given out. */
  readonly access: { readonly token: string; readonly endsAt: number; isRevoked: boolean }[] = [];
  readonly refresh: string[] = [];
  readonly code: string;
  readonly #codeEndsAt: number;
  #refreshEndsAt = 0;
  #isOver = false;

  constructor(code: string, now: number) {
    this.code = code;
    this.#codeEndsAt = now + 60_000;
  }

  /** Whether the code gives tokens now. Used again it ends everything. */
  exchange(now: number, hasVerifier: boolean): boolean {
    if (this.refresh.length > 0) this.#isOver = true;
    return !this.#isOver && hasVerifier && now < this.#codeEndsAt;
  }

  /** Whether a refresh token gives tokens now. One that is not the newest ends everything. */
  rotate(token: string, now: number): boolean {
    if (token !== this.refresh.at(-1)) this.#isOver = true;
    return !this.#isOver && now < this.#refreshEndsAt;
  }

  issued(tokens: { access_token: string; refresh_token: string }, now: number): void {
    this.access.push({ token: tokens.access_token, endsAt: now + 3_600_000, isRevoked: false });
    this.refresh.push(tokens.refresh_token);
    this.#refreshEndsAt = now + 30 * 86_400_000;
  }

  revoke(token: string): void {
    const access = this.access.find((known) => known.token === token);
    if (access) access.isRevoked = true;
    else this.#isOver = true;
  }

  works(token: string, now: number): boolean {
    const access = this.access.find((known) => known.token === token);
    return access !== undefined && !this.#isOver && !access.isRevoked && now < access.endsAt;
  }
}
