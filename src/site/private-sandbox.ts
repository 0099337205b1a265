import type { OwnSandbox, PrivateSandbox } from '../sandbox/browser.ts';
import type { Receive } from '../sandbox/webhooks/receiver.ts';
import { lazy } from './lazy.ts';

/** The code of the sandbox, as the consoles of the site load it. */
export const sandboxCode = lazy(() => import('../sandbox/browser.ts'));

/** What hands out sandboxes that are nobody else's. A test has its own. */
export type OpenPrivate = () => Promise<PrivateSandbox>;

/** A sandbox for one tool, with the sample data and a clock that stands still. */
export const openPrivate: OpenPrivate = async () => {
  const { openPrivateSandbox } = await sandboxCode.load();
  return openPrivateSandbox();
};

/** One that goes by this machine's time and knows no limits. @param receive the endpoint of its webhooks; the built-in one unless given */
export async function openTicking(receive?: Receive): Promise<OwnSandbox> {
  const { openTickingSandbox } = await sandboxCode.load();
  return openTickingSandbox(receive);
}
