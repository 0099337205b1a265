import { useEffect, useRef, useState } from 'preact/hooks';
import { parseKey, SEEDED_WORKSPACE } from '../../../sandbox/keys.ts';
import { authorizationServer } from './oauth/authorization-server.ts';
import { prepareSignIn, revoke, signIn } from './oauth/authorization-code.ts';
import type { SignInSecrets } from './oauth/pkce.ts';
import { anySignal } from '../../../sandbox/any-signal.ts';
import type { Session } from '../session.ts';
import { explainSignIn } from './explain-sign-in-failure.ts';
import type { SignInFailure } from './explain-sign-in-failure.ts';

/** How long a user may take to answer, in milliseconds. */
const signInTimeout = 10 * 60_000;

/** A sign-in from the click to its end. Leaving the dialog ends it and closes its window. */
export function useSignIn(session: Session, onDone: () => void) {
  const [waiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState<SignInFailure>();
  const running = useRef<AbortController | undefined>(undefined);
  const show = useRef<() => void>(undefined);
  const prepared = useRef<SignInSecrets>(undefined);
  const { environment, signIn: old } = session;
  const server = authorizationServer(environment);
  /** Ahead of a click, in which the window has to open. What goes wrong is told when the click tries again. */
  const prepare = () => {
    prepared.current = undefined;
    prepareSignIn(server).then(
      (secrets) => (prepared.current = secrets),
      () => undefined,
    );
  };
  useEffect(() => {
    prepare();
    return () => running.current?.abort();
  }, []);
  const start = async (clientId: string, scopes: readonly string[]) => {
    const controller = (running.current = new AbortController());
    const expiry = new AbortController();
    const timer = setTimeout(() => expiry.abort(new DOMException('Nobody answered', 'TimeoutError')), signInTimeout);
    const signal = anySignal(controller.signal, expiry.signal);
    setFailure(undefined);
    setWaiting(true);
    try {
      const tokens = await signIn(server, prepared.current ?? (await prepareSignIn(server)), {
        clientId,
        scopes,
        signal,
        onWindow: (bringForward) => (show.current = bringForward),
        ...workspaceHint(session),
      });
      if (controller.signal.aborted) return;
      session.setSignIn({ clientId, tokens });
      if (old) void revoke(server, old.clientId, old.tokens).catch(() => undefined);
      onDone();
    } catch (error) {
      if (controller.signal.aborted) return;
      if (prepared.current) prepare();
      setFailure(await explainSignIn(error, environment));
    } finally {
      clearTimeout(timer);
      setWaiting(false);
    }
  };
  return { waiting, failure, start, showWindow: () => show.current?.() };
}

/** The sandbox has no accounts: it signs in to the workspace of the key beside. */
function workspaceHint({ environment, key }: Session): { loginHint?: string } {
  const workspace = environment.id === 'live' ? undefined : parseKey(key)?.workspace;
  return workspace === undefined || workspace === SEEDED_WORKSPACE ? {} : { loginHint: workspace };
}
