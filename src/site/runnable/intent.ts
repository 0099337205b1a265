/** Loads what runs the code blocks of a page when a reader shows interest in one: it is pointed at, or its button reached. */
import { lazy } from '../lazy.ts';

const runChunk = lazy(() => import('./run.chunk.ts'));

for (const block of document.querySelectorAll<HTMLElement>('[data-runnable]')) arm(block);

function arm(block: HTMLElement): void {
  const button = block.querySelector<HTMLButtonElement>('.ob-run-button');
  const prepare = () =>
    void runChunk.load().then(
      ({ prepare }) => prepare(block),
      () => undefined,
    );
  block.addEventListener('pointerenter', prepare, { once: true });
  button?.addEventListener('focus', prepare, { once: true });
  button?.addEventListener('click', () => {
    runChunk.load().then(
      ({ run }) => {
        button.textContent = 'Run';
        return run(block, button);
      },
      () => (button.textContent = 'Not loaded: try again'),
    );
  });
}
