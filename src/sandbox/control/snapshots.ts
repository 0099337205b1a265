import { preciseTimestamp } from '../clock.ts';
import { sandbox as policy } from '../generated/policies.ts';
import { captureOf } from '../records/capture.ts';
import type { Snapshot, Snapshots } from '../records/snapshots.ts';
import type { Workspace } from '../records/workspace.ts';
import type { Change } from '../store/record-store.ts';
import { jsonResponse } from './control-action.ts';
import type { Action, ControlContext } from './control-action.ts';
import { ControlError, invalid } from './control-error.ts';
import { write } from './import.ts';
import { readMembers, readText } from './members.ts';
import { replaceWorkspace } from './replace.ts';
import { restOf, run, STEP } from './steps.ts';
import type { Steps } from './steps.ts';
import { createWorkspace } from './workspaces.ts';

/** The moments that have a name, oldest first. */
export const listSnapshots: Action = async ({ engine, workspace }) => {
  const snapshots = engine.snapshots.of(workspace);
  return engine.store.transact(snapshots, () => jsonResponse({ data: snapshots.list.map(show) }));
};

/** Gives this moment a name: records, deliveries, settings and the time are kept as they are now. */
export const takeSnapshot: Action = async ({ engine, workspace, request }) => {
  const name = readName(readText(await readMembers(request, ['name']), 'name'));
  const snapshots = engine.snapshots.of(workspace);
  const moment = await engine.store.transact(workspace, () => {
    workspace.claimRoom();
    return { content: captureOf(workspace, ['undos']), now: engine.clocks.now(workspace), records: workspace.count };
  });
  const { content, ...figures } = moment;
  const taken = await engine.store.transact(snapshots, () => {
    if (snapshots.get(name)) throw nameTaken(name);
    const taken_at = preciseTimestamp(engine.clock.now());
    return snapshots.add({ name, taken_at, ...figures }, content, workspace.caps);
  });
  return jsonResponse(show(taken), 201);
};

/** Goes back to a moment: what has happened since is forgotten, and the time goes on from there. Sign-ins and limits stay. */
export const restoreSnapshot: Action = async (context, id) => {
  const found = await readSnapshot(context, id);
  await restoreInto(context, found);
  return jsonResponse(show(found.snapshot));
};

export const deleteSnapshot: Action = async ({ engine, workspace }, id) => {
  const snapshots = engine.snapshots.of(workspace);
  await engine.store.transact(snapshots, () => snapshots.delete(find(snapshots, id).name));
  return { status: 204, body: null };
};

/** Makes a new workspace for a while that begins at a moment of this one, as `POST /_sandbox/workspaces` makes one. */
export const branchSnapshot: Action = async (context, id) => {
  const { engine, newWorkspaceName, isPublic } = context;
  if (isPublic) throw noBranches();
  const found = await readSnapshot(context, id);
  const branch = { ...context, workspace: engine.workspaces.get(newWorkspaceName(context.request)) };
  const answer = await createWorkspace(branch, '');
  await restoreInto(branch, found);
  return answer;
};

/** A host keeps each workspace in an object of its own, and no other object has its snapshots. */
function noBranches(): ControlError {
  const message =
    'This host makes no branches. GET /_sandbox/state exports this workspace, and PUT imports it into a new one.';
  return new ControlError(501, 'not_available', message);
}

interface Found {
  readonly snapshot: Snapshot;
  readonly content: Change[];
}

/** @throws ControlError 404 */
async function readSnapshot({ engine, workspace }: ControlContext, id: string): Promise<Found> {
  const snapshots = engine.snapshots.of(workspace);
  return engine.store.transact(snapshots, () => {
    const snapshot = find(snapshots, id);
    return { snapshot, content: snapshots.contentOf(snapshot.name) };
  });
}

/** Puts a moment together beside, in steps, and has it take the place of what there is. */
async function restoreInto(context: ControlContext, { snapshot, content }: Found): Promise<void> {
  const { engine, workspace } = context;
  const rest = restOf(engine.clock);
  const trial = workspace.fresh();
  await run(take(trial, content), rest);
  const base = engine.store.stage?.(workspace.name);
  try {
    if (base) await run(write(base, trial.takeChanges().changes), rest);
    await engine.store.transact(workspace, () =>
      replaceWorkspace(context, trial, base, (back) => setTime(context, back, snapshot)),
    );
  } finally {
    base?.abandon();
  }
  engine.dispatcher.wake(workspace);
}

function* take(trial: Workspace, content: readonly Change[]): Steps {
  for (let start = 0; start < content.length; start += STEP) {
    trial.take(content.slice(start, start + STEP));
    yield undefined;
  }
}

/** A clock that goes goes on from the moment; one that stands still stands as it did. */
function setTime({ engine: { clocks } }: ControlContext, workspace: Workspace, { now }: Snapshot): void {
  if (workspace.setting('clock').frozen_at === null) clocks.set(workspace, now, false);
}

function find(snapshots: Snapshots, id: string): Snapshot {
  const name = decode(id);
  const found = name === undefined ? undefined : snapshots.get(name);
  if (found) return found;
  const names = snapshots.list.map((snapshot) => `'${snapshot.name}'`).join(', ');
  const there = names === '' ? 'The workspace has none.' : `There is ${names}.`;
  throw new ControlError(404, 'not_found', `There is no snapshot '${name ?? id}'. ${there}`);
}

function decode(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/** @throws ControlError 422 */
function readName(text: string | undefined): string {
  const most = policy.snapshot_name_characters;
  const isName =
    text !== undefined && text.trim() === text && text !== '' && text.length <= most && !/[\p{C}]/u.test(text);
  if (isName) return text;
  throw invalid('name', `must be a text of 1 to ${most} characters, without control characters or blanks around it`);
}

function nameTaken(name: string): ControlError {
  const message = `There is a snapshot '${name}'. Delete it first, or choose another name.`;
  return new ControlError(409, 'snapshot_exists', message, { param: 'name' });
}

function show({ name, taken_at, now, records, characters }: Snapshot): object {
  return { name, taken_at, now: preciseTimestamp(now), records, characters };
}
