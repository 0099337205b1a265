import { useEffect, useReducer } from 'preact/hooks';
import type { Session } from '../session.ts';

export type CredentialParts = typeof import('./parts.ts');

let loaded: CredentialParts | undefined;
let coming: Promise<void> | undefined;

/** The parts, once they have come. */
export function credentialParts(): CredentialParts | undefined {
  return loaded;
}

/** Fetches the parts where the session has anything of the reader's own. What could not be fetched is fetched again. */
export function loadCredentialParts(session: Session): Promise<void> {
  if (loaded || !session.hasSecrets) return Promise.resolve();
  coming ??= import('./parts.ts').then(
    (parts) => void (loaded = parts),
    () => void (coming = undefined),
  );
  return coming;
}

/** Renders the component again when the parts have come. */
export function useCredentialParts(session: Session): CredentialParts | undefined {
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!loaded) void loadCredentialParts(session).then(() => refresh(undefined));
  }, [session.hasSecrets]);
  return loaded;
}
