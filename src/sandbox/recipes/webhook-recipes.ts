import { recipeFigures } from '../generated/policies.ts';
import type { WebhookRecipe } from '../generated/policies.ts';
import type { Workspace } from '../records/workspace.ts';
import { succeeded } from '../webhooks/delivery.ts';
import type { StoredDelivery } from '../webhooks/delivery.ts';

/** Milliseconds that the first attempt of a delivery is held back. */
export function holdOf(recipe: WebhookRecipe | undefined): number {
  if (recipe === 'webhook-late') return recipeFigures.late_seconds * 1000;
  return recipe === 'webhook-out-of-order' ? recipeFigures.out_of_order_seconds * 1000 : 0;
}

/** Whether a delivery meets this recipe in the attempt that is to come: all of them are about the first. */
export function meets({ recipe, attempts }: StoredDelivery, wanted: WebhookRecipe): boolean {
  return recipe === wanted && attempts.length === 0;
}

/** Lets the deliveries go that were held back until a later one has been sent to the same webhook. @param now the workspace's time */
export function releaseOvertaken({ records: { deliveries } }: Workspace, sent: StoredDelivery, now: number): void {
  for (const { value } of [...deliveries.group('pending')]) {
    // Later ids sort after earlier ones.
    const isOvertaken = value.webhook_id === sent.webhook_id && value.id < sent.id;
    if (isOvertaken && meets(value, 'webhook-out-of-order') && (value.next_attempt_at ?? 0) > now)
      deliveries.put({ ...value, next_attempt_at: now });
  }
}

/** Whether a delivery that was just answered with its first success is to be sent again as if it had not. */
export function isToRepeat({ recipe, attempts }: StoredDelivery): boolean {
  return recipe === 'webhook-duplicate' && attempts.filter(succeeded).length === 1;
}

/**
 * Gives each webhook a new secret; it keeps the old one, for the events that meet the recipe.
 * @returns the webhooks with their new secrets, newest first
 */
export function rotateSecrets(workspace: Workspace): object[] {
  const { webhooks, secrets } = workspace.records;
  return webhooks.rows
    .map(({ value }) => {
      const { id, created_at } = value;
      const previous = secrets.get(id)?.value.secret ?? workspace.drawSecret(id);
      const { secret } = secrets.put({ id, secret: workspace.drawSecret(id, previous), previous, created_at }).value;
      return { ...value, secret };
    })
    .reverse();
}
