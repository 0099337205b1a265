/** The places a request from a page can go to, and the one function that sends it there. */
import type { BrowserSandbox } from '../../sandbox/browser.ts';
import { lazy } from '../lazy.ts';
import type { Lazy } from '../lazy.ts';
import { defaultMockUrl, liveUrl, mockCommand } from './addresses.ts';

export type EnvironmentId = 'sandbox' | 'mock' | 'hosted' | 'live';

export interface Environment {
  id: EnvironmentId;
  name: string;
  /** One sentence: what answers, and who can see it. */
  hint: string;
  /** Where requests are addressed, without a trailing slash. The mock's can be changed by the reader. */
  baseUrl: string;
  /** The key a reader starts with. Seeded keys are public; a live key is never known in advance. */
  defaultKey: string;
}

/**
 * The sandbox that is hosted for everybody, as configured when the site is built, e.g. `https://sandbox.example.com/v1`. Without it
 * nobody is offered one.
 */
export const hostedUrl: string | undefined = (import.meta.env.PUBLIC_SANDBOX_URL as string | undefined) || undefined;

const seededKey = 'sk_test_admin';

export const environments: Readonly<Record<Exclude<EnvironmentId, 'hosted'>, Environment>> & {
  readonly hosted?: Environment;
} = {
  sandbox: {
    id: 'sandbox',
    name: 'In-page sandbox',
    hint: 'Sample data in this browser; a terminal cannot reach it.',
    baseUrl: liveUrl,
    defaultKey: seededKey,
  },
  mock: {
    id: 'mock',
    name: 'Local mock',
    hint: `Sample data over HTTP on your machine, for your terminal too. Start it with “${mockCommand}”.`,
    baseUrl: defaultMockUrl,
    defaultKey: seededKey,
  },
  ...(hostedUrl !== undefined && {
    hosted: {
      id: 'hosted',
      name: 'Hosted sandbox',
      hint: 'Sample data over HTTP, in a workspace that is made for you and ends by itself.',
      baseUrl: hostedUrl,
      // Nobody has one before theirs is made.
      defaultKey: '',
    },
  }),
  live: {
    id: 'live',
    name: 'Live',
    hint: 'Your real workspace: changes reach your team and your visitors.',
    baseUrl: liveUrl,
    defaultKey: '',
  },
};

/** The sandbox of this page. Preload it on a sign of intent, to have it ready when the reader sends. */
export const pageSandbox: Lazy<BrowserSandbox> = lazy(async () => {
  const { openSandbox } = await import('../../sandbox/browser.ts');
  return openSandbox();
});

/**
 * Sends a request to an environment and resolves with its answer, whatever its status.
 * Rejects as `fetch` does: with the signal's reason when aborted, with a `TypeError` when nothing answered.
 */
export async function send(request: Request, environment: EnvironmentId): Promise<Response> {
  if (environment !== 'sandbox') {
    return fetch(request, { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
  }
  const { signal } = request;
  signal.throwIfAborted();
  const answer = pageSandbox.load().then((loaded) => loaded.fetch(request));
  return Promise.race([answer, rejectOnAbort(signal)]);
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Puts the workspace of a key back to its seed records. */
export async function resetSandbox(key: string): Promise<void> {
  const loaded = await pageSandbox.load();
  await loaded.reset(key);
}
