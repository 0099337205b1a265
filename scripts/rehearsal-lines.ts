import { adviceFor } from '../src/openapi/changes/advice.ts';
import type { Versions } from '../src/openapi/changes/change.ts';
import { evidenceWords } from '../src/openapi/usage/touching.ts';
import type { Touch } from '../src/openapi/usage/touching.ts';
import type { RehearsalFinding } from '../src/sandbox/rehearsal/compare-answers.ts';
import type { RehearsedStep } from '../src/sandbox/rehearsal/rehearse.ts';
import type { RehearsalReport } from '../src/sandbox/rehearsal/report.ts';

/** A rehearsal as a terminal shows it. */
export function reportLines({ steps, touches }: RehearsalReport, titles: Versions<string>): string[] {
  const told = steps.filter(({ findings }) => findings.length > 0);
  const broken = steps.filter(({ findings }) => findings.some(({ isBreaking }) => isBreaking));
  return [
    `${titles.before} → ${titles.after}`,
    ...told.flatMap(stepLines),
    ...(touches.length > 0 ? ['', 'Changes that touch this session', ...touches.flatMap(touchLines)] : []),
    '',
    `${broken.length} of ${steps.length} requests break; ${touches.length} changes touch the session.`,
  ];
}

function stepLines({ index, step, operation, answers, findings }: RehearsedStep): string[] {
  const statuses = [answers.before, answers.after].map(({ status }) => status ?? 'no answer').join(' → ');
  const name = operation === undefined ? '' : ` (${operation})`;
  return ['', `${index + 1}. ${step.method} ${step.path}${name}  ${statuses}`, ...findings.map(findingLine)];
}

function findingLine({ isBreaking, in: side, place, message }: RehearsalFinding): string {
  return `  ${isBreaking ? 'breaks' : 'new   '}  ${side}${place === '' ? '' : ` ${place}`}: ${message}`;
}

function touchLines({ change, evidence }: Touch): string[] {
  const mark = change.severity === 'breaking' ? 'breaking' : change.kind;
  return [
    `  ${mark.padEnd(10)} ${change.message}`,
    `  ${' '.repeat(10)} ${evidence ? `${evidenceWords(evidence)} ` : ''}${adviceFor(change)}`,
  ];
}
