import type { ComponentChildren } from 'preact';
import { LazyButton } from '../../ui/fields/LazyButton.tsx';
import type { Session } from '../session.ts';
import { signInChunk } from '../sign-in/load-sign-in.ts';
import type { Remedy } from './missing-permission.ts';

interface RemedyButtonProps {
  session: Session;
  remedy: Remedy;
  class: string;
  /** The call can be sent now. */
  onReady?: () => void;
  /** After its label. */
  children?: ComponentChildren;
}

/** One click that gets what a call lacks. */
export function RemedyButton({ session, remedy, class: style, onReady, children }: RemedyButtonProps) {
  const label = (
    <>
      {labelOf(remedy, session.activeSignIn !== undefined)}
      {children}
    </>
  );
  if (remedy.kind === 'sign-in') {
    const { scopes } = remedy;
    return (
      <LazyButton
        class={style}
        chunk={signInChunk}
        use={({ openSignIn }) => openSignIn(session, scopes).then((signedIn) => signedIn && onReady?.())}
      >
        {label}
      </LazyButton>
    );
  }
  const apply = () => {
    if (remedy.kind === 'environment') return session.chooseEnvironment(remedy.id);
    session.setKey(remedy.key);
    session.useKey(true);
    onReady?.();
  };
  return (
    <button type="button" class={style} onClick={apply}>
      {label}
    </button>
  );
}

function labelOf(remedy: Remedy, signedIn: boolean): string {
  switch (remedy.kind) {
    case 'key':
      return `Use ${remedy.key}`;
    case 'environment':
      return remedy.id === 'live' ? 'Switch to Live' : 'Switch to the sandbox';
    case 'sign-in':
      return signedIn ? `Sign in again with ${remedy.scopes.join(', ')}` : 'Sign in with Orbinto';
  }
}
