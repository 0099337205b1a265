/** Runs the proof of a figure or of a promise when its mark, or the words themselves, are pressed; a link in them stays a link. What runs it is loaded when a reader comes near. */
import { lazy } from '../../lazy.ts';

const chunk = lazy(() => import('./figures.chunk.ts'));

function figureAt({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-figure]') : null;
}

for (const near of ['pointerover', 'focusin'])
  document.addEventListener(near, (event) => {
    if (figureAt(event)) chunk.preload();
  });

document.addEventListener('click', (event) => {
  const figure = figureAt(event);
  if (figure && !(event.target instanceof Element && event.target.closest('a')))
    chunk.load().then(
      ({ showProof }) => showProof(figure),
      () => (figure.title = 'The proof could not be loaded. Press again.'),
    );
});
