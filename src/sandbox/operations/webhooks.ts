import type { components } from '../../openapi/generated/types.ts';
import { ApiError } from '../http/api-error.ts';
import type { Handler, Handlers } from './handler.ts';
import { paginate } from './pagination.ts';
import { dropDeliveries } from '../webhooks/delivery-log.ts';
import { createSecret } from '../webhooks/secret.ts';
import { Row } from '../records/row.ts';
import { found } from './not-found.ts';

type Webhook = components['schemas']['Webhook'];
type WebhookCreated = components['schemas']['WebhookCreated'];

const listWebhooks: Handler<'listWebhooks'> = ({ query, cursor }, { workspace }) =>
  paginate(workspace.records.webhooks.rows, query, cursor);

const createWebhook: Handler<'createWebhook'> = ({ body }, { workspace, now, isTargetAllowed }) => {
  if (!isTargetAllowed) throw new ApiError('webhook_url_not_allowed', { param: 'url' });
  const webhook: Webhook = {
    id: workspace.newId('wh'),
    url: body.url,
    events: body.events,
    description: body.description ?? null,
    status: 'active',
    created_at: now,
  };
  const secret = createSecret();
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
