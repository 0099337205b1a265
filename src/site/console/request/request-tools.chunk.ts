/** The chunk behind “Copy link”, “Paste a request” and “History”, and of a page that is opened by such a link. */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from './input/request-input.ts';
import { takeRun } from '../history/run-again.ts';
import { linkTo, restore } from '../permalink/permalink.ts';
import type { useConsole } from '../use-console.ts';

export { HistoryDialog } from '../history/HistoryDialog.tsx';
export { PasteDialog } from '../paste/PasteDialog.tsx';

type Form = Pick<ReturnType<typeof useConsole>, 'replace' | 'sendCall'>;

/** Where a call is found again. @throws where it is too long for an address */
export function addressOf(operation: BundledOperation, call: RequestInput): string {
  const link = linkTo(operation, call);
  if (!('fragment' in link)) throw new Error(link.problem);
  return location.origin + location.pathname + link.fragment;
}

/** Says whether a link was copied; where the browser refused, the page's address becomes the link. */
export async function tellCopied(
  operation: BundledOperation,
  call: RequestInput,
  copying: Promise<void>,
  say: (text: string) => void,
): Promise<void> {
  const isCopied = await copying.then(
    () => true,
    () => false,
  );
  const link = linkTo(operation, call);
  if (!('fragment' in link)) return say(link.problem);
  const note = link.removed ? ' What looks like a secret was left out of it.' : '';
  if (isCopied) return say(`Link copied. It holds no key.${note}`);
  history.replaceState(null, '', link.fragment);
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
