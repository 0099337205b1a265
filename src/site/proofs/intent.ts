/** The proofs of the landing page: each runs at the press of its button. What runs it is loaded when a reader comes near. */
import { lazy } from '../lazy.ts';
import { lineElement } from './line-element.ts';

const proofsChunk = lazy(() => import('./proofs.chunk.ts'));

for (const place of document.querySelectorAll<HTMLElement>('[data-proof]')) {
  const button = place.querySelector('button');
  const prepare = () =>
    void proofsChunk.load().then(
      ({ prepare }) => prepare(),
      () => undefined,
    );
  place.addEventListener('pointerenter', prepare, { once: true });
  button?.addEventListener('focus', prepare, { once: true });
  button?.addEventListener('click', () => void run(place, button));
}

async function run(place: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const list = place.querySelector('ol');
  if (!list) return;
  button.disabled = true;
  place.dataset['state'] = 'running';
  try {
    const { prove } = await proofsChunk.load();
    list.replaceChildren(...(await prove(place.dataset['proof'] ?? '')).map(lineElement));
    place.dataset['state'] = 'done';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    list.replaceChildren(lineElement({ text: `It could not be run here: ${reason}`, tone: 'error' }));
    place.dataset['state'] = 'failed';
  }
  button.disabled = false;
  button.focus({ preventScroll: true });
}
