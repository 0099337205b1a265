import { recipeFigures } from '../generated/policies.ts';
import { recipes } from '../generated/recipes.ts';
import { rotateSecrets } from '../recipes/webhook-recipes.ts';
import { DEFAULT_SETTINGS } from '../records/settings.ts';
import type { Settings } from '../records/settings.ts';
import type { Workspace } from '../records/workspace.ts';
import { beginUndo, jsonResponse } from './control-action.ts';
import type { Action } from './control-action.ts';
import { invalid } from './control-error.ts';
import { FAULT_STATUSES } from './fault-statuses.ts';
import { readInteger, readMembers, readNumber, readText } from './members.ts';
import type { Members } from './members.ts';

const MAX_LATENCY = 60_000;

/** How the API misbehaves on purpose. */
export const getFaults: Action = async ({ engine, workspace }) =>
  engine.store.transact(workspace, () => jsonResponse(showFaults(workspace)));

/** The failures that can be ordered by name. */
export const listRecipes: Action = () => Promise.resolve(jsonResponse({ data: recipes }));

/**
 * Makes the API slow, has it answer a documented error instead of doing what it is asked, or orders a failure recipe. What is absent or
 * null goes back to normal. `rate` is the share of requests that get the error, `count` how many requests or events meet the recipe.
 */
export const setFaults: Action = async (context) => {
  const { engine, workspace, request } = context;
  const members = await readMembers(request, ['latency_ms', 'status', 'rate', 'recipe', 'count']);
  const normal = DEFAULT_SETTINGS.faults;
  const faults = {
    latency_ms: readInteger(members, 'latency_ms', [0, MAX_LATENCY]) ?? normal.latency_ms,
    status: readStatus(members),
    rate: readNumber(members, 'rate', [0, 1]) ?? normal.rate,
  };
  const recipe = readRecipe(members);
  return engine.store.transact(workspace, () => {
    beginUndo(context);
    workspace.set('faults', faults);
    workspace.set('recipe', recipe);
    const webhooks = recipe.name === 'webhook-secret-rotation' ? rotateSecrets(workspace) : undefined;
    return jsonResponse({ ...showFaults(workspace), ...(webhooks && { webhooks }) });
  });
};

/** What is ordered, and of a recipe how many requests or events have yet to meet it. */
function showFaults(workspace: Workspace): object {
  const { latency_ms, status, rate } = workspace.setting('faults');
  const { name, left } = workspace.setting('recipe');
  return { latency_ms, status, rate, ...(name !== null && { recipe: name, count: left }) };
}

function readRecipe(members: Members): Settings['recipe'] {
  const text = readText(members, 'recipe');
  const count = readInteger(members, 'count', [1, recipeFigures.max_count]);
  if (text === undefined) {
    if (count !== undefined) throw invalid('count', "goes with 'recipe', and there is none");
    return DEFAULT_SETTINGS.recipe;
  }
  const recipe = recipes.find(({ name }) => name === text);
  if (!recipe) throw invalid('recipe', `must be one of ${recipes.map(({ name }) => name).join(', ')}`);
  for (const other of ['status', 'rate']) {
    if ((members[other] ?? null) !== null) throw invalid(other, "cannot be combined with 'recipe'");
  }
  return { name: recipe.name, left: count ?? 1, passes: false };
}

function readStatus(members: Members): number | null {
  const status = readNumber(members, 'status', [0, 999]);
  if (status === undefined) return null;
  if (FAULT_STATUSES.includes(status)) return status;
  throw invalid('status', `must be one of ${FAULT_STATUSES.join(', ')}, the errors that every operation documents`);
}
