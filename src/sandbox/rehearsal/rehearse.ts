import type { Versions } from '../../openapi/changes/change.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import type { Operation } from '../../openapi/model/operations.ts';
import { operationFinder } from '../../openapi/usage/match-operation.ts';
import { play } from '../replay/play.ts';
import type { SendStep } from '../replay/play.ts';
import type { PlayedStep, ReplayAnswer } from '../replay/played-step.ts';
import type { ReplayFile, ReplayStep } from '../replay/replay-file.ts';
import type { Seed } from '../seed/seed.ts';
import { compareAnswers } from './compare-answers.ts';
import type { RehearsalFinding } from './compare-answers.ts';
import { rulesOfVersion } from './version-rules.ts';
import type { SpecVersion } from './version-rules.ts';

/** One request of a session, answered by two versions. */
export interface RehearsedStep {
  index: number;
  step: ReplayStep;
  /** By its id in the older version; undefined for what is no operation. */
  operation: string | undefined;
  answers: Versions<ReplayAnswer>;
  findings: RehearsalFinding[];
}

/**
 * Plays a session in two sandboxes side by side, of which one keeps to the older version of the spec and the other to the newer one.
 * What the newer one refuses is done there by the older version's rules after all, so that each later request meets the records that
 * it met when it was recorded.
 */
export async function* rehearse(
  file: ReplayFile,
  versions: Versions<SpecVersion>,
  seeded?: Seed,
): AsyncGenerator<RehearsedStep> {
  const rules = { before: rulesOfVersion(versions.before), after: rulesOfVersion(versions.after) };
  const find = finders(versions);
  let current: ReplayAnswer | undefined;
  const sendNewer: SendStep = async (send) => {
    const answer = await send(rules.after);
    if (isRefused(answer) && current && !isRefused(current)) await send(rules.before);
    return answer;
  };
  const shared = seeded ? { seeded } : {};
  const older = play(file, { ...shared, sendStep: (send) => send(rules.before) });
  const newer = play(file, { ...shared, sendStep: sendNewer });
  try {
    for await (const played of older) {
      current = played.answer;
      const next = await newer.next();
      if (next.done) return;
      yield rehearsed(played, next.value, find(played.step), versions);
    }
  } finally {
    await newer.return(undefined);
  }
}

function isRefused({ status }: ReplayAnswer): boolean {
  return status !== null && status >= 400;
}

function rehearsed(
  { index, step, answer: before }: PlayedStep,
  { answer: after }: PlayedStep,
  operations: Versions<Operation | undefined>,
  versions: Versions<SpecVersion>,
): RehearsedStep {
  const documents = { before: versions.before.document, after: versions.after.document };
  const answers = { before, after };
  const isControl = step.path.startsWith('/_sandbox');
  const findings = isControl ? [] : compareAnswers({ answers, documents, operations });
  return { index, step, operation: operations.before?.operationId, answers, findings };
}

/** Finds the operation of a step in both versions; in the newer one also where it has moved. */
function finders({ before, after }: Versions<SpecVersion>): (step: ReplayStep) => Versions<Operation | undefined> {
  const [older, newer] = [operationFinder(before.document), operationFinder(after.document)];
  const moved = new Map(listOperations(after.document).map((operation) => [operation.operationId, operation]));
  return ({ method, path }) => {
    const request = { method, url: new URL(path, 'http://sandbox') };
    const old = older(request);
    return { before: old, after: newer(request) ?? (old && moved.get(old.operationId)) };
  };
}
