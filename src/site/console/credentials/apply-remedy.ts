import type { Session } from '../session.ts';
import type { Remedy } from './shortfall.ts';

/** Gets what is missing. Resolves with whether the call can be sent now. */
export async function applyRemedy(session: Session, remedy: Remedy): Promise<boolean> {
  switch (remedy.kind) {
    case 'key':
      session.setKey(remedy.key);
      session.useKey(true);
      return true;
    case 'environment':
      session.chooseEnvironment(remedy.id);
      return false;
    case 'sign-in': {
      const { openSignIn } = await import('../sign-in/open-sign-in.ts');
      return openSignIn(session, remedy.scopes);
    }
  }
}

/** What its button says. */
export function remedyLabel(remedy: Remedy, signedIn: boolean): string {
  switch (remedy.kind) {
    case 'key':
      return `Use ${remedy.key}`;
    case 'environment':
      return remedy.id === 'live' ? 'Switch to Live' : 'Switch to the sandbox';
    case 'sign-in':
      return signedIn ? `Sign in again with ${remedy.scopes.join(', ')}` : 'Sign in with Orbinto';
  }
}
