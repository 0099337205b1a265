import { useRef } from 'preact/hooks';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import { lazy } from '../../../lazy.ts';
import { useLazy } from '../../../ui/fields/use-lazy.ts';
import type { Files } from '../input/body-content.ts';
import type { RequestInput } from '../input/request-input.ts';
import type { Problem, Tools } from '../problems.ts';

export interface BodyCheck extends Tools {
  /** Fetches the check, where there is a body. It does not have to come: a body that cannot be checked is sent. */
  preload: () => void;
  load: () => Promise<unknown>;
  /** How a body breaks its schema and which files are missing, as far as the check has come. */
  problemsOf: (call: RequestInput) => Problem[];
}

/** Fetched when the reader sends a body or breaks its JSON. */
const checkChunk = lazy(() => import('./body-check.chunk.ts'));

/** The check of a body, with the last result kept: the form asks at each keystroke. */
export function useBodyCheck(operation: BundledOperation, files: Files): BodyCheck {
  const chunk = useLazy(checkChunk);
  const last = useRef<{ key: string; problems: Problem[] }>(undefined);
  return {
    preload: () => void (operation.body && chunk.preload()),
    load: async () => operation.body && chunk.load(),
    get findJsonError() {
      return chunk.value?.findJsonError;
    },
    problemsOf: (call) => {
      if (!chunk.value) return [];
      const { checkBody, checkFiles } = chunk.value;
      const key = `${call.mediaType} ${call.body}`;
      if (last.current?.key !== key) last.current = { key, problems: checkBody(operation, call) };
      return [...checkFiles(operation, call, files), ...last.current.problems];
    },
  };
}
