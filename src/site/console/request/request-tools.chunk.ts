/** The chunk behind “Copy link” and “History”, and of a page that is opened by such a link. */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from './input/request-input.ts';
import type { PastCall } from '../history/history.ts';
import { goAndRun, takeRun } from '../history/run-again.ts';
import { linkTo, restore } from '../permalink/permalink.ts';
import type { useConsole } from '../use-console.ts';

export { HistoryDialog } from '../history/HistoryDialog.tsx';

type Form = Pick<ReturnType<typeof useConsole>, 'replace' | 'sendCall'>;

/** Puts the address of a call into the clipboard, and says what is not in it. */
export async function copyLink(
  operation: BundledOperation,
  call: RequestInput,
  say: (text: string) => void,
): Promise<void> {
  const link = linkTo(operation, call);
  if ('problem' in link && link.problem !== undefined) return say(link.problem);
  if (!('fragment' in link)) return;
  const address = location.origin + location.pathname + link.fragment;
  const secret = link.removed ? ' What looks like a secret was left out of it.' : '';
  try {
    await navigator.clipboard.writeText(address);
    say(`Link copied. It holds no key.${secret}`);
  } catch {
    history.replaceState(null, '', link.fragment);
    say(`The browser refused the clipboard: copy the address of this page.${secret}`);
  }
}

/** Restores the call of the page's address. Nothing is sent, unless the history on this site asked for it. */
export function openLink(operation: BundledOperation, form: Form, say: (text: string) => void): void {
  const { hash } = location;
  const restored = restore(operation, hash);
  if (restored === undefined) return;
  if (restored.call === undefined) return say(`${restored.problem} The form is as it was.`);
  if (takeRun(hash)) return form.sendCall(restored.call);
  form.replace(restored.call);
  say('Restored from the link. Nothing has been sent.');
}

/** Runs a call of the history: here, or on the page of its operation. */
export function runAgain(operation: BundledOperation, form: Form, past: PastCall): void {
  if (past.operationId === operation.operationId) return form.sendCall(past.call);
  const link = linkTo({ ...operation, operationId: past.operationId }, past.call);
  if ('fragment' in link) goAndRun(past, link.fragment);
}
