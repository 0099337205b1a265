import { h, render } from 'preact';
import type { Session } from '../session.ts';
import { SignInDialog } from './SignInDialog.tsx';

/**
 * Opens the sign-in dialog over the page.
 * @param needed Scopes to propose, beside those that were granted before.
 * @returns once it is closed, whether the user signed in
 */
export function openSignIn(session: Session, needed: readonly string[]): Promise<boolean> {
  const host = document.body.appendChild(document.createElement('div'));
  return new Promise((resolve) => {
    const onClose = (signedIn: boolean) => {
      render(null, host);
      host.remove();
      resolve(signedIn);
    };
    render(h(SignInDialog, { session, needed, onClose }), host);
  });
}
