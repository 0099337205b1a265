import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readReport, sum } from './test-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const file = join(folder, 'report.json');
afterAll(() => rmSync(folder, { recursive: true }));

function vitest(passed: number, failed: number, files: { status: string; assertionResults: unknown[] }[] = []): void {
  const report = { numPassedTests: passed, numFailedTests: failed, numPendingTests: 0, testResults: files };
  writeFileSync(file, JSON.stringify(report));
}

test('passed and failed tests are counted', () => {
  vitest(5, 2);
  expect(readReport('vitest', file, 1)).toEqual({ passed: 5, failed: 2, skipped: 0 });
});

test('a test file that does not load counts as failed', () => {
  vitest(5, 0, [{ status: 'failed', assertionResults: [] }]);
  expect(readReport('vitest', file, 1).failed).toBe(1);
});

test('a runner that crashed counts as failed, whatever it wrote', () => {
  vitest(5, 0);
  expect(readReport('vitest', file, null).failed).toBe(1);
  writeFileSync(file, '{"numPassed');
  expect(readReport('vitest', file, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(readReport('playwright', join(folder, 'absent.json'), 0).failed).toBe(1);
});

test('a runner that found no test counts as failed', () => {
  vitest(0, 0);
  expect(readReport('vitest', file, 0).failed).toBe(1);
});

test("Playwright's errors outside of tests count as failed", () => {
  const stats = { expected: 3, unexpected: 1, flaky: 0, skipped: 2 };
  writeFileSync(file, JSON.stringify({ stats, errors: [{ message: 'server did not start' }] }));
  expect(readReport('playwright', file, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('the sum adds each figure', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
