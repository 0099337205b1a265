import { jsonFaults } from '../../json-text/faults.ts';
import { readBody } from '../checks/body.ts';
import type { Body } from '../checks/body.ts';
import { faultError } from '../checks/validate-body.ts';
import { limits } from '../generated/policies.ts';
import { requireRoom } from '../records/caps.ts';
import type { Caps } from '../records/caps.ts';
import type { Records } from '../records/collections.ts';
import type { Workspace } from '../records/workspace.ts';
import type { Change, StagedBase } from '../store/record-store.ts';
import { jsonResponse } from './control-action.ts';
import type { Action, ControlContext } from './control-action.ts';
import { invalid } from './control-error.ts';
import { readState } from './read-state.ts';
import type { RecordValidators } from './read-state.ts';
import { checkReferences } from './references.ts';
import { fill } from './state.ts';
import type { StateDocument } from './state.ts';
import { replaceWorkspace } from './replace.ts';
import { restOf, run, STEP } from './steps.ts';
import type { Steps } from './steps.ts';

/**
 * The largest document that is taken: whatever a workspace can hold, every character of it in three bytes, and what stands around the
 * records.
 */
const maxBytes = ({ characters }: Caps): number => 4 * characters;

/**
 * Replaces the workspace's records by those of an export. All of it is checked, and put together beside, before anything is changed;
 * that is done in steps, so that others are answered meanwhile. Deliveries are forgotten; the clock, faults and the receiver stay as they
 * are. The answer holds a new secret for each webhook.
 */
export const importState: Action = async (context) => {
  const { engine, workspace, request } = context;
  const { text, value } = await readBody(request, maxBytes(workspace.caps));
  const rest = restOf(engine.clock);
  const validators = (await import('../generated/record-validators.js')) as unknown as RecordValidators;
  const trial = workspace.fresh();
  const state = await run(put(trial, { text, value }, { validators, caps: workspace.caps }), rest);
  await checkTargets(context, state.records.webhooks ?? []);
  const base = engine.store.stage?.(workspace.name);
  try {
    if (base) await run(write(base, trial.takeChanges().changes), rest);
    const webhooks = await engine.store.transact(workspace, () => replace(context, trial, base));
    return jsonResponse({ webhooks });
  } finally {
    base?.abandon();
  }
};

/** What a document is held to. */
interface Rules {
  readonly validators: RecordValidators;
  readonly caps: Caps;
}

/** Checks a document and puts its records into a workspace with nothing changed. */
function* put(trial: Workspace, { text, value }: Body, { validators, caps }: Rules): Steps<StateDocument> {
  for (const fault of jsonFaults(text)) {
    if (fault) throw faultError(fault);
    yield undefined;
  }
  const state = yield* readState(value, trial.seedNumber, validators);
  yield* fill(trial, state);
  yield* checkReferences(trial, state);
  refuseTooMuch(trial, caps);
  return state;
}

/** @throws ApiError 507 · ControlError 422 */
function refuseTooMuch(trial: Workspace, caps: Caps): void {
  const most = limits.webhooks_per_workspace;
  const count = trial.records.webhooks.rows.length;
  if (count > most) throw invalid('records.webhooks', `must make no more than ${most} webhooks in all`);
  requireRoom(trial, caps, 1);
}

/** Writes changes beside a workspace. */
export function* write(base: StagedBase, changes: readonly Change[]): Steps {
  for (let start = 0; start < changes.length; start += STEP) {
    base.add(changes.slice(start, start + STEP));
    yield undefined;
  }
}

/** @returns the webhooks with their new secrets, newest first */
function replace(context: ControlContext, trial: Workspace, base: StagedBase | undefined): object[] {
  const kept = (['clock', 'faults', 'recipe', 'receiver'] as const).map(
    (name) => [name, context.workspace.setting(name)] as const,
  );
  return replaceWorkspace(context, trial, base, (workspace) => {
    for (const [name, setting] of kept) workspace.set(name, setting);
    return giveSecrets(workspace);
  });
}

async function checkTargets(
  { engine, request }: ControlContext,
  webhooks: readonly Records['webhooks'][],
): Promise<void> {
  for (const [index, { url }] of webhooks.entries()) {
    if (await engine.targets.allows(url, request)) continue;
    throw invalid(`records.webhooks[${index}].url`, 'must be an address that webhooks may be sent to');
  }
}

function giveSecrets(workspace: Workspace): object[] {
  const { webhooks, secrets } = workspace.records;
  return webhooks.rows
    .map(({ value }) => {
      const { id, created_at } = value;
      const { secret } = secrets.put({ id, secret: workspace.drawSecret(id), created_at }).value;
      return { ...value, secret };
    })
    .reverse();
}
