import type { OwnSandbox } from '../../sandbox/browser.ts';
import { expectOk } from '../sandbox-answer.ts';

/**
 * Asks the API or the control interface of a sandbox.
 * @param path `/v1/…` or `/_sandbox/…`
 * @throws Error with the message of a refusal
 */
export type Ask = <Result>(method: string, path: string, body?: object) => Promise<Result>;

/** What asks a sandbox, with its admin key. */
export function askerOf({ fetch }: OwnSandbox): Ask {
  return async (method, path, body) => {
    const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    return expectOk(await fetch(new Request(`https://sandbox.invalid${path}`, init)));
  };
}
