/** Opens the search by its button or Ctrl+K. What it searches with is fetched when the reader reaches for it. */
import { lazy } from '../../lazy.ts';

const host = document.querySelector<HTMLElement>('search-dialog');
const button = host?.querySelector('[data-search-open]');
const dialog = host?.querySelector('dialog');
const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

const search = lazy(async () => {
  const { mountSearch } = await import('./dialog.ts');
  if (host) mountSearch(host);
});

function open(): void {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  const again = search.failed;
  const slow = setTimeout(say, 150, 'Loading…');
  search
    .load()
    .finally(() => clearTimeout(slow))
    .then(
      () => again && say(''),
      () => say('The search could not be loaded. Check your connection, then close and open it again.'),
    );
}

function say(text: string): void {
  const note = dialog?.querySelector('[role="status"]');
  if (note) note.textContent = text;
}

if (host && button && dialog) {
  button.querySelector('kbd')?.toggleAttribute('data-apple', isApple);
  button.addEventListener('click', open);
  for (const intent of ['pointerenter', 'focus']) button.addEventListener(intent, search.preload, { once: true });
  addEventListener('keydown', (event) => {
    if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
}
