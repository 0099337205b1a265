/** What a reader has chosen of the offline copy, kept in this browser. */
import { keepChoice, readChoice } from '../ui/choices.ts';

const CHOICE = 'orbinto-offline';

/** Whether the build has a worker that keeps the site. */
export const isOffered = import.meta.env.PROD && import.meta.env.PUBLIC_OFFLINE !== 'off';

/** Whether the site may be kept: unless the reader has said no, or pays for each byte and has not said yes. */
export function isWanted(): boolean {
  const choice = readChoice(CHOICE);
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return choice === 'on' || (choice === null && connection?.saveData !== true);
}

export function choose(isOn: boolean): void {
  keepChoice(CHOICE, isOn ? 'on' : 'off');
}
