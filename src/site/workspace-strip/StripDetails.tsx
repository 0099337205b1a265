import { useEffect, useState } from 'preact/hooks';
import { plans } from '../../sandbox/generated/policies.ts';
import type { KindSummary, WorkspaceSummary } from '../../sandbox/control/summary.ts';
import { lazy } from '../lazy.ts';
import { SandboxButton } from '../sandbox-panel/button/SandboxButton.tsx';
import { control, ControlError } from '../sandbox-panel/control-client.ts';
import { formatTimestamp, standing } from '../sandbox-panel/format-time.ts';
import type { Session } from '../session/session.ts';
import { useLazy } from '../ui/fields/use-lazy.ts';
import { resetWarning, TwoSteps } from '../ui/TwoSteps.tsx';
import { budgetWords, countWords, deliveryWords } from './words.ts';
import { recordAddress, workspaceLinks } from './workspace-links.ts';
import type { WorkspaceLinks } from './workspace-links.ts';
import type { WorkspaceWatch } from './workspace-watch.ts';

const replayChunk = lazy(() => import('../replay/replay-controls.chunk.ts'));

interface StripDetailsProps {
  id: string;
  session: Session;
  watch: WorkspaceWatch;
  summary: WorkspaceSummary;
}

/** What the line of the strip has no room for: each kind of record with the newest, the limits, the clock, and what can be done. */
export function StripDetails({ id, session, watch, summary }: StripDetailsProps) {
  const replay = useLazy(replayChunk, true).value;
  const links = useLazy(workspaceLinks, true).value;
  const [said, setSaid] = useState('');
  const { limits, clock, records } = summary;
  useEffect(() => setSaid(''), [session.key]);
  const reset = () =>
    void control(session, '/reset', 'POST').then(
      () => watch.look().then(() => setSaid('The sample data is back. The next page does not show this line.')),
      (error: unknown) => setSaid(error instanceof ControlError ? error.trouble.title : String(error)),
    );
  return (
    <div class="ob-strip-details" id={id}>
      <p class="ob-strip-hint">
        What you have done in the sandbox of this browser. It is nowhere else: live and local calls are not among it.
      </p>
      <dl>
        {Object.entries(records).map(([kind, summary]) => (
          <KindEntry key={kind} kind={kind} summary={summary} links={links} />
        ))}
        <dt>Deliveries</dt>
        <dd>{deliveryWords(summary) || 'none yet'}</dd>
        <dt>Clock</dt>
        <dd>
          <time dateTime={clock.now}>{formatTimestamp(clock.now)}</time>,{' '}
          {standing(clock.frozen, Date.parse(clock.now) - watch.lookedAt).toLowerCase()}
        </dd>
        <dt>Requests left</dt>
        <dd>
          {budgetWords(limits.minute)} this minute, {budgetWords(limits.burst)} this second, on the{' '}
          {plans[limits.plan].name} plan
        </dd>
      </dl>
      <div class="ob-strip-acts">
        <TwoSteps label="Reset" warning={resetWarning} confirm="Reset now" onConfirm={reset} tone="error">
          <SandboxButton session={session} />
        </TwoSteps>
        <div class="ob-replay-room">{replay && <replay.ReplayControls session={session} />}</div>
      </div>
      <p class="ob-strip-hint" role="status">
        {said}
      </p>
    </div>
  );
}

interface KindEntryProps {
  kind: string;
  summary: KindSummary;
  links: WorkspaceLinks | undefined;
}

/** As many of the newest are named. */
const shown = 3;

function KindEntry({ kind, summary, links }: KindEntryProps) {
  const list = links?.lists[kind];
  return (
    <>
      <dt>{list === undefined ? kind : <a href={list}>{kind}</a>}</dt>
      <dd>
        {countWords(summary).join(', ')}
        {summary.newest.slice(0, shown).map(({ id, name }) => (
          <OwnRecord key={id} id={id} name={name} address={links && recordAddress(links, id)} />
        ))}
      </dd>
    </>
  );
}

function OwnRecord({ id, name, address }: { id: string; name: string; address: string | undefined }) {
  return (
    <span class="ob-strip-record">
      {address === undefined ? <code>{id}</code> : <a href={address}>{id}</a>} {name}
    </span>
  );
}
