import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { RehearsalReport } from '../../sandbox/rehearsal/report.ts';
import type { ReplayFile } from '../../sandbox/replay/replay-file.ts';
import type { ChangesFile } from '../changes/changes-file.ts';
import { pageSandbox } from '../session/environments.ts';

/** A session against the last release and what is to come; undefined: nothing has changed since. */
export async function rehearseNext(file: ReplayFile): Promise<(RehearsalReport & { since: string }) | undefined> {
  const { documents, versions } = await read<ChangesFile>('/changelog/changes.json');
  const next = versions.find(({ version }) => version === 'next');
  const [before, after] = [documents[next?.since ?? ''], documents['next']];
  if (!next || before === undefined || after === undefined) return undefined;
  const [older, newer, sandbox] = await Promise.all([
    read<OpenApiDocument>(before),
    read<OpenApiDocument>(after),
    pageSandbox.load(),
  ]);
  const { rehearseInPage } = await sandbox.rehearser();
  return { ...(await rehearseInPage(file, { before: older, after: newer }, next.changes)), since: next.since };
}

async function read<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded.`);
  return (await response.json()) as T;
}
