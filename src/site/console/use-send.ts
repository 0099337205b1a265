import { useEffect, useRef, useState } from 'preact/hooks';
import { lazy } from '../lazy.ts';
import type { Environment, EnvironmentId } from '../session/environments.ts';
import type { Outcome } from '../session/request/send-request.ts';
import type { Failure } from '../session/failures/failure.ts';
import type { SendableRequest } from '../session/request/send-request.ts';

export const sendChunk = lazy(() => import('./send.chunk.ts'));

export type SendChunk = NonNullable<typeof sendChunk.value>;

/** A call on its way: how its request is made, and how what came of it is kept. */
export interface OutgoingCall {
  make: (parts: SendChunk) => SendableRequest;
  keep: (parts: SendChunk, outcome: Outcome) => void;
}

export interface SendState {
  sending: boolean;
  /** Of the last request; `undefined` before the first and while one is on its way. */
  outcome: Outcome | undefined;
  /** Sends a call, and stops what is still on its way. */
  start: (outgoing: OutgoingCall, target: Environment) => Promise<void>;
  stop: () => void;
}

/**
 * Sends one request at a time and holds what came of it.
 * @param environment An answer of another environment is forgotten, a request to it stopped.
 */
export function useSend(environment: EnvironmentId): SendState {
  const [outcome, setOutcome] = useState<Outcome>();
  const [sending, setSending] = useState(false);
  const running = useRef<AbortController | undefined>(undefined);
  const stop = () => running.current?.abort(new DOMException('Stopped by the reader', 'AbortError'));
  const start = async ({ make, keep }: OutgoingCall, target: Environment) => {
    stop();
    const controller = new AbortController();
    running.current = controller;
    setOutcome(undefined);
    setSending(true);
    const { parts, result } = await loadAndSend(make, target, controller.signal);
    if (running.current !== controller) return;
    // Kept before it is shown: the reader may leave the page as soon as it is.
    if (parts) keep(parts, result);
    setOutcome(result);
    setSending(false);
  };
  useEffect(
    () => () => {
      stop();
      running.current = undefined;
      setOutcome(undefined);
      setSending(false);
    },
    [environment],
  );
  return { sending, outcome, start, stop };
}

const notLoaded: Failure = {
  reason: 'download',
  title: 'Nothing was sent',
  explanation: 'The part of this page that sends requests could not be loaded. Check your connection and send again.',
};

/** `parts` are missing where they could not be loaded, and so nothing was sent. */
async function loadAndSend(
  make: OutgoingCall['make'],
  target: Environment,
  signal: AbortSignal,
): Promise<{ parts?: SendChunk; result: Outcome }> {
  try {
    const parts = await sendChunk.load();
    return { parts, result: await parts.sendRequest(make(parts), target, signal) };
  } catch {
    return { result: { kind: 'failure', failure: notLoaded, milliseconds: 0 } };
  }
}
