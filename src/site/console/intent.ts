/**
 * Loads the console when a reader shows interest in it, and never before: the pointer or the focus enters its column, or
 * its button is pressed. A press that comes before the console is there is kept and honoured.
 *
 * A column is any element with `data-console` and `data-slice` (the address of the operation's JSON) around a button
 * with `data-console-open`.
 */
import type { OperationSlice } from '../../openapi/slice.ts';

type Open = (place: Element) => void;

for (const column of document.querySelectorAll<HTMLElement>('[data-console]')) arm(column);

function arm(column: HTMLElement): void {
  const button = column.querySelector<HTMLButtonElement>('[data-console-open]');
  const { slice } = column.dataset;
  if (!button || slice === undefined) return;
  const load = once(() => loadConsole(column, slice));
  const preload = () => void load().catch(() => undefined);
  column.addEventListener('pointerenter', preload, { once: true });
  column.addEventListener('focusin', preload, { once: true });
  button.addEventListener('click', () => void openConsole(column, button, load));
  // A link to a call opens the console, which reads it.
  const follow = () => location.hash.startsWith('#try=') && !button.hidden && button.click();
  follow();
  addEventListener('hashchange', follow);
}

async function openConsole(column: HTMLElement, button: HTMLElement, load: () => Promise<Open>): Promise<void> {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  column.querySelector('[data-console-error]')?.remove();
  try {
    const open = await load();
    const place = document.createElement('div');
    place.className = 'ob-console-place';
    column.prepend(place);
    open(place);
    button.hidden = true;
    place.querySelector<HTMLElement>('[data-send]')?.focus({ preventScroll: true });
    const { top } = place.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) place.scrollIntoView();
  } catch {
    button.before(errorMessage());
  } finally {
    button.ariaBusy = null;
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
  const [{ mountConsole }, response] = await Promise.all([import('./mount.ts'), fetch(address)]);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const slice = (await response.json()) as OperationSlice;
  // The console waits for the sandbox only when the reader sends: a thin line is the form's until it is there.
  void import('../../sandbox/browser.ts').catch(() => undefined);
  return (place) => mountConsole(place, column, slice);
}

/** Remembers a promise unless it fails. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
