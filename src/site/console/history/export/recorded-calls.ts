/** Makes what can be printed of calls of the history. */
import type { RecordedCall } from '../../../../generators/recorded-calls/recorded-call.ts';
import { parseExact } from '../../../../json-text/exact-number.ts';
import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import { filledIn, requestOf } from '../../request/make-request.ts';
import { responseTo } from '../kept-responses.ts';
import type { PastCall } from '../history.ts';

export interface RecordedCalls {
  calls: RecordedCall[];
  /** Those that were not answered, and those whose operation could not be fetched. */
  leftOut: number;
}

/** @param past in any order; what is made is in the order of their times */
export async function recordedCalls(past: PastCall[], server: string): Promise<RecordedCalls> {
  const answered = past.filter(({ result }) => /^\d{3}$/.test(result)).toSorted((a, b) => a.time - b.time);
  const pages = [...new Set(answered.map(({ page }) => page))];
  const fetched = await Promise.all(pages.map(async (page) => [page, await operationAt(page)] as const));
  const operations = new Map(fetched);
  const calls = answered.flatMap((call) => recorded(operations.get(call.page), call, server));
  return { calls, leftOut: past.length - calls.length };
}

/** An address in storage may be any of this site: what is there has to be the operation of the call. */
function recorded(operation: BundledOperation | undefined, past: PastCall, server: string): RecordedCall[] {
  if (operation?.operationId !== past.operationId) return [];
  const { operationId, summary, path } = operation;
  const { call, id, result, removed } = past;
  return [
    {
      operationId,
      summary,
      path,
      request: requestOf(operation, call, server),
      parameters: filledIn(operation, call).map(([{ name, in: place }, value]) => ({ name, in: place, value })),
      status: Number(result),
      answer: responseTo(id)?.text,
      lacksSecret: removed,
    },
  ];
}

/** The operation of a page; `undefined` where there is none. */
export async function operationAt(page: string): Promise<BundledOperation | undefined> {
  try {
    const response = await fetch(`${page}operation.json`);
    return response.ok ? (parseExact(await response.text()) as BundledOperation) : undefined;
  } catch {
    return undefined;
  }
}
