import type { Session } from '../session/session.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { TwoSteps } from '../ui/TwoSteps.tsx';
import type { MadeWorkspace } from './control-client.ts';
import { formatDuration } from './format-time.ts';
import type { ControlSandbox } from './use-panel.ts';

interface WorkspaceControlsProps {
  session: Session;
  workspace: MadeWorkspace;
  controlSandbox: ControlSandbox;
}

/** A workspace that is the reader's alone for a while, made with one press; its link opens the panel on it elsewhere. */
export function WorkspaceControls({ session, workspace, controlSandbox }: WorkspaceControlsProps) {
  const { expires_at, panel_url, key } = workspace;
  const use = ({ key: made, expires_at: end }: MadeWorkspace) =>
    session.useWorkspace({ key: made, expiresAt: end === null ? null : Date.parse(end) });
  const make = async () => {
    const made = await controlSandbox<MadeWorkspace>({ path: '/workspaces' }, 'A new workspace is made.');
    if (made) use(made);
  };
  const extend = async () => {
    const order = { path: '/workspaces', method: 'PATCH', body: {} } as const;
    const later = await controlSandbox<MadeWorkspace>(order, (told) => `The workspace ends in ${rest(told)}.`);
    if (later && session.workspace) use(later);
  };
  const remove = async () => {
    const isMine = session.workspace?.key === key;
    await controlSandbox({ path: '/workspaces', method: 'DELETE' }, 'The workspace is deleted.');
    if (isMine) session.useWorkspace(undefined);
  };
  return (
    <details class="ob-fold">
      <summary>
        Workspace{' '}
        <span class="ob-fold-count">{expires_at === null ? 'shared by its key' : `ends in ${rest(workspace)}`}</span>
      </summary>
      <p class="ob-panel-muted">
        A workspace of your own has the sample data to itself and ends after a while. This browser remembers it.
      </p>
      {expires_at !== null && (
        <p class="ob-command">
          <code>{key}</code>
          <CopyButton text={key} name="Copy key" label="Copy key of the workspace" />
          <CopyButton text={panel_url} name="Copy link" label="Copy link to the workspace" />
        </p>
      )}
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={() => void make()}>
          Make a workspace
        </button>
        {expires_at !== null && (
          <button type="button" class="ob-button" onClick={() => void extend()}>
            Keep it longer
          </button>
        )}
      </p>
      {expires_at !== null && (
        <TwoSteps
          label="Delete this workspace"
          warning="All that it holds is deleted, for everybody who has its key."
          confirm="Delete it now"
          onConfirm={() => void remove()}
          tone="error"
        />
      )}
    </details>
  );
}

/** How much is left of its life. */
function rest({ expires_at }: MadeWorkspace): string {
  return formatDuration(Math.max(0, Date.parse(expires_at ?? '') - Date.now()));
}
