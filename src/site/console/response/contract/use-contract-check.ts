import { useEffect, useState } from 'preact/hooks';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { ApiResponse } from '../../../session/request/send-request.ts';
import { contractCheck } from './check-response.ts';
import type { ContractCheck } from './check-response.ts';

/** Bytes of an answer that is checked at once; a longer check would hold the page up. */
const immediate = 50_000;

/** Whether an answer is checked as soon as it is there. */
export function isCheckedAtOnce({ size }: ApiResponse): boolean {
  return size <= immediate;
}

/** The check of an answer; `undefined` while a large one is being checked. */
export function useContractCheck(operation: BundledOperation, response: ApiResponse): ContractCheck | undefined {
  const atOnce = isCheckedAtOnce(response);
  const [late, setLate] = useState<ContractCheck>();
  useEffect(() => {
    if (atOnce) return undefined;
    setLate(undefined);
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<ContractCheck>) => setLate(data);
    worker.onerror = () =>
      setLate({ documented: undefined, violations: [], unchecked: 'The answer could not be checked.' });
    const { bytes: _, ...rest } = response;
    worker.postMessage([operation, { ...rest, bytes: new Uint8Array() }]);
    return () => worker.terminate();
  }, [operation, response, atOnce]);
  return atOnce ? contractCheck(operation, response) : late;
}
