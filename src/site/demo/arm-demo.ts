/** Loads a tool that plays the API in the page when a reader shows interest in it: its place is pointed at, or its button reached. */
import type { Lazy } from '../lazy.ts';

/** What the chunk of each tool exports. */
interface DemoChunk {
  /** Takes the place over. @param facts what the page hands on, as JSON; empty where there is nothing */
  mount(place: HTMLElement, facts: string): void | Promise<void>;
}

/** @param name as `Demo.astro` has it */
export function armDemo(name: string, chunk: Lazy<DemoChunk>): void {
  for (const demo of document.querySelectorAll<HTMLElement>(`[data-demo=${name}]`)) arm(demo, chunk);
}

function arm(demo: HTMLElement, chunk: Lazy<DemoChunk>): void {
  const place = demo.querySelector<HTMLElement>('[data-demo-place]');
  const button = place?.querySelector('button');
  if (!place || !button) return;
  demo.addEventListener('pointerenter', chunk.preload, { once: true });
  button.addEventListener('focus', chunk.preload, { once: true });
  button.addEventListener('click', () => void open(demo, place, chunk));
}

async function open(demo: HTMLElement, place: HTMLElement, chunk: Lazy<DemoChunk>): Promise<void> {
  // Its room is taken with the press, not when the tool has come.
  demo.dataset['open'] = demo.dataset['demo'];
  try {
    const tool = await chunk.load();
    await tool.mount(place, demo.dataset['facts'] ?? '');
    place.querySelector<HTMLElement>('select, textarea, input, button')?.focus({ preventScroll: true });
  } catch {
    delete demo.dataset['open'];
    const message = place.querySelector('[role=status]');
    if (message) message.textContent = 'This could not be loaded. Check your connection and press again.';
  }
}
