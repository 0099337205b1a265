/**
 * A call of another operation is run on that operation's page. The link there restores the call; that it may be sent at
 * once is noted in sessionStorage, which no link from elsewhere can write.
 */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { linkTo, prefix } from '../permalink/permalink.ts';
import type { useConsole } from '../use-console.ts';
import type { PastCall } from './history.ts';

const entry = 'orbinto-run-again';

/** Runs a call of the history: here, or on the page of its operation. */
export function runAgain(
  operation: BundledOperation,
  form: Pick<ReturnType<typeof useConsole>, 'sendCall'>,
  past: PastCall,
): void {
  if (past.operationId === operation.operationId) return form.sendCall(past.call);
  const link = linkTo({ ...operation, operationId: past.operationId }, past.call);
  if ('fragment' in link) goAndRun(past, link.fragment);
}

function goAndRun(past: PastCall, fragment: string): void {
  try {
    sessionStorage.setItem(entry, fragment);
  } catch {
    // Then the page restores the call and leaves Send to the reader.
  }
  location.assign(past.page + fragment);
}

/** Whether this page was opened to run the call of its fragment; true once. */
export function takeRun(fragment: string): boolean {
  try {
    if (!fragment.startsWith(prefix) || sessionStorage.getItem(entry) !== fragment) return false;
    sessionStorage.removeItem(entry);
    return true;
  } catch {
    return false;
  }
}
