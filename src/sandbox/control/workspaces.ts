import { timestamp } from '../clock.ts';
import { sandbox as policy } from '../generated/policies.ts';
import { isTemporaryName, keyOf } from '../keys.ts';
import { jsonResponse } from './control-action.ts';
import type { Action, ControlContext } from './control-action.ts';
import { ControlError } from './control-error.ts';
import { readInteger, readMembers, readOptionalMembers } from './members.ts';

const BOUNDS: [number, number] = [policy.least_life_seconds, policy.most_life_seconds];
/** Where the panel is on the documentation site. */
const PANEL = '/guides/sandbox/';

/** Makes a workspace for a while. */
export const createWorkspace: Action = async (context) => {
  const { lives, workspace } = context;
  await requireFewEnough(context);
  const members = await readOptionalMembers(context.request, ['expires_in']);
  const seconds = readInteger(members, 'expires_in', BOUNDS) ?? policy.life_seconds;
  await lives.sweep();
  return jsonResponse(show(context, await lives.live(workspace, seconds)), 201);
};

/** The workspace of the key, and when it ends. */
export const getWorkspace: Action = async (context) => {
  const { engine, workspace } = context;
  const { expires_at } = await engine.store.transact(workspace, () => workspace.setting('life'));
  return jsonResponse(show(context, expires_at));
};

/** Sets the end anew, counted from now. */
export const extendWorkspace: Action = async (context) => {
  requireEnd(context);
  const { request, lives, workspace } = context;
  const members = await readMembers(request, ['expires_in']);
  const seconds = readInteger(members, 'expires_in', BOUNDS) ?? policy.life_seconds;
  return jsonResponse(show(context, await lives.live(workspace, seconds)));
};

/** Deletes the workspace of the key at once. */
export const deleteWorkspace: Action = async (context) => {
  requireEnd(context);
  await context.lives.end(context.workspace);
  return { status: 204, body: null };
};

/** @throws ControlError 429 */
async function requireFewEnough({ countMade, client }: ControlContext): Promise<void> {
  const retryAfter = await countMade(client.address ?? '');
  if (retryAfter === 0) return;
  const message = `One address may make ${policy.made_per_minute} workspaces a minute. Try again in ${retryAfter} seconds.`;
  throw new ControlError(429, 'too_many_workspaces', message, { headers: { 'Retry-After': String(retryAfter) } });
}

/** @throws ControlError 409 for a workspace that was not made for a while */
function requireEnd({ workspace: { name } }: ControlContext): void {
  if (isTemporaryName(name)) return;
  const message = 'This workspace has no end: only one that POST /_sandbox/workspaces made has. Reset it instead.';
  throw new ControlError(409, 'workspace_without_end', message);
}

function show(context: ControlContext, expiresAt: number | null): object {
  const { name } = context.workspace;
  return {
    workspace: name,
    key: keyOf(name),
    expires_at: expiresAt === null ? null : timestamp(expiresAt),
    panel_url: panelUrl(context, keyOf(name)),
  };
}

/** Opens the panel on this workspace. The key stands in the fragment, which no server is sent. */
function panelUrl({ request, client, siteUrl }: ControlContext, key: string): string {
  const site = request.headers.get('Origin') ?? siteUrl;
  const link = new URLSearchParams({ workspace: key });
  if (client.address !== undefined) link.set('at', new URL('/v1', request.url).href);
  return `${site}${PANEL}#${link.toString()}`;
}
