/** The strip's chunk: loaded once the reader has done something in the sandbox of this browser. */
import { h, render } from 'preact';
import type { WorkspaceSummary } from '../../sandbox/control/summary.ts';
import { parseKey } from '../../sandbox/keys.ts';
import { ANSWERED, USED } from '../../sandbox/use-mark.ts';
import { offerOwnIds } from '../own-ids/offer-own-ids.ts';
import { control } from '../sandbox-panel/control-client.ts';
import { pageSandbox } from '../session/environments.ts';
import { pageSession } from '../session/page-session.ts';
import { keepFocus } from '../ui/focus/keep-focus.chunk.ts';
import { Strip } from './Strip.tsx';
import './strip.css';
import { isUntouched } from './words.ts';
import { WorkspaceWatch } from './workspace-watch.ts';

let watch: WorkspaceWatch | undefined;

/** Shows the strip, once. Where nothing was done in the reader's workspace, nothing is shown, and the next page loads none of this. */
export function showStrip(): void {
  if (watch) return;
  const session = pageSession();
  const own = new WorkspaceWatch(async () =>
    session.environment.id === 'sandbox' && parseKey(session.key)
      ? control<WorkspaceSummary>(session, '/summary')
      : undefined,
  );
  watch = own;
  addEventListener(ANSWERED, own.note);
  pageSandbox.load().then(
    (sandbox) => sandbox.onChangeElsewhere(own.note),
    () => undefined,
  );
  document.addEventListener('visibilitychange', own.note);
  session.subscribe(own.note);
  const end = own.subscribe(() => {
    const { summary } = own;
    if (!summary) return;
    if (isUntouched(summary, own.lookedAt)) return forget();
    end();
    mount(own);
  });
  offerOwnIds(own);
  void own.look();
}

function mount(own: WorkspaceWatch): void {
  const place = document.body.appendChild(document.createElement('div'));
  render(h(Strip, { session: pageSession(), watch: own }), place);
  keepFocus(place);
}

function forget(): void {
  try {
    localStorage.removeItem(USED);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
