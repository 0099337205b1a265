import type { Change, Versions } from '../../openapi/changes/change.ts';
import type { Extension } from '../../openapi/changes/extension-changes.ts';
import { documentChanges } from '../../openapi/changes/document-changes.ts';
import { policyChanges } from '../../openapi/changes/policy-changes.ts';
import { usageOfExchanges } from '../../openapi/usage/exchange-usage.ts';
import type { Exchange } from '../../openapi/usage/har.ts';
import { touchingChanges } from '../../openapi/usage/touching.ts';
import type { Touch } from '../../openapi/usage/touching.ts';
import type { ReplayFile, ReplayStep } from '../replay/replay-file.ts';
import type { Seed } from '../seed/seed.ts';
import { rehearse } from './rehearse.ts';
import type { RehearsedStep } from './rehearse.ts';
import type { SpecVersion } from './version-rules.ts';

export interface RehearsalReport {
  steps: RehearsedStep[];
  /** The changes between the documents that touch what the session sends and receives, whether its answers show them or not. */
  touches: Touch[];
}

/** Plays a session against two versions to its end. @param changes between them */
export async function rehearseSession(
  file: ReplayFile,
  versions: Versions<SpecVersion>,
  changes: readonly Change[],
  seeded?: Seed,
): Promise<RehearsalReport> {
  const steps: RehearsedStep[] = [];
  for await (const step of rehearse(file, versions, seeded)) steps.push(step);
  return { steps, touches: touchesOf(steps, versions, changes) };
}

/** What changed between two versions, in their documents and, where both have them, their policies. */
export function changesBetween({ before, after }: Versions<SpecVersion>, extensions: readonly Extension[]): Change[] {
  const documents = { before: before.document, after: after.document };
  const policies =
    before.policies && after.policies ? policyChanges({ before: before.policies, after: after.policies }) : [];
  return [...documentChanges(documents, { extensions }), ...policies];
}

/** The changes that touch what was sent and came back by the older version. */
function touchesOf(
  steps: readonly RehearsedStep[],
  { before, after }: Versions<SpecVersion>,
  changes: readonly Change[],
): Touch[] {
  const both = [before.document, after.document];
  return touchingChanges(changes, usageOfExchanges(steps.map(exchangeOf), both), both);
}

function exchangeOf({ step, answers: { before } }: RehearsedStep): Exchange {
  const { headers = {} } = step;
  const text = sentText(step);
  return {
    method: step.method,
    url: new URL(step.path, 'http://sandbox'),
    headers: Object.entries(headers),
    mediaType: (headers['Content-Type'] ?? 'application/json').split(';')[0] ?? '',
    ...(text !== undefined && { body: text }),
    status: before.status ?? 0,
    responseHeaders: before.headers.map(([name, value]) => [name, value]),
    responseType: 'application/json',
    ...(before.body !== '' && { responseBody: before.body }),
  };
}

function sentText({ body, body_text }: ReplayStep): string | undefined {
  return body === undefined ? body_text : JSON.stringify(body);
}
