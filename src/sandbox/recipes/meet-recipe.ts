import type { Engine } from '../engine.ts';
import { recipeFigures } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import type { ApiContext } from '../http/request-context.ts';
import type { Credential } from '../keys.ts';
import { limitExceeded } from '../rate-limit/limit-exceeded.ts';
import type { Workspace } from '../records/workspace.ts';
import { takeForRequest } from './take-recipe.ts';

/**
 * Notes the failure recipe that a request meets, if one is ordered for its workspace.
 * @throws ApiError 429 or 500, where the recipe is that nothing is done
 */
export async function meetRecipe(
  { store, clocks }: Pick<Engine, 'store' | 'clocks'>,
  context: ApiContext,
  { caller, workspace }: { readonly caller: Credential; readonly workspace: Workspace },
): Promise<void> {
  if (workspace.setting('recipe').name === null) return;
  context.recipe = await store.transact(workspace, () => {
    const { requestId: id, request, path } = context;
    workspace.undo.begin({ id, method: request.method, path }, clocks.now(workspace));
    return takeForRequest(workspace);
  });
  if (context.recipe === 'flapping') throw new ApiError('internal_error');
  if (context.recipe !== 'rate-limit-storm') return;
  if (context.limit) context.limit = { ...context.limit, remaining: 0 };
  throw limitExceeded(caller, { isBurst: false, retryAfter: recipeFigures.retry_after_seconds });
}
