/** Opens the search by its button or Ctrl+K. What it searches with is fetched when the reader reaches for it. */
const host = document.querySelector<HTMLElement>('search-dialog');
const button = host?.querySelector('[data-search-open]');
const dialog = host?.querySelector('dialog');
const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

let mounted: Promise<void> | undefined;

function mount(): Promise<void> {
  mounted ??= import('./dialog.ts').then(({ mountSearch }) => {
    if (host) mountSearch(host);
  });
  return mounted;
}

function open(): void {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  void mount();
}

if (host && button && dialog) {
  const key = button.querySelector<HTMLElement>('kbd');
  if (key) key.dataset['key'] = isApple ? '⌘ K' : 'Ctrl K';
  button.addEventListener('click', open);
  for (const intent of ['pointerenter', 'focus']) button.addEventListener(intent, () => void mount(), { once: true });
  addEventListener('keydown', (event) => {
    if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
}
