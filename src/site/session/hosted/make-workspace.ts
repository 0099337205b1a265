import { send } from '../environments.ts';
import type { Environment } from '../environments.ts';
import { explain } from '../failures/explain-failure.ts';
import type { OwnWorkspace } from '../own-workspaces.ts';

/** Milliseconds after which a sandbox is given up. */
const timeout = 30_000;

/**
 * Has a sandbox make a workspace for the reader. It takes no key.
 * @returns the workspace, or why there is none, in a sentence or two
 */
export async function makeWorkspace(environment: Environment): Promise<OwnWorkspace | string> {
  let response: Response;
  try {
    const signal = AbortSignal.timeout(timeout);
    const url = new URL('/_sandbox/workspaces', environment.baseUrl);
    response = await send(new Request(url, { method: 'POST', signal }), environment.id);
  } catch (error) {
    const { title, explanation } = await explain(error, { environment, timeout });
    return `${title}. ${explanation}`;
  }
  try {
    const made = (await response.json()) as { key: string; expires_at: string; error?: { message: string } };
    if (response.ok) return { key: made.key, expiresAt: Date.parse(made.expires_at) };
    return made.error?.message ?? `The sandbox answered ${response.status}.`;
  } catch {
    return `What answers at ${new URL(environment.baseUrl).host} is no sandbox.`;
  }
}
