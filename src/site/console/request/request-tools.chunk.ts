/** The chunk behind “Copy link” and “History”, and of a page that is opened by such a link. */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from './input/request-input.ts';
import type { PastCall } from '../history/history.ts';
import { goAndRun, takeRun } from '../history/run-again.ts';
import { linkTo, restore } from '../permalink/permalink.ts';
import type { useConsole } from '../use-console.ts';

export { HistoryDialog } from '../history/HistoryDialog.tsx';

type Form = Pick<ReturnType<typeof useConsole>, 'replace' | 'sendCall'>;

/** Where a call is found again: its address and what is not in it, or why it has none. */
export interface CallLink {
  readonly address?: string;
  readonly note: string;
}

export function callLink(operation: BundledOperation, call: RequestInput): CallLink {
  const link = linkTo(operation, call);
  if (!('fragment' in link)) return { note: link.problem };
  const address = location.origin + location.pathname + link.fragment;
  return { address, note: link.removed ? ' What looks like a secret was left out of it.' : '' };
}

/** Says whether a link was copied; where the browser refused, the page's address becomes the link. */
export function tellCopied({ address, note }: CallLink, isCopied: boolean, say: (text: string) => void): void {
  if (address === undefined) return say(note);
  if (isCopied) return say(`Link copied. It holds no key.${note}`);
  history.replaceState(null, '', address);
  say(`The browser refused the clipboard: copy the address of this page.${note}`);
}

/**
 * Fills in the call of the page's address, or the one that the reader left here. Nothing is sent, unless the history on this
 * site asked for it.
 * @param held As the fragment of a link.
 */
export function fillIn(operation: BundledOperation, held: string, form: Form, say: (text: string) => void): void {
  const isDraft = held !== location.hash;
  const restored = restore(operation, held);
  if (restored === undefined) return;
  if (restored.call === undefined) return isDraft ? undefined : say(`${restored.problem} The form is as it was.`);
  if (!isDraft && takeRun(held)) return form.sendCall(restored.call);
  form.replace(restored.call);
  say(isDraft ? 'This is what you had filled in here.' : 'Restored from the link. Nothing has been sent.');
}

/** Runs a call of the history: here, or on the page of its operation. */
export function runAgain(operation: BundledOperation, form: Form, past: PastCall): void {
  if (past.operationId === operation.operationId) return form.sendCall(past.call);
  const link = linkTo({ ...operation, operationId: past.operationId }, past.call);
  if ('fragment' in link) goAndRun(past, link.fragment);
}
