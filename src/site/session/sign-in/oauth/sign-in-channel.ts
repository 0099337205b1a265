/** How the page that a sign-in returns to talks with the page that began it. */
import { sitePath } from '../../../ui/site-path.ts';

/** What the authorization server said, as it stood in the address. */
export interface AuthorizationResponse {
  readonly kind: 'answer';
  /** Tells which sign-in it belongs to. */
  readonly state: string;
  readonly code?: string;
  readonly error?: string;
  readonly errorDescription?: string;
  readonly issuer?: string;
}

/** Says that the answer has arrived where it belongs. */
export interface SignInReceipt {
  readonly kind: 'receipt';
  readonly state: string;
}

export type SignInMessage = AuthorizationResponse | SignInReceipt;

/** Reaches every page of this origin in this browser, and no other. */
export function openChannel(): BroadcastChannel {
  return new BroadcastChannel('orbinto-sign-in');
}

/** The address that every client of the sandbox may return to. */
export function callbackAddress(): URL {
  return new URL(sitePath('/oauth/callback/'), location.href);
}
