import { useRef, useState } from 'preact/hooks';

/** What shows an answer. */
export type AfterSend = typeof import('./after-send.ts');

export interface AfterSendState {
  /** `undefined` until it has come. */
  parts: AfterSend | undefined;
  failed: boolean;
  /** Fetches the parts once; after a failure again. */
  load: () => void;
}

let loaded: AfterSend | undefined;

/** Fetches what shows an answer when the reader sends, beside the request: the form does not wait for it. */
export function useAfterSend(): AfterSendState {
  const [parts, setParts] = useState(loaded);
  const [failed, setFailed] = useState(false);
  const running = useRef(false);
  const load = () => {
    if (parts || running.current) return;
    running.current = true;
    setFailed(false);
    import('./after-send.ts')
      .then(
        (module) => {
          loaded = module;
          setParts(module);
        },
        () => setFailed(true),
      )
      .finally(() => (running.current = false));
  };
  return { parts, failed, load };
}
