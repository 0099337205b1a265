/** Keeps the focus on the page where the element that has it goes away. */

const focusable = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex]';

/**
 * Watches a part of the page: a control that takes itself away while it has the focus leaves it to what is nearest to its
 * place, as does one that a dialog over it took away. Without this the next Tab would start at the top of the page. It ends when
 * that part is taken out of the page.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#discernibleandpredictablekeyboardfocus
 */
export function keepFocus(root: HTMLElement): void {
  /** What has the focus, and the elements around it up to the root. */
  let trail: Element[] = [];
  const enter = ({ target }: FocusEvent) => {
    trail = [];
    for (let at = target instanceof Element ? target : null; at && root.contains(at); at = at.parentElement)
      trail.push(at);
  };
  const leave = () => {
    // A browser may tell of it before the element is gone.
    queueMicrotask(() => {
      const { activeElement } = document;
      const isWaiting = activeElement?.closest('dialog[open]') && !root.contains(activeElement);
      if (isUsable(trail[0]) && !isWaiting && !root.contains(activeElement)) trail = [];
    });
  };
  const restore = () => {
    if (!root.isConnected) return end();
    const [focused] = trail;
    if (!focused || isUsable(focused) || isHeld()) return;
    const place = trail.slice(1).find((around) => root.contains(around) && nextTo(around));
    trail = [];
    if (place) nextTo(place)?.focus({ preventScroll: true });
  };
  const watch = new MutationObserver(restore);
  watch.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  root.addEventListener('focusin', enter);
  root.addEventListener('focusout', leave);
  document.addEventListener('close', restore, true);
  const end = () => {
    watch.disconnect();
    document.removeEventListener('close', restore, true);
  };
}

function isUsable(element: Element | undefined): boolean {
  return element?.isConnected === true && !element.matches(':disabled');
}

/** Whether something has the focus that can use it. */
function isHeld(): boolean {
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body && isUsable(activeElement);
}

/** What takes the focus for a place: the place itself where it can, else the first control in it that is to be seen. */
function nextTo(place: Element): HTMLElement | undefined {
  const candidates = [place, ...place.querySelectorAll(focusable)];
  return candidates.find(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one.matches(focusable) && one.getClientRects().length > 0,
  );
}
