/** Loads the control panel of a page when a reader shows interest in it: its place is pointed at, or its button reached. */
import { lazy } from '../lazy.ts';
import { takeWorkspaceLink } from './workspace-link.ts';
import type { WorkspaceLink } from './workspace-link.ts';

const panelChunk = lazy(() => import('./panel.chunk.ts'));

/** With a link to a workspace the page opens its panel by itself. */
const link = takeWorkspaceLink();

for (const place of document.querySelectorAll<HTMLElement>('[data-sandbox-panel]')) arm(place);

function arm(place: HTMLElement): void {
  const button = place.querySelector('button');
  place.addEventListener('pointerenter', panelChunk.preload, { once: true });
  button?.addEventListener('focus', panelChunk.preload, { once: true });
  button?.addEventListener('click', () => void open(place));
  if (link) void open(place, link);
}

async function open(place: HTMLElement, followed?: WorkspaceLink): Promise<void> {
  // Its room is taken with the press, not when the panel has come.
  place.toggleAttribute('data-open', true);
  try {
    const { mountPanel } = await panelChunk.load();
    place.replaceChildren();
    mountPanel(place, followed);
    place.querySelector<HTMLElement>('select')?.focus({ preventScroll: true });
    if (followed) place.scrollIntoView();
  } catch {
    place.toggleAttribute('data-open', false);
    const message = place.querySelector('[role=status]');
    if (message) message.textContent = 'The panel could not be loaded. Check your connection and press again.';
  }
}
