import { readBody } from '../checks/body.ts';
import type { Records } from '../records/collections.ts';
import type { Workspace } from '../records/workspace.ts';
import { createSecret } from '../webhooks/secret.ts';
import { jsonResponse } from './control-action.ts';
import type { Action, ControlContext } from './control-action.ts';
import { invalid } from './control-error.ts';
import { readState } from './read-state.ts';
import { checkReferences } from './references.ts';
import { fill } from './state.ts';

/** The largest document that is taken: 64 MiB. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Replaces the workspace's records by those of an export. All of it is checked before anything is changed. Deliveries are
 * forgotten; the clock, faults and the receiver stay as they are. The answer holds a new secret for each webhook.
 */
export const importState: Action = async (context) => {
  const { engine, workspace, request } = context;
  const { value } = await readBody(request, MAX_BYTES);
  const state = await readState(value, workspace.seedNumber);
  const trial = workspace.fresh();
  fill(trial, state);
  checkReferences(trial, state);
  await checkTargets(context, state.records.webhooks ?? []);
  const webhooks = await engine.store.transact(workspace, () => {
    engine.dispatcher.cancel(workspace);
    const kept = (['clock', 'faults', 'receiver'] as const).map((name) => [name, workspace.setting(name)] as const);
    workspace.reset();
    for (const [name, setting] of kept) workspace.set(name, setting);
    fill(workspace, state);
    return giveSecrets(workspace);
  });
  return jsonResponse({ webhooks });
};

async function checkTargets(
  { engine, request }: ControlContext,
  webhooks: readonly Records['webhooks'][],
): Promise<void> {
  for (const [index, { url }] of webhooks.entries()) {
    if (await engine.targets.allows(url, request)) continue;
    throw invalid(`records.webhooks[${index}].url`, 'must be an address that webhooks may be sent to');
  }
}

/** @returns the webhooks with their secrets, newest first */
function giveSecrets({ records: { webhooks, secrets } }: Workspace): object[] {
  return webhooks.rows
    .map(({ value }) => {
      const { secret } = secrets.put({ id: value.id, secret: createSecret(), created_at: value.created_at }).value;
      return { ...value, secret };
    })
    .reverse();
}
