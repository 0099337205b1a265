/** The console of the page that is open, as a reader's hands and eyes have it. */
import { ToolError } from '../../sandbox/mcp/tool.ts';
import { waitFor } from './wait.ts';

/** What the console shows, once its form is there. */
export interface OpenConsole {
  readonly environment: string;
  readonly send: HTMLButtonElement;
}

const column = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-console]');

/** The console that is open and ready to send; undefined while it is loading, or where none is open. */
export function openConsole(): OpenConsole | undefined {
  const root = column()?.querySelector<HTMLElement>('.ob-console[data-environment]');
  const send = root?.querySelector<HTMLButtonElement>('[data-send]');
  if (!root || !send || send.ariaDisabled === 'true') return undefined;
  return { environment: root.dataset['environment'] ?? '', send };
}

/** Opens the console of this page. @throws ToolError where it does not come */
export async function showConsole(): Promise<OpenConsole> {
  const button = column()?.querySelector<HTMLButtonElement>('[data-console-open]');
  if (!column()?.querySelector('.ob-console')) button?.click();
  const ready = await waitFor(openConsole, 15_000);
  if (!ready) throw new ToolError('The console could not be loaded. Try again once there is a network.');
  return ready;
}

export function closeConsole(): void {
  column()?.querySelector<HTMLButtonElement>('[aria-label="Close the console"]')?.click();
}

/** Why the console has held a call back, as it tells the reader; '' where it has not. */
export function heldBackBecause(): string {
  return column()?.querySelector('.ob-console > .ob-notice[role="alert"] > p')?.textContent ?? '';
}
