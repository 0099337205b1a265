import { existsSync, readFileSync } from 'node:fs';

/** What a test runner counted. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** A file that could not be loaded has no tests to count, and counts as one failed. */
function readVitest(report: VitestReport): Counts {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests,
  };
}

/** `errors` are those outside of any test: a file that does not load, a server that does not start. */
function readPlaywright({ stats, errors }: PlaywrightReport): Counts {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

/**
 * Reads a runner's JSON report. A runner that ended badly without naming a failed test, or left no readable report,
 * counts as one failure, so that a crash never looks like success.
 *
 * @param exitCode The runner's own; null if a signal ended it.
 */
export function readReport(kind: 'vitest' | 'playwright', file: string, exitCode: number | null): Counts {
  const counts = existsSync(file) ? parse(kind, readFileSync(file, 'utf8')) : undefined;
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1 };
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function parse(kind: 'vitest' | 'playwright', text: string): Counts | undefined {
  try {
    const report: unknown = JSON.parse(text);
    return kind === 'vitest' ? readVitest(report as VitestReport) : readPlaywright(report as PlaywrightReport);
  } catch {
    return undefined;
  }
}

/** The sum over all runners. */
export function sum(counts: readonly Counts[]): Counts {
  const total = (key: keyof Counts) => counts.reduce((before, each) => before + each[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}
