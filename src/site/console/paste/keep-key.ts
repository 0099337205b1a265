import type { Session } from '../../session/session.ts';

/** Puts a pasted key into the form, for this page alone, or leaves it out. @returns which, in a sentence without the key */
export function keepKey(session: Session, key: string): string {
  const { environment } = session;
  if (session.activeSignIn) return 'The key is left out: you are signed in.';
  if (session.kept) return 'The key is left out: this tab keeps keys, and a pasted one is not to be kept. Type it in.';
  if ((environment.id === 'live') !== /^sk_live_/.test(key))
    return `The key is left out: it is not one for ${environment.name}.`;
  session.setKey(key);
  return 'The key is in its field. It stays in the memory of this page.';
}
