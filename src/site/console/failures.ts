/** Why a request got no answer, as far as a browser can tell, and what the reader can do. */
import { defaultMockUrl, mockCommand } from './environments.ts';
import type { Environment } from './environments.ts';

export type FailureReason = 'aborted' | 'timeout' | 'offline' | 'unreachable' | 'sandbox' | 'invalid';

export interface Failure {
  reason: FailureReason;
  title: string;
  explanation: string;
  /** To run in a terminal. */
  command?: string;
}

/** What the browser knows beside the error itself. */
export interface Circumstances {
  environment: Environment;
  online: boolean;
  /** How long a request may take, in milliseconds. */
  timeout: number;
}

/** Explains what `send` rejected with. */
export function explainFailure(error: unknown, circumstances: Circumstances): Failure {
  const { environment, online, timeout } = circumstances;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'AbortError') {
    return {
      reason: 'aborted',
      title: 'Stopped',
      explanation: 'You stopped the request. The server may have carried it out all the same.',
    };
  }
  if (name === 'TimeoutError') {
    const explanation = `Nothing came back within ${timeout / 1000} seconds. A request that changes data may have been carried out: look before you repeat it.`;
    return { reason: 'timeout', title: 'No answer in time', explanation };
  }
  if (environment.id === 'sandbox') return sandboxFailure(online, error);
  if (environment.id === 'mock') return mockFailure(environment);
  return online
    ? liveFailure
    : {
        reason: 'offline',
        title: 'You are offline',
        explanation: 'This browser has no network. The in-page sandbox works without one.',
      };
}

function sandboxFailure(online: boolean, error: unknown): Failure {
  if (!online) {
    return {
      reason: 'offline',
      title: 'You are offline',
      explanation: 'The sandbox could not be loaded. Once loaded, it works without a network.',
    };
  }
  const detail = error instanceof Error && error.message !== '' ? ` The browser says: ${error.message}` : '';
  return {
    reason: 'sandbox',
    title: 'The sandbox did not start',
    explanation: `Reload the page and try again.${detail}`,
  };
}

/** A browser gives the same error for a closed port, a refused permission and a missing CORS header. */
function mockFailure({ baseUrl }: Environment): Failure {
  const url = new URL(baseUrl);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return {
    reason: 'unreachable',
    title: `Nothing answers at ${url.origin}`,
    explanation:
      'Start the mock in a copy of this site’s repository and send again. If it runs, your browser may have refused: allow this page to reach your local network.',
    command: port === new URL(defaultMockUrl).port ? mockCommand : `${mockCommand} -- --port ${port}`,
  };
}

const liveFailure: Failure = {
  reason: 'unreachable',
  title: 'The live API did not answer this page',
  explanation:
    'A network, a proxy or a browser extension stopped the request, or the API refused this origin. Try the same call as curl.',
};
