/** Runs a code block: sends its request through the page's session and shows the answer below it. */
import { environments, pageSandbox } from '../session/environments.ts';
import type { Environment } from '../session/environments.ts';
import { openPrivate, sandboxCode } from '../private-sandbox.ts';
import { sendRequest } from '../session/request/send-request.ts';
import { freshSecret } from '../session/fresh-secret.ts';
import { lazy } from '../lazy.ts';
import { keepFocus } from '../ui/focus/keep-focus.chunk.ts';
import { pageSession } from '../session/page-session.ts';
import type { SendableRequest } from '../session/request/send-request.ts';
import type { Session } from '../session/session.ts';
import { preparations } from './preparations.ts';
import { keyMark } from './runnable-request.ts';
import type { RunnableRequest } from './runnable-request.ts';
import { ResultView } from './result-view.ts';

const confirmChunk = lazy(() => import('./confirm-live.chunk.ts'));

const recipeChunk = lazy(() => import('./order-recipe.chunk.ts'));

const views = new WeakMap<HTMLElement, ResultView>();

/** Where blocks are run that have a sandbox of their own. */
const apart: Environment = { ...environments.sandbox, name: 'a sandbox of its own' };

/** Fetches the sandbox, so that it is there when the reader presses Run. */
export function prepare(block: HTMLElement): void {
  if (readRunnable(block).isApart) sandboxCode.preload();
  else if (pageSession().environment.id === 'sandbox') pageSandbox.preload();
}

export async function run(block: HTMLElement, button: HTMLButtonElement): Promise<void> {
  if (button.ariaBusy === 'true') return;
  const runnable = readRunnable(block);
  const session = pageSession();
  const view = views.get(block) ?? new ResultView(block, runnable);
  if (!views.has(block)) keepFocus(block);
  views.set(block, view);
  button.ariaBusy = 'true';
  try {
    if (runnable.isApart) return await runApart(runnable, view);
    const reason = whyNot(runnable, session);
    if (reason !== undefined) {
      view.refuse(reason, () => {
        session.chooseEnvironment('sandbox');
        void run(block, button);
      });
      return;
    }
    const request = sendable(runnable, session.environment, await freshSecret(session));
    if (!(await mayBeSent(request, session))) return view.refuse('Not sent: you did not confirm it.');
    view.sending();
    if (runnable.recipe !== undefined) {
      const { orderRecipe } = await recipeChunk.load();
      const problem = await orderRecipe(session, runnable.recipe);
      if (problem !== undefined) return view.refuse(problem);
    }
    view.show(await sendRequest(request, session.environment, new AbortController().signal), session.environment);
  } catch {
    view.refuse('Not sent: a part of this page could not be loaded. Check your connection and run it again.');
  } finally {
    button.ariaBusy = null;
  }
}

function readRunnable(block: HTMLElement): RunnableRequest {
  return JSON.parse(block.dataset['runnable'] ?? '') as RunnableRequest;
}

/** Nothing of the reader's is touched, and nothing that he did before changes the answer. */
async function runApart(runnable: RunnableRequest, view: ResultView): Promise<void> {
  view.sending();
  const sandbox = await openPrivate();
  for (const request of preparations(runnable)) await sandbox.fetch(request);
  const request = sendable(runnable, apart, '');
  view.show(await sendRequest(request, apart, new AbortController().signal, sandbox.fetch), apart);
}

/** What stands against a call to live; a sandbox takes everything. */
function whyNot({ headers, recipe }: RunnableRequest, { environment, secret }: Session): string | undefined {
  if (environment.id !== 'live') return undefined;
  if (recipe !== undefined) return 'You have chosen Live, which does not fail on request.';
  const [, credential] = headers.find(([name]) => name === 'Authorization') ?? [];
  if (credential === undefined) return undefined;
  if (!credential.includes(keyMark)) return 'You have chosen Live, which does not know the sandbox key of this block.';
  return secret === '' ? 'You have chosen Live, and this page has no live key. Enter yours in the console.' : undefined;
}

function sendable(
  { method, target, headers, body }: RunnableRequest,
  { baseUrl }: Environment,
  secret: string,
): SendableRequest {
  const withKey = headers
    .filter(([, value]) => secret !== '' || !value.includes(keyMark))
    .map(([name, value]): [string, string] => [name, value.replaceAll(keyMark, secret)]);
  return { method, url: `${baseUrl}${target}`, headers: withKey, ...(body !== undefined && { body }) };
}

async function mayBeSent({ method, url }: SendableRequest, { environment }: Session): Promise<boolean> {
  if (environment.id !== 'live' || method === 'GET' || method === 'HEAD') return true;
  const { confirmLive } = await confirmChunk.load();
  return confirmLive(new Request(url, { method }));
}
