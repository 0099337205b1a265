import { useState } from 'preact/hooks';
import { sandbox as policy } from '../../sandbox/generated/policies.ts';
import type { Session } from '../session/session.ts';
import { TwoSteps } from '../ui/TwoSteps.tsx';
import { lazy } from '../lazy.ts';
import { useLazy } from '../ui/fields/use-lazy.ts';
import type { ControlSandbox, Snapshot } from './use-panel.ts';
import type { Moment } from './control-client.ts';

interface MomentControlsProps {
  session: Session;
  snapshot: Snapshot;
  controlSandbox: ControlSandbox;
}

const replayChunk = lazy(() => import('../replay/replay-controls.chunk.ts'));

/** Ways back: the last request undone, moments with a name, the session as a link. */
export function MomentControls({ session, snapshot, controlSandbox }: MomentControlsProps) {
  const { undos, moments } = snapshot;
  const [last] = undos;
  const [isOpen, setOpen] = useState(false);
  const replay = useLazy(replayChunk, isOpen).value;
  const undo = () =>
    void controlSandbox<{ undone: { request: string } }>(
      { path: '/undo' },
      ({ undone }) => `${undone.request} is undone, and what happened on its own since.`,
    );
  return (
    <details class="ob-fold" onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary>
        Undo, snapshots, replay{' '}
        <span class="ob-fold-count">{moments.length === 1 ? '1 snapshot' : `${moments.length} snapshots`}</span>
      </summary>
      <p class="ob-actions">
        <button type="button" class="ob-button" disabled={!last?.can_be_undone} onClick={undo}>
          Undo
        </button>
        <span class="ob-panel-muted">{undoHint(last)}</span>
      </p>
      <SnapshotForm controlSandbox={controlSandbox} />
      {moments.length > 0 && (
        <ul class="ob-moments">
          {moments.map((moment) => (
            <MomentEntry key={moment.name} moment={moment} controlSandbox={controlSandbox} />
          ))}
        </ul>
      )}
      <div class="ob-replay-room">{replay && <replay.ReplayControls session={session} />}</div>
    </details>
  );
}

function undoHint(last: Snapshot['undos'][number] | undefined): string {
  if (!last) return 'Nothing was changed yet.';
  return last.can_be_undone ? last.request : `${last.request} has changed too much to be undone.`;
}

function SnapshotForm({ controlSandbox }: Pick<MomentControlsProps, 'controlSandbox'>) {
  const [name, setName] = useState('');
  const take = async () => {
    const order = { path: '/snapshots', body: { name: name.trim() } } as const;
    const taken = await controlSandbox<Moment>(order, (told) => `The snapshot “${told.name}” is taken.`);
    if (taken) setName('');
  };
  return (
    <form
      class="ob-panel-row"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <label>
        <span>Name of a snapshot</span>
        <input
          type="text"
          required
          maxLength={policy.snapshot_name_characters}
          autocomplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="ob-button">
        Take a snapshot
      </button>
    </form>
  );
}

function MomentEntry({ moment, controlSandbox }: { moment: Moment } & Pick<MomentControlsProps, 'controlSandbox'>) {
  const { name, taken_at, records } = moment;
  const path = `/snapshots/${encodeURIComponent(name)}`;
  const goBack = () =>
    void controlSandbox(
      { path: `${path}/restore` },
      `The workspace is where it was at “${name}”. Undo takes you back here.`,
    );
  const remove = () => void controlSandbox({ path, method: 'DELETE' }, `The snapshot “${name}” is deleted.`);
  const when = new Date(taken_at);
  return (
    <li>
      <strong>{name}</strong>{' '}
      <span class="ob-panel-muted">
        <time dateTime={taken_at}>{when.toLocaleString()}</time>, {records} changed{' '}
        {records === 1 ? 'record' : 'records'}
      </span>
      <TwoSteps
        label="Delete"
        warning={`The snapshot “${name}” cannot be brought back.`}
        confirm="Delete it now"
        onConfirm={remove}
        tone="error"
      >
        <button type="button" class="ob-button" aria-label={`Go back to ${name}`} onClick={goBack}>
          Go back
        </button>
      </TwoSteps>
    </li>
  );
}
