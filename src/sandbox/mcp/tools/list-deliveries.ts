import { apiAnswer } from '../api-answer.ts';
import type { DeliveryView } from '../../control/delivery-view.ts';
import type { Tool, ToolResult } from '../tool.ts';
import type { SendToApi } from './call-api.ts';
import { DEFAULT_LIMIT, LIST_DELIVERIES } from './list-deliveries-definition.ts';

/** @param control sends to `/_sandbox` */
export function listDeliveriesTool(control: SendToApi): Tool {
  return {
    definition: LIST_DELIVERIES,
    async call({ id, event, status, limit = DEFAULT_LIMIT }) {
      if (id !== undefined) return ask(control, `/deliveries/${encodeURIComponent(String(id).toWellFormed())}`);
      const query = new URLSearchParams({ limit: String(limit) });
      if (event !== undefined) query.set('event', String(event));
      if (status !== undefined) query.set('status', String(status));
      return ask(control, `/deliveries?${query.toString()}`, outline);
    },
  };
}

async function ask(control: SendToApi, target: string, show?: (body: string) => string): Promise<ToolResult> {
  const response = await control({ method: 'GET', target });
  const told = show && response.ok ? new Response(show(await response.text()), response) : response;
  const { data: _, ...result } = await apiAnswer(told, 'the sandbox');
  return result;
}

/** Deliveries without what was sent: that is many times as long, and can be asked for. */
function outline(body: string): string {
  const { data } = JSON.parse(body) as { data: DeliveryView[] };
  return JSON.stringify(
    data.map(({ attempts, ...delivery }) => ({
      ...delivery,
      attempts: attempts.map(({ started_at, response, error }) => ({
        started_at,
        status: response?.status ?? null,
        error,
      })),
    })),
  );
}
