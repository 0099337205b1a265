import { existsSync, readFileSync } from 'node:fs';

/** What a test runner counted. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, each by its file and name: told again at the end, where it is found without scrolling. */
  readonly failures?: readonly string[];
  /** What passed on a second try only: to be looked into, though it does not fail the run. */
  readonly flaky?: readonly string[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: { title: string; file: string; line: number; tests: { projectName: string; status: string }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
}

const firstLine = (text = ''): string => text.trim().split('\n', 1)[0] ?? '';

/** A file that failed though none of its tests did, since it could not be loaded or prepared, counts as one failed. */
function readVitest(report: VitestReport): Counts {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${name} › ${fullName}: ${firstLine(failureMessages[0])}`),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests,
    failures: [...broken.map(({ name, message }) => `${name}: ${firstLine(message)}`), ...tests],
  };
}

/** The tests that ended so, in this suite and below it. */
function specsThatWere(ending: 'unexpected' | 'flaky', { specs, suites = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === ending)
      .map(({ projectName }) => `[${projectName}] ${file}:${line} › ${title}`),
  );
  return [...own, ...suites.flatMap((suite) => specsThatWere(ending, suite))];
}

/** `errors` are those outside of any test: a file that does not load, a server that does not start. */
function readPlaywright({ stats, suites, errors }: PlaywrightReport): Counts {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures: [
      ...errors.map(({ message }) => firstLine(message)),
      ...suites.flatMap((suite) => specsThatWere('unexpected', suite)),
    ],
    flaky: suites.flatMap((suite) => specsThatWere('flaky', suite)),
  };
}

/** One failure that no test has counted, and its reason. */
export function failedOnce(reason: string): Counts {
  return { passed: 0, failed: 1, skipped: 0, failures: [reason] };
}

/**
 * Reads a runner's JSON report. A runner that ended badly without naming a failed test, or left no readable report,
 * counts as one failure, so that a crash never looks like success.
 *
 * @param exitCode The runner's own; null if a signal ended it.
 */
export function readReport(kind: 'vitest' | 'playwright', file: string, exitCode: number | null): Counts {
  const counts = existsSync(file) ? parse(kind, readFileSync(file, 'utf8')) : undefined;
  if (!counts) return failedOnce(`${kind} left no readable report`);
  if (counts.passed + counts.failed === 0) return { ...counts, ...failedOnce(`${kind} found no test`) };
  if (exitCode === 0 || counts.failed > 0) return counts;
  const ending = exitCode === null ? 'was ended by a signal' : `ended with ${exitCode}`;
  return { ...counts, failed: 1, failures: [`${kind} ${ending}, though no test failed`] };
}

function parse(kind: 'vitest' | 'playwright', text: string): Counts | undefined {
  try {
    const report: unknown = JSON.parse(text);
    return kind === 'vitest' ? readVitest(report as VitestReport) : readPlaywright(report as PlaywrightReport);
  } catch {
    return undefined;
  }
}

/** The sum over all runners, and what failed or passed on a second try in any. */
export function sum(counts: readonly Counts[]): Counts {
  const total = (key: 'passed' | 'failed' | 'skipped') => counts.reduce((before, each) => before + each[key], 0);
  const failures = counts.flatMap((each) => each.failures ?? []);
  const flaky = counts.flatMap((each) => each.flaky ?? []);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped'), failures, flaky };
}
