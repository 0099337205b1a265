import type { ServiceState } from '../../src/site/feeds/status-feed.ts';
import type { ProbeOptions } from './arguments.ts';
import { CheckError } from './ask.ts';
import { checkWebhooks } from './check-webhooks.ts';
import { checkApi, checkOAuth, checkSite } from './checks.ts';

/** What one check found. */
export interface Found {
  state: ServiceState;
  response_ms: number | null;
  /** One line of what is wrong. */
  error: string | null;
}

/** By the id of the service; one that was not to be checked is not among them. */
export type Round = ReadonlyMap<string, Found>;

/** Further apart than this, the clocks of probe and target do not tell the same time: seconds. Webhooks allow as much. */
const MOST_SKEW = 300;

/** All checks, one after the other, so that none slows another. */
export async function checkAll(options: ProbeOptions, now: () => Date): Promise<Round> {
  let offset = 0;
  const found = new Map<string, Found>();
  found.set('api', await measure(options, async () => void ({ offset } = await checkApi(options, now))));
  found.set('oauth', await measure(options, () => checkOAuth(options)));
  found.set('webhooks', await measure(options, () => checkWebhooks(options)));
  const { site } = options;
  if (site !== undefined) found.set('site', await measure(options, () => checkSite(site, options)));
  if (Math.abs(offset) <= MOST_SKEW) return found;
  // With a wrong clock nobody can tell how old a measurement is, so nothing is claimed.
  const error = `the clocks of probe and target are ${Math.abs(offset)} seconds apart`;
  return new Map([...found.keys()].map((id) => [id, { state: 'not_measured', response_ms: null, error }]));
}

/** @param check Tells how long it took where that is not how long it ran. */
async function measure({ slowMs }: ProbeOptions, check: () => Promise<{ ms: number } | void>): Promise<Found> {
  const began = performance.now();
  try {
    const told = await check();
    const ms = Math.round(told ? told.ms : performance.now() - began);
    return { state: ms > slowMs ? 'degraded' : 'operational', response_ms: ms, error: null };
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    return { state: 'down', response_ms: null, error: error.message };
  }
}
