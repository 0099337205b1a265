/** Long lines of code are broken until a reader wants them whole: then everywhere, and from then on. An inline script of the page has set what was chosen before. */
import { keepChoice } from '../ui/choices.ts';
import { BREAK_LINES } from './preferences.ts';

const root = document.documentElement;

export function areBroken(): boolean {
  return !('keepLines' in root.dataset);
}

export function toggleLines(): void {
  const broken = !root.toggleAttribute('data-keep-lines');
  keepChoice(BREAK_LINES, broken ? undefined : 'off');
  for (const button of document.querySelectorAll('[data-break]')) button.setAttribute('aria-pressed', String(broken));
}

/** A block whose lines are longer than it is wide gets a button, as soon as a reader is at it. */
export function offerToBreakLines(): void {
  for (const sign of ['pointerover', 'focusin'])
    document.addEventListener(sign, ({ target }) => target instanceof Element && offer(target));
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-break]')) return;
    const { top } = target.getBoundingClientRect();
    toggleLines();
    // What is above may have become longer or shorter: the block stays where the reader looks at it.
    scrollBy({ top: target.getBoundingClientRect().top - top, behavior: 'instant' });
  });
}

function offer(target: Element): void {
  const figure = target.closest('figure');
  const copy = figure?.querySelector(':scope > .ob-copy, :scope > .copy');
  if (!figure || !copy || figure.querySelector('[data-break]')) return;
  if (![...figure.querySelectorAll('pre')].some(isTooWide)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `${copy.className} ob-break`;
  button.dataset['break'] = '';
  button.textContent = 'Wrap';
  button.setAttribute('aria-pressed', String(areBroken()));
  copy.before(button);
}

/** Whether whole lines are wider than their block. */
function isTooWide(block: HTMLElement): boolean {
  block.style.whiteSpace = 'pre';
  const isWide = block.scrollWidth > block.clientWidth;
  block.style.whiteSpace = '';
  return isWide;
}
