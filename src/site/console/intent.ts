/**
 * Loads the console when a reader shows interest in it, and never before: the pointer or the focus enters its column, or
 * its button is pressed. A press shows the console's first line at once; what is pressed there before the form has come
 * is kept and honoured. Once opened, it is open on the next pages of the tab, too, until it is closed.
 *
 * A column is any element with `data-console` and `data-operation-json` (the address of the operation's JSON) around a button
 * with `data-console-open`; `data-body` says that the operation takes a body.
 */
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { lazy } from '../lazy.ts';
import type { Lazy } from '../lazy.ts';
import { heldCall } from './held-call.ts';
import { bringTo, focusSend, isLink, showPlaceholder } from './placeholder.ts';
import { keepOpen, staysOpen } from './stays-open.ts';

type Open = (place: HTMLElement, pressed: boolean, onClose: () => void) => void;

/** Of a column whose console is open, or on its way. */
const places = new WeakMap<HTMLElement, HTMLElement>();

for (const column of document.querySelectorAll<HTMLElement>('[data-console]')) arm(column);

function arm(column: HTMLElement): void {
  const button = column.querySelector<HTMLButtonElement>('[data-console-open]');
  const { operationJson } = column.dataset;
  if (!button || operationJson === undefined) return;
  const opener = lazy(() => loadConsole(column, operationJson));
  column.addEventListener('pointerenter', opener.preload, { once: true });
  column.addEventListener('focusin', opener.preload, { once: true });
  const open = (asked: boolean) => void openConsole(column, button, opener, asked);
  button.addEventListener('click', () => {
    const place = places.get(column);
    button.hidden = true;
    if (place) bringTo(place);
    else open(true);
  });
  // A link to a call opens the console, which reads it.
  const follow = () => isLink() && !button.hidden && button.click();
  follow();
  addEventListener('hashchange', follow);
  if (staysOpen() && !places.has(column)) open(false);
}

/** @param asked Whether the reader asked for it on this page. Else the button stays, to bring them to it. */
async function openConsole(
  column: HTMLElement,
  button: HTMLElement,
  opener: Lazy<Open>,
  asked: boolean,
): Promise<void> {
  const coming = opener.load();
  column.querySelector('[data-console-error]')?.remove();
  // Only the console can read a call that is held: until it is there, nobody knows what Send would send.
  const isHeld = heldCall() !== undefined;
  const placeholder = showPlaceholder(column, !isHeld, asked);
  const { place } = placeholder;
  places.set(column, place);
  keepOpen(true);
  const onClose = () => {
    keepOpen(false);
    places.delete(column);
    placeholder.remove();
    button.hidden = false;
    button.focus();
  };
  try {
    const open = await coming;
    open(place, placeholder.takeOver(), onClose);
    if (isHeld && asked) focusSend(place);
  } catch {
    placeholder.remove();
    places.delete(column);
    button.before(errorMessage());
    button.hidden = false;
    if (asked) button.focus();
  }
}

function errorMessage(): HTMLElement {
  const message = document.createElement('p');
  message.dataset.consoleError = '';
  message.role = 'alert';
  message.textContent = 'The console could not be loaded. Check your connection and press the button again.';
  return message;
}

async function loadConsole(column: HTMLElement, address: string): Promise<Open> {
  // A browser asks for few files at a time: the one that all else waits for comes first.
  const json = fetch(address);
  if (column.dataset.body !== undefined) void import('./request/body/BodySection.tsx').catch(() => undefined);
  const [{ mountConsole, loadBody }, response] = await Promise.all([import('./mount.ts'), json]);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const operation = await readOperation(await response.text());
  const body = await loadBody(operation);
  // Only Send needs the sandbox, so it is fetched after the form, which a slow connection would otherwise delay.
  void import('../../sandbox/browser.ts').catch(() => undefined);
  return (place, pressed, onClose) => mountConsole(place, column, { operation, body }, { pressed, onClose });
}

/** A number that a double would write otherwise; it may stand in a text, too. */
const LONG_NUMBER = /[[:,]-?\d[\d.]*(?:\d{15}|\.\d*0|e)/i;

/** An operation as its file has it, with every digit: what few files need is fetched for them only. */
async function readOperation(json: string): Promise<BundledOperation> {
  if (!LONG_NUMBER.test(json)) return JSON.parse(json) as BundledOperation;
  const { parseExact } = await import('./exact.chunk.ts');
  return parseExact(json) as BundledOperation;
}
