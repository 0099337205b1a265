import { callbackAddress, openChannel } from './sign-in-channel.ts';
import type { AuthorizationResponse, SignInMessage } from './sign-in-channel.ts';
import { SignInError } from './sign-in-error.ts';

/** How often the window is looked after, in milliseconds. */
const interval = 250;

/** Milliseconds that a response may still take after the window closed, and after it came back to a page that has yet to load. */
const lateResponse = { closed: 1_500, back: 5_000 };

/**
 * Waits for what the sign-in window brings back.
 * @param state of the sign-in; answers with another are somebody else's
 * @throws SignInError `window_closed` when the user closes the window, `wrong_state` when it comes back without an
 * answer to this sign-in
 */
export function waitForResponse(state: string, popup: Window, signal?: AbortSignal): Promise<AuthorizationResponse> {
  const channel = openChannel();
  const answered = new AbortController();
  return new Promise<AuthorizationResponse>((resolve, reject) => {
    channel.addEventListener('message', ({ data }: MessageEvent<SignInMessage>) => {
      if (data.kind !== 'answer' || data.state !== state) return;
      channel.postMessage({ kind: 'receipt', state } satisfies SignInMessage);
      resolve(data);
    });
    const aborted = (): void => reject(signal?.reason as Error);
    if (signal?.aborted) aborted();
    signal?.addEventListener('abort', aborted, { signal: answered.signal });
    const watch = setInterval(lookAfter(popup, reject), interval);
    answered.signal.addEventListener('abort', () => clearInterval(watch));
  }).finally(() => {
    answered.abort();
    channel.close();
  });
}

/** Gives up on a window that is closed, or back, for longer than its answer takes. */
function lookAfter(popup: Window, giveUp: (error: SignInError) => void): () => void {
  let closedFor = 0;
  let backFor = 0;
  return () => {
    closedFor = popup.closed ? closedFor + interval : 0;
    backFor = isBack(popup) ? backFor + interval : 0;
    if (closedFor > lateResponse.closed) giveUp(new SignInError('window_closed', 'The sign-in window was closed.'));
    if (backFor > lateResponse.back)
      giveUp(new SignInError('wrong_state', 'The answer does not belong to this sign-in.'));
  };
}

/** Whether the window shows the page that a sign-in returns to. Another site's address cannot be read. */
function isBack(popup: Window): boolean {
  try {
    return popup.location.pathname === callbackAddress().pathname;
  } catch {
    return false;
  }
}
