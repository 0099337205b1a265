import type { components } from '../../openapi/generated/types.ts';
import { limits } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import { Row } from '../records/row.ts';
import { dropDeliveries } from '../webhooks/delivery-log.ts';
import type { Handler, Handlers, PreparedHandler } from './handler.ts';
import { found } from './not-found.ts';
import { paginate } from './pagination.ts';

type Webhook = components['schemas']['Webhook'];
type WebhookCreated = components['schemas']['WebhookCreated'];

const listWebhooks: Handler<'listWebhooks'> = ({ query, cursor }, { workspace }) =>
  paginate(workspace.records.webhooks.rows, query, cursor);

/** Whether a name may be sent to is known once it was looked up. */
const createWebhook: PreparedHandler<'createWebhook'> = {
  async prepare(body, { request, targets }) {
    const isAllowed = hasUrl(body) && (await targets.allows(body.url, request));
    return (request, context) => {
      if (!isAllowed) throw new ApiError('webhook_url_not_allowed', { param: 'url' });
      return register(request, context);
    };
  },
};

function hasUrl(body: unknown): body is { readonly url: string } {
  return typeof body === 'object' && body !== null && 'url' in body && typeof body.url === 'string';
}

const register: Handler<'createWebhook'> = ({ body }, { workspace, now }) => {
  const limit = limits.webhooks_per_workspace;
  if (workspace.records.webhooks.rows.length >= limit)
    throw new ApiError('webhook_limit_reached', { values: { limit } });
  const webhook: Webhook = {
    id: workspace.newId('wh'),
    url: body.url,
    events: body.events,
    description: body.description ?? null,
    status: 'active',
    created_at: now,
  };
  const secret = workspace.drawSecret(webhook.id);
  const { sort } = workspace.records.webhooks.put(webhook);
  workspace.records.secrets.put({ id: webhook.id, secret, created_at: now });
  return new Row<WebhookCreated>({ ...webhook, secret }, sort);
};

const deleteWebhook: Handler<'deleteWebhook'> = ({ path }, { workspace }) => {
  found(workspace.records.webhooks.get(path.id), 'webhook', path.id);
  workspace.records.webhooks.delete(path.id);
  workspace.records.secrets.delete(path.id);
  dropDeliveries(workspace, path.id);
};

export const webhookHandlers = { listWebhooks, createWebhook, deleteWebhook } satisfies Partial<Handlers>;
