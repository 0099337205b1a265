import { openChannel } from './channel.ts';
import type { SignInAnswer, SignInMessage } from './channel.ts';
import { SignInError } from './sign-in-error.ts';

/** How often the window is looked after, and how long its last words may take after it closed, in milliseconds. */
const interval = 250;
const grace = 1500;

/**
 * Waits for what the sign-in window brings back.
 * @param state of the sign-in; answers with another are somebody else's
 * @throws SignInError `window_closed` when the user closes the window
 */
export function waitForAnswer(state: string, popup: Window, signal?: AbortSignal): Promise<SignInAnswer> {
  const channel = openChannel();
  const { promise, resolve, reject } = Promise.withResolvers<SignInAnswer>();
  channel.addEventListener('message', ({ data }: MessageEvent<SignInMessage>) => {
    if (data.kind !== 'answer' || data.state !== state) return;
    channel.postMessage({ kind: 'receipt', state } satisfies SignInMessage);
    resolve(data);
  });
  const aborted = (): void => reject(signal?.reason as Error);
  if (signal?.aborted) aborted();
  signal?.addEventListener('abort', aborted, { once: true });
  let closedFor = 0;
  const watch = setInterval(() => {
    closedFor = popup.closed ? closedFor + interval : 0;
    if (closedFor > grace) reject(new SignInError('window_closed', 'The sign-in window was closed.'));
  }, interval);
  return promise.finally(() => {
    clearInterval(watch);
    signal?.removeEventListener('abort', aborted);
    channel.close();
  });
}
