import { useRef, useState } from 'preact/hooks';
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import type { Call } from './call.ts';
import type { Problem, Tools } from './problems.ts';
import type { Files } from './request.ts';

type Check = typeof import('./check/check-body.ts');

let loaded: Check | undefined;

export interface BodyCheck extends Pick<Tools, 'findJsonError'> {
  /** Fetches the check. Resolves without it too: a body that cannot be checked is sent. */
  load: () => Promise<void>;
  /** How a body breaks its schema and which files are missing, as far as the check has come. */
  problemsOf: (call: Call) => Problem[];
}

/** The check of a body. It is a chunk of its own, fetched when the reader sends a body or breaks its JSON. */
export function useBodyCheck(operation: BundledOperation, files: Files): BodyCheck {
  const [check, setCheck] = useState(loaded);
  const current = useRef(check);
  const last = useRef<{ key: string; problems: Problem[] }>(undefined);
  return {
    load: async () => {
      if (current.current || !operation.body) return;
      loaded = await import('./check/check-body.ts').catch(() => undefined);
      current.current = loaded;
      setCheck(loaded);
    },
    findJsonError: check?.findJsonError,
    problemsOf: (call) => {
      if (!current.current) return [];
      const { checkBody, checkFiles } = current.current;
      const key = `${call.mediaType} ${call.body}`;
      if (last.current?.key !== key) last.current = { key, problems: checkBody(operation, call) };
      return [...checkFiles(operation, call, files), ...last.current.problems];
    },
  };
}
