import { useEffect, useRef, useState } from 'preact/hooks';
import type { Environment, EnvironmentId } from './environments.ts';
import { exchange } from './exchange.ts';
import type { Outcome } from './exchange.ts';
import type { SendableRequest } from './request.ts';

export interface ExchangeState {
  sending: boolean;
  /** Of the last request; `undefined` before the first and while one is on its way. */
  outcome: Outcome | undefined;
  /** Sends, and stops what is still on its way. */
  start: (request: SendableRequest, target: Environment) => Promise<void>;
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
  const start = async (request: SendableRequest, target: Environment) => {
    stop();
    const controller = new AbortController();
    running.current = controller;
    setOutcome(undefined);
    setSending(true);
    const result = await exchange(request, target, controller.signal);
    if (running.current !== controller) return;
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
