import { copyLater } from '../../ui/copy-later.ts';

/** Copies a page's Markdown: a button `[data-copy-markdown]` names its address. Nothing is fetched before it is pressed. */
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy-markdown]') : null;
  const address = button?.dataset['copyMarkdown'];
  if (!button || address === undefined) return;
  copy(address).then(
    () => tell(button, 'Copied'),
    () => tell(button, 'Copying failed: open it instead'),
  );
});

async function copy(address: string): Promise<void> {
  const response = fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.text();
  });
  return copyLater(response);
}

/** Says it in the button and to a screen reader; the button keeps its width. */
function tell(button: HTMLElement, message: string): void {
  const label = (button.dataset['label'] ??= button.textContent.trim());
  const status = button.parentElement?.querySelector('[role="status"]');
  button.style.minWidth = `${button.offsetWidth}px`;
  button.textContent = message;
  if (status) status.textContent = message;
  setTimeout(() => {
    button.textContent = label;
    if (status) status.textContent = '';
  }, 2000);
}
