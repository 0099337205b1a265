/**
 * Loads the console when a reader shows interest in it, and never before: the pointer or the focus enters its column, or
 * its button is pressed. A press shows the console's first line at once; what is pressed there before the form has come
 * is kept and honoured.
 *
 * A column is any element with `data-console` and `data-operation-json` (the address of the operation's JSON) around a button
 * with `data-console-open`; `data-body` says that the operation takes a body.
 */
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { lazy } from '../lazy.ts';
import type { Lazy } from '../lazy.ts';
import { focusSend, isLink, showPlaceholder } from './placeholder.ts';

type Open = (place: Element, pressed: boolean) => void;

for (const column of document.querySelectorAll<HTMLElement>('[data-console]')) arm(column);

function arm(column: HTMLElement): void {
  const button = column.querySelector<HTMLButtonElement>('[data-console-open]');
  const { operationJson } = column.dataset;
  if (!button || operationJson === undefined) return;
  const opener = lazy(() => loadConsole(column, operationJson));
  column.addEventListener('pointerenter', opener.preload, { once: true });
  column.addEventListener('focusin', opener.preload, { once: true });
  button.addEventListener('click', () => void openConsole(column, button, opener));
  // A link to a call opens the console, which reads it.
  const follow = () => isLink() && !button.hidden && button.click();
  follow();
  addEventListener('hashchange', follow);
}

async function openConsole(column: HTMLElement, button: HTMLElement, opener: Lazy<Open>): Promise<void> {
  const coming = opener.load();
  column.querySelector('[data-console-error]')?.remove();
  // Only the console can read the call of a link: until it is there, nobody knows what Send would send.
  const linked = isLink();
  const placeholder = showPlaceholder(column, !linked);
  button.hidden = true;
  try {
    const open = await coming;
    open(placeholder.place, placeholder.takeOver());
    if (linked) focusSend(placeholder.place);
  } catch {
    placeholder.remove();
    button.before(errorMessage());
    button.hidden = false;
    button.focus();
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
  const operation = (await response.json()) as BundledOperation;
  const body = await loadBody(operation);
  // Only Send needs the sandbox, so it is fetched after the form, which a slow connection would otherwise delay.
  void import('../../sandbox/browser.ts').catch(() => undefined);
  return (place, pressed) => mountConsole(place, column, { operation, body }, pressed);
}
