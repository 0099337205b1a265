import { useEffect, useRef, useState } from 'preact/hooks';
import type { Environment, EnvironmentId } from './environments.ts';
import type { Outcome } from './exchange.ts';
import type { Failure } from './failures/failure.ts';
import type { SendableRequest } from './request.ts';

type Transmit = typeof import('./transmit.ts');

export interface ExchangeState {
  sending: boolean;
  /** Of the last request; `undefined` before the first and while one is on its way. */
  outcome: Outcome | undefined;
  /** Sends what is made, and stops what is still on its way. */
  start: (make: (parts: Transmit) => SendableRequest, target: Environment) => Promise<Outcome | undefined>;
  stop: () => void;
}

/**
 * Sends one request at a time and holds what came of it.
 * @param environment An answer of another environment is forgotten, a request to it stopped.
 */
export function useExchange(environment: EnvironmentId): ExchangeState {
  const [outcome, setOutcome] = useState<Outcome>();
  const [sending, setSending] = useState(false);
  const running = useRef<AbortController | undefined>(undefined);
  const stop = () => running.current?.abort(new DOMException('Stopped by the reader', 'AbortError'));
  const start = async (make: (parts: Transmit) => SendableRequest, target: Environment) => {
    stop();
    const controller = new AbortController();
    running.current = controller;
    setOutcome(undefined);
    setSending(true);
    const result = await transmit(make, target, controller.signal);
    if (running.current !== controller) return undefined;
    setOutcome(result);
    setSending(false);
    return result;
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

async function transmit(
  make: (parts: Transmit) => SendableRequest,
  target: Environment,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const parts = await import('./transmit.ts');
    return await parts.exchange(make(parts), target, signal);
  } catch {
    return { kind: 'failure', failure: notLoaded, milliseconds: 0 };
  }
}
