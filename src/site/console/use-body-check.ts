import { useRef, useState } from 'preact/hooks';
import type { OperationSlice } from '../../openapi/slice.ts';
import type { Problem, Tools } from './problems.ts';
import { takesValue } from './request.ts';

type Check = typeof import('./check/check-body.ts');

let loaded: Check | undefined;

export interface BodyCheck extends Pick<Tools, 'findJsonError'> {
  /** Fetches the check. Resolves without it too: a body that cannot be checked is sent. */
  load: () => Promise<void>;
  /** How a body breaks its schema, as far as the check has come. */
  problemsOf: (body: string) => Problem[];
}

/** The check of a body. It is a chunk of its own, fetched when the reader sends a body or breaks its JSON. */
export function useBodyCheck(slice: OperationSlice): BodyCheck {
  const [check, setCheck] = useState(loaded);
  const current = useRef(check);
  const last = useRef<{ body: string; problems: Problem[] }>(undefined);
  return {
    load: async () => {
      if (current.current || !takesValue(slice)) return;
      loaded = await import('./check/check-body.ts').catch(() => undefined);
      current.current = loaded;
      setCheck(loaded);
    },
    findJsonError: check?.findJsonError,
    problemsOf: (body) => {
      if (!current.current) return [];
      if (last.current?.body !== body) last.current = { body, problems: current.current.checkBody(slice, body) };
      return last.current.problems;
    },
  };
}
