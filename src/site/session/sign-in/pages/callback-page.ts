/**
 * The script of `/oauth/callback/`. The first thing it does is to take the code out of the address, so that it stays neither in
 * the history nor in what the page might tell others.
 */
import { openChannel } from '../oauth/sign-in-channel.ts';
import type { AuthorizationResponse, SignInMessage } from '../oauth/sign-in-channel.ts';

const parameters = new URLSearchParams(location.search);
history.replaceState(null, '', location.pathname);

/** How long the page that began the sign-in has to take the answer, in milliseconds. */
const receiptTimeout = 3000;

/** A parameter; one that is sent twice counts as absent. */
function read(name: string): string | undefined {
  const values = parameters.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}

function say(title: string, text: string): void {
  const heading = document.querySelector('[data-title]');
  const paragraph = document.querySelector('[data-text]');
  if (heading) heading.textContent = title;
  if (paragraph) paragraph.textContent = text;
  document.title = `${title} · Orbinto Developers`;
}

function hand(answer: AuthorizationResponse): void {
  const channel = openChannel();
  const giveUp = setTimeout(() => {
    channel.close();
    say('Nobody is waiting', 'The page that began this sign-in is closed, or waits no longer. Begin again from there.');
  }, receiptTimeout);
  channel.addEventListener('message', ({ data }: MessageEvent<SignInMessage>) => {
    if (data.kind !== 'receipt' || data.state !== answer.state) return;
    clearTimeout(giveUp);
    channel.close();
    const isDone = answer.error === undefined;
    say(isDone ? 'You are signed in' : 'Nothing was allowed', 'You can close this window.');
    globalThis.close();
  });
  channel.postMessage(answer);
}

const state = read('state');
if (state === undefined) {
  say('Nothing to do here', 'This is the address that a sign-in returns to. It is of use only in the middle of one.');
} else {
  const [code, error, errorDescription, issuer] = ['code', 'error', 'error_description', 'iss'].map(read);
  hand({ kind: 'answer', state, code, error, errorDescription, issuer });
}
