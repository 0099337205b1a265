import { useEffect, useRef, useState } from 'preact/hooks';
import type { OperationSlice } from '../../openapi/slice.ts';
import { exampleCall } from './call.ts';
import type { Call } from './call.ts';
import { loadCredentialParts } from './credentials/load-parts.ts';
import { focusProblem } from './focus-problem.ts';
import { freshSecret } from './fresh-secret.ts';
import { keyProblem, problemsOf } from './problems.ts';
import { changesData, requestOf, sendable } from './request.ts';
import type { Session } from './session.ts';
import { useExchange } from './use-exchange.ts';
import { useSession } from './use-session.ts';

/** The console without its looks: what is filled in, what is wrong with it, and the way from Send to an answer. */
export function useConsole(slice: OperationSlice, session: Session) {
  useSession(session);
  const root = useRef<HTMLDivElement>(null);
  const [call, setCall] = useState(() => exampleCall(slice));
  const [heldBack, setHeldBack] = useState(false);
  /** The call that waits for the reader's word before it goes to live. */
  const [asking, setAsking] = useState<Call>();
  const { environment } = session;
  const { sending, outcome, start, stop } = useExchange(environment.id);
  const problems = allProblems(slice, call, session);

  useEffect(() => {
    if (problems.length === 0) setHeldBack(false);
  }, [problems.length]);

  const dispatch = async (sent: Call) => {
    setAsking(undefined);
    const secret = await freshSecret(session);
    await start(sendable(requestOf(slice, sent, environment.baseUrl), sent, secret), environment);
  };
  const proceed = (sent: Call) => {
    setHeldBack(false);
    if (environment.id === 'live' && changesData(slice)) setAsking(sent);
    else void dispatch(sent);
  };
  const send = async (sent: Call = call) => {
    await loadCredentialParts(session);
    const [first] = allProblems(slice, sent, session);
    if (first === undefined) return proceed(sent);
    setHeldBack(true);
    focusProblem(root.current, first);
  };
  return {
    root,
    call,
    setCall,
    problems,
    heldBack,
    asking,
    sending,
    outcome,
    send,
    stop,
    request: requestOf(slice, call, environment.baseUrl),
    sendAnyway: () => proceed(call),
    sendBody: (body: string) => {
      setCall({ ...call, body });
      void send({ ...call, body });
    },
    confirm: () => asking && void dispatch(asking),
    cancel: () => setAsking(undefined),
  };
}

function allProblems(slice: OperationSlice, call: Call, session: Session) {
  return [...keyProblem(slice, session), ...problemsOf(slice, call)];
}
