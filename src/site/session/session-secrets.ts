import type { Tokens } from './sign-in/oauth/token-request.ts';
import type { EnvironmentId } from './environments.ts';

/** A user's consent, and the client that holds it. */
export interface SignIn {
  readonly clientId: string;
  readonly tokens: Tokens;
  /** When the tokens were last renewed, in milliseconds since the Unix epoch. */
  readonly renewedAt?: number;
}

/** All that a session must not tell anyone but the environment that it belongs to. */
export interface Secrets {
  keys: Partial<Record<EnvironmentId, string>>;
  /** By environment; a mock's by its origin. */
  signIns: Record<string, SignIn>;
  /** The environments whose key is used although there is a sign-in. */
  prefersKey: string[];
}

export const noSecrets = (): Secrets => ({ keys: {}, signIns: {}, prefersKey: [] });
