import { ControlError, control } from '../../sandbox-panel/control-client.ts';
import type { Delivery } from '../../sandbox-panel/control-client.ts';
import { pageSession } from '../../session/page-session.ts';

/** The newest delivery in the log of the sandbox that the reader has chosen; where there is none, a line that says why. */
export async function lastDelivery(): Promise<{ body: string; headers: string; webhook: string } | string> {
  const session = pageSession();
  if (session.environment.id === 'live')
    return 'The log of the live API is in the settings of your workspace. Choose a sandbox to take a delivery from its log.';
  try {
    const { data } = await control<{ data: readonly Delivery[] }>(session, '/deliveries?limit=20');
    const [last] = data.flatMap(({ webhook_id, attempts }) => {
      const request = attempts.at(-1)?.request;
      return request && request.body !== null
        ? [{ webhook: webhook_id, body: request.body, headers: request.headers }]
        : [];
    });
    if (!last)
      return 'Your sandbox has delivered nothing yet. Close a conversation, or let an event happen in the control panel.';
    const headers = Object.entries(last.headers).map(([name, value]) => `${name}: ${value}`);
    return { ...last, headers: headers.join('\n') };
  } catch (error) {
    if (error instanceof ControlError) return `${error.trouble.title}. ${error.trouble.explanation}`;
    throw error;
  }
}
