/** The landing page's Run button: sends the quick start's request to the in-page sandbox and shows the answer. */
import { lazy } from '../../lazy.ts';

const runChunk = lazy(() => import('./run-quick-start.chunk.ts'));

const panel = document.querySelector<HTMLElement>('[data-quick-start]');
const button = panel?.querySelector<HTMLButtonElement>('[data-run]');

if (panel && button) {
  // What runs it, and the sandbox, are fetched when a reader shows the intent to run.
  const prepare = () =>
    void runChunk.load().then(
      ({ prepare }) => prepare(),
      () => undefined,
    );
  button.addEventListener('pointerenter', prepare, { once: true });
  button.addEventListener('focus', prepare, { once: true });
  button.addEventListener('click', () => void run(panel, button));
}

async function run(place: HTMLElement, pressed: HTMLButtonElement): Promise<void> {
  pressed.disabled = true;
  const line = place.querySelector<HTMLElement>('[data-status-line]');
  const say = (text: string, status?: number): void => {
    if (!line) return;
    line.textContent = text;
    if (status !== undefined) line.dataset['status'] = String(status);
  };
  say('Sending…');
  try {
    const { runQuickStart } = await runChunk.load();
    await runQuickStart(place, say);
  } catch {
    say('No answer: the sandbox could not be loaded.', 0);
  } finally {
    pressed.disabled = false;
  }
}
