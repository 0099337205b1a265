/** The secrets of one sign-in. @see https://www.rfc-editor.org/rfc/rfc7636 */
export interface SignInSecrets {
  /** Proves, when the code is exchanged, that the same page asked for it. */
  readonly verifier: string;
  /** The SHA-256 of the verifier, which may be seen. */
  readonly challenge: string;
  /** Tells which sign-in an answer belongs to. */
  readonly state: string;
}

export async function createSecrets(): Promise<SignInSecrets> {
  const verifier = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const state = base64Url(crypto.getRandomValues(new Uint8Array(16)));
  return { verifier, challenge: base64Url(new Uint8Array(hash)), state };
}

function base64Url(bytes: Uint8Array): string {
  const binary = String.fromCharCode(...bytes);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
