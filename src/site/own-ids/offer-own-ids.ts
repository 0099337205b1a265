/** Offers the ids of records that the reader has made, wherever this page takes one: loaded once there are such, and such a place. */
import { lazy } from '../lazy.ts';
import type { WorkspaceWatch } from '../workspace-strip/workspace-watch.ts';
import { ownRecords } from './own-records.ts';
import type { OwnRecords } from './own-records.ts';

const chunk = lazy(() => import('./own-ids.chunk.ts'));

/** What takes an id: a console, or a block of code that can be run. */
const PLACES = '[data-console], [data-runnable]';

export function offerOwnIds(watch: WorkspaceWatch): void {
  if (!document.querySelector(PLACES)) return;
  const records: OwnRecords = () => (watch.summary ? ownRecords(watch.summary) : []);
  const end = watch.subscribe(() => {
    if (records().length === 0) return;
    chunk.load().then(
      ({ offerIn }) => {
        end();
        offerIn(records, (changed) => watch.subscribe(changed));
      },
      () => undefined,
    );
  });
}
