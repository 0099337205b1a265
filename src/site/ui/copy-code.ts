/**
 * Copies code: a button `[data-copy]` copies the text of the first `<pre>` of its `<figure>` (or of the element
 * named by the attribute's value, a CSS selector) and says so.
 */
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
  if (!button) return;
  const selector = button.dataset['copy'];
  const source = selector ? document.querySelector(selector) : button.closest('figure')?.querySelector('pre');
  const text = source?.textContent ?? '';
  navigator.clipboard.writeText(text.trimEnd()).then(
    () => announce(button, 'Copied'),
    () => announce(button, 'Press Ctrl+C'),
  );
});

function announce(button: HTMLElement, text: string): void {
  const label = (button.dataset['label'] ??= button.textContent.trim());
  button.textContent = text;
  button.toggleAttribute('data-copied', true);
  setTimeout(() => {
    button.textContent = label;
    button.toggleAttribute('data-copied', false);
  }, 1600);
}
