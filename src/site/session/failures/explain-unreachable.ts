/** Why nothing answers at an address: `fetch` does not say, so what else the browser knows is looked up. */
import { defaultMockUrl, mockCommand } from '../addresses.ts';
import type { Environment } from '../environments.ts';
import { thisBrowser } from './browser-connection.ts';
import type { BrowserConnection } from './browser-connection.ts';
import type { Failure } from './failure.ts';

/**
 * Tells apart what `fetch` reports alike: a closed port, a refused permission, a missing CORS header.
 * @see https://wicg.github.io/local-network-access/
 */
export function explainUnreachable(
  environment: Environment,
  browser: BrowserConnection = thisBrowser,
): Promise<Failure> {
  return environment.id === 'mock' ? mockFailure(environment, browser) : liveFailure(environment, browser);
}

async function mockFailure({ baseUrl }: Environment, browser: BrowserConnection): Promise<Failure> {
  const { origin } = new URL(baseUrl);
  const permission = await browser.localNetwork();
  if (permission === 'denied') return permissionFailure(origin);
  if (await browser.answers(origin)) {
    return {
      reason: 'cors',
      title: `What answers at ${origin} is not the mock`,
      explanation:
        'Something listens there, but it does not let this page read its answers, as the mock does (CORS). Check the port, or see with curl what it is.',
      helpsInTerminal: true,
    };
  }
  return {
    reason: 'not-running',
    title: `Nothing answers at ${origin}`,
    explanation: [
      'Start the mock in a copy of this site’s repository and send again.',
      ...otherCauses(permission, browser),
    ].join(' '),
    command: startCommand(baseUrl),
  };
}

/** Why a mock that runs may not answer all the same. */
function otherCauses(permission: PermissionState | undefined, { secure }: BrowserConnection): string[] {
  return [
    ...(permission === 'prompt' ? ['If it runs, answer “Allow” when your browser asks for your local network.'] : []),
    ...(secure
      ? [
          'Some browsers block plain http on an https page, this machine included (mixed content): then use the site from “npm start”.',
        ]
      : []),
  ];
}

function permissionFailure(origin: string): Failure {
  return {
    reason: 'permission',
    title: 'Your browser keeps this page from your local network',
    explanation: `The permission to reach ${origin} was refused. Open the site settings from the icon beside the address, allow “Local network access” (“Apps on device” in newer versions), and send again.`,
    helpsInTerminal: true,
  };
}

/** The command that starts a mock at an address. */
export function startCommand(baseUrl: string): string {
  const url = new URL(baseUrl);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return port === new URL(defaultMockUrl).port ? mockCommand : `${mockCommand} -- --port ${port}`;
}

async function liveFailure({ baseUrl }: Environment, browser: BrowserConnection): Promise<Failure> {
  const { host, origin } = new URL(baseUrl);
  if (!browser.online) {
    return {
      reason: 'offline',
      title: 'You are offline',
      explanation: 'This browser has no network. The in-page sandbox works without one.',
    };
  }
  if (await browser.answers(origin)) {
    return {
      reason: 'cors',
      title: `${host} answers, but not to this page`,
      explanation:
        'The answer lacked the headers that let a page of another origin read it (CORS): a proxy or a browser extension removed them, or answered itself. A request that changes data may have been carried out. curl is not bound by this:',
      helpsInTerminal: true,
    };
  }
  return {
    reason: 'unreachable',
    title: `Nothing answers at ${host}`,
    explanation:
      'The name was not found (DNS), the connection was refused, or a firewall or browser extension stopped it: a browser does not say which. curl does:',
    helpsInTerminal: true,
  };
}
