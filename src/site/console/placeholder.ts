/** The console before its code has come: the line with Send, ready to be pressed. */

export interface Placeholder {
  /** Where the console goes; it takes over the elements that are there. */
  place: HTMLElement;
  /** Hands the place over to the console. Tells whether Send was pressed: the console then sends at once. */
  takeOver: () => boolean;
  /** Takes it away again. */
  remove: () => void;
}

/**
 * Shows the console's first line at the top of a column, and brings the reader to it.
 * @param ready Whether what Send would send is known; without it, Send waits for the console.
 * @param asked Whether the reader has asked for it, and so is brought to it.
 */
export function showPlaceholder(column: Element, ready: boolean, asked: boolean): Placeholder {
  const place = document.createElement('div');
  place.className = 'ob-console-place';
  const placeholder = document.querySelector<HTMLTemplateElement>('template[data-console-placeholder]');
  if (placeholder) place.append(placeholder.content.cloneNode(true));
  column.prepend(place);
  const send = place.querySelector<HTMLButtonElement>('[data-send]');
  const status = place.querySelector('[role="status"]');
  let pressed = false;
  const press = () => {
    pressed = true;
    if (status) status.textContent = 'Loading the form. Your request is sent as soon as it is there.';
  };
  send?.addEventListener('click', press);
  if (send) send.disabled = !ready;
  if (asked) bringTo(place);
  return {
    place,
    takeOver: () => {
      send?.removeEventListener('click', press);
      return pressed;
    },
    remove: () => place.remove(),
  };
}

/** Brings the reader to an open console. */
export function bringTo(place: Element): void {
  focusSend(place);
  const { top } = place.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) place.scrollIntoView();
}

export function focusSend(place: Element): void {
  place.querySelector<HTMLElement>('[data-send]')?.focus({ preventScroll: true });
}

/** Whether the page's address names a call. */
export function isLink(): boolean {
  return location.hash.startsWith('#try=');
}
