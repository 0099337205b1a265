import { useEffect, useRef, useState } from 'preact/hooks';
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { storeBodyEditor, storedBodyEditor } from './request/body/body-editor.ts';
import type { BodyEditor } from './request/body/body-editor.ts';
import { exampleInput } from './request/input/request-input.ts';
import type { RequestInput } from './request/input/request-input.ts';
import { credentialsChunk } from '../session/credentials/load-credentials.ts';
import { freshSecret } from '../session/fresh-secret.ts';
import { heldCall } from './held-call.ts';
import { bodyProblem, keyProblem } from './request/problems.ts';
import type { Problem } from './request/problems.ts';
import { changesData } from '../session/credentials/operation-access.ts';
import type { Session } from '../session/session.ts';
import { useBodyCheck } from './request/check/use-body-check.ts';
import { sendChunk, useSend } from './use-send.ts';
import type { OutgoingCall, SendChunk } from './use-send.ts';
import { useSession } from '../session/fields/use-session.ts';

/** The state of the console: what is filled in, what is wrong with it, what was sent and what came of it. */
export function useConsole(operation: BundledOperation, session: Session) {
  useSession(session);
  const form = useForm(operation);
  const { call, files, replace } = form;
  const [heldBack, setHeldBack] = useState(false);
  /** The call that waits for the reader's word before it goes to live. */
  const [asking, setAsking] = useState<RequestInput>();
  /** The call that is answered, or on its way. */
  const [sent, setSent] = useState(call);
  const { environment } = session;
  const { sending, outcome, start, stop } = useSend(environment.id);
  const bodyCheck = useBodyCheck(operation, files);
  const problemsIn = (sent: RequestInput) => [
    ...keyProblem(operation, session),
    ...(sendChunk.value?.requestProblems(operation, sent) ?? []),
    ...bodyProblem(operation, sent, bodyCheck),
    ...bodyCheck.problemsOf(sent),
  ];
  const problems = problemsIn(call);
  useProblemEffects(problems, bodyCheck.preload, () => setHeldBack(false));

  const dispatch = async (sent: RequestInput) => {
    setAsking(undefined);
    setSent(sent);
    const secret = await freshSecret(session);
    const outgoing: OutgoingCall = {
      make: ({ requestOf, sendable }) => sendable(requestOf(operation, sent, environment.baseUrl), sent, secret, files),
      keep: ({ recordCall }, outcome) => recordCall(operation, sent, environment.id, outcome),
    };
    await start(outgoing, environment);
  };
  const proceed = (sent: RequestInput) => {
    setHeldBack(false);
    if (environment.id === 'live' && changesData(operation)) setAsking(sent);
    else void dispatch(sent);
  };
  const send = async (sent: RequestInput = call) => {
    // What cannot be loaded holds nothing back: the API judges the call itself.
    await Promise.allSettled([sendChunk.load(), session.hasSecrets && credentialsChunk.load(), bodyCheck.load()]);
    const [first] = problemsIn(sent);
    if (first === undefined) return proceed(sent);
    setHeldBack(true);
    form.show(first);
  };
  return {
    ...form,
    problems,
    heldBack,
    asking,
    sent,
    sending,
    outcome,
    send: () => void send(),
    stop,
    sendAnyway: () => proceed(call),
    /** Puts a call in the place of what is filled in, and sends it. */
    sendCall: (sent: RequestInput) => {
      replace(sent);
      void send(sent);
    },
    confirm: () => asking && void dispatch(asking),
    cancel: () => setAsking(undefined),
  };
}

/** Broken JSON is told as it is typed, so what finds its place is fetched; once all is mended, nothing is held back. */
function useProblemEffects(problems: Problem[], loadCheck: () => void, release: () => void): void {
  useEffect(() => {
    if (problems.some(({ field, at }) => field === 'body' && at !== undefined)) loadCheck();
    if (problems.length === 0) release();
  }, [problems.length]);
}

/** What is filled in, and how it is shown. */
function useForm(operation: BundledOperation) {
  const root = useRef<HTMLDivElement>(null);
  const [call, setCall] = useState(() => exampleInput(operation));
  const [revision, setRevision] = useState(0);
  const [view, setView] = useState(storedBodyEditor);
  const [files] = useState(() => new Map<string, File>());
  const [target, setTarget] = useState<Problem>();
  const [restoring, setRestoring] = useState(() => heldCall() !== undefined);
  useEffect(() => {
    if (!target) return;
    const focus = ({ focusProblem }: SendChunk) => focusProblem(root.current, target);
    sendChunk.load().then(focus, () => undefined);
    setTarget(undefined);
  }, [target]);
  const replace = (next: RequestInput) => {
    setCall(next);
    setRevision(revision + 1);
  };
  return {
    root,
    call,
    setCall,
    files,
    revision,
    view,
    replace,
    /** Whether there is a call that is not filled in yet: nobody knows what Send would send. */
    restoring,
    setRestoring,
    reset: () => {
      files.clear();
      replace(exampleInput(operation));
    },
    chooseView: (next: BodyEditor) => {
      setView(next);
      storeBodyEditor(next);
    },
    /** Brings the reader to a problem, once it is drawn. */
    show: setTarget,
    showInJson: (problem: Problem) => {
      setView('json');
      setTarget(problem);
    },
  };
}
