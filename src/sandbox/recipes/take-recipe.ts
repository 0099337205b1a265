import type { RequestRecipe, WebhookRecipe } from '../generated/policies.ts';
import { DEFAULT_SETTINGS } from '../records/settings.ts';
import type { Settings } from '../records/settings.ts';
import type { Workspace } from '../records/workspace.ts';

/** True for a recipe that events on their way to webhooks meet; requests to the API meet the others. */
function isForWebhooks(name: RequestRecipe | WebhookRecipe): name is WebhookRecipe {
  return name.startsWith('webhook-');
}

/** The recipe that the next request to the API meets, inside of a transaction: it counts as met. */
export function takeForRequest(workspace: Workspace): RequestRecipe | undefined {
  const setting = workspace.setting('recipe');
  const { name, passes } = setting;
  if (name === null || isForWebhooks(name)) return undefined;
  if (passes) {
    workspace.set('recipe', { ...setting, passes: false });
    return undefined;
  }
  count(workspace, setting);
  return name;
}

/** The recipe that an event meets which webhooks are about to be told of, inside of a transaction: it counts as met. */
export function takeForEvent(workspace: Workspace): WebhookRecipe | undefined {
  const setting = workspace.setting('recipe');
  if (setting.name === null || !isForWebhooks(setting.name)) return undefined;
  count(workspace, setting);
  return setting.name;
}

function count(workspace: Workspace, { name, left }: Settings['recipe']): void {
  const rest = { name, left: left - 1, passes: name === 'flapping' };
  workspace.set('recipe', rest.left > 0 ? rest : DEFAULT_SETTINGS.recipe);
}
