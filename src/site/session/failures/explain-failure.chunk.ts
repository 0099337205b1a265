/** Why a request got no answer, as far as a browser can tell, and what the reader can do. */
import type { Environment } from '../environments.ts';
import { thisBrowser } from './browser-connection.ts';
import type { BrowserConnection } from './browser-connection.ts';
import type { Failure } from './failure.ts';
import { explainUnreachable } from './explain-unreachable.ts';

/** What is known beside the error itself. */
export interface Circumstances {
  environment: Environment;
  /** How long a request may take, in milliseconds. */
  timeout: number;
  browser?: BrowserConnection;
}

/** Explains what `send` rejected with. */
export async function explainFailure(error: unknown, circumstances: Circumstances): Promise<Failure> {
  const { environment, timeout, browser = thisBrowser } = circumstances;
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
    return {
      reason: 'timeout',
      title: 'No answer in time',
      explanation,
      helpsInTerminal: environment.id !== 'sandbox',
    };
  }
  return environment.id === 'sandbox' ? sandboxFailure(error, browser) : explainUnreachable(environment, browser);
}

/** The sandbox is a file of the site: it can be missing, or fail on its own. */
function sandboxFailure(error: unknown, { online }: BrowserConnection): Failure {
  if (!online) {
    return {
      reason: 'offline',
      title: 'You are offline',
      explanation: 'The sandbox could not be loaded. Once loaded, it works without a network.',
    };
  }
  if (error instanceof Error && error.name === 'ConnectionCut') {
    return {
      reason: 'cut',
      title: 'The connection was cut',
      explanation: `${error.message} Whether the request was carried out cannot be told from here: look before you repeat it.`,
    };
  }
  // Browsers word it differently, but a module that cannot be fetched is a TypeError.
  if (error instanceof TypeError && /module|fetch|import/i.test(error.message)) {
    return {
      reason: 'download',
      title: 'The sandbox could not be downloaded',
      explanation:
        'Your network failed for a moment, or the site has been updated since you opened this page. Send again; if that does not help, reload the page.',
    };
  }
  const detail = error instanceof Error && error.message !== '' ? ` The browser says: ${error.message}` : '';
  return {
    reason: 'sandbox',
    title: 'The sandbox did not start',
    explanation: `Reload the page and try again.${detail}`,
  };
}
