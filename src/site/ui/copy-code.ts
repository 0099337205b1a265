import { codeOf } from './shown-code.ts';

/**
 * Copies code: a button `[data-copy]` copies the text of the first `<pre>` of its `<figure>` that is shown (or of the element
 * named by the attribute's value, a CSS selector) and says so.
 */
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
  if (!button) return;
  const selector = button.dataset['copy'];
  const source = selector ? document.querySelector(selector) : shownCode(button);
  const text = source ? codeOf(source) : '';
  navigator.clipboard.writeText(text.trimEnd()).then(
    () => announce(button, 'Copied'),
    () => announce(button, 'Press Ctrl+C'),
  );
});

function shownCode(button: Element): Element | undefined {
  const blocks = button.closest('figure')?.querySelectorAll('pre') ?? [];
  return [...blocks].find((block) => block.getClientRects().length > 0);
}

function announce(button: HTMLElement, text: string): void {
  const label = (button.dataset['label'] ??= button.textContent.trim());
  button.textContent = text;
  button.toggleAttribute('data-copied', true);
  setTimeout(() => {
    button.textContent = label;
    button.toggleAttribute('data-copied', false);
  }, 1600);
}
