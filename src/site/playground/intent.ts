/** Loads the playground when its place comes into sight. */
import { lazy } from '../lazy.ts';

const playgroundChunk = lazy(() => import('./playground.chunk.ts'));

for (const place of document.querySelectorAll<HTMLElement>('[data-playground]')) {
  const button = place.querySelector('button');
  button?.addEventListener('click', () => void open(place));
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    void open(place);
  });
  watch.observe(place);
}

async function open(place: HTMLElement): Promise<void> {
  const message = place.querySelector('[role=status]');
  try {
    const { mountPlayground } = await playgroundChunk.load();
    mountPlayground(place);
  } catch {
    if (message)
      message.textContent = 'The playground could not be loaded. Check your connection and press the button.';
    place.toggleAttribute('data-failed', true);
  }
}
