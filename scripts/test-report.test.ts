import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readReport, sum } from './test-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const file = join(folder, 'report.json');
afterAll(() => rmSync(folder, { recursive: true }));

function vitest(passed: number, failed: number, files: object[] = []): void {
  const report = { numPassedTests: passed, numFailedTests: failed, numPendingTests: 0, testResults: files };
  writeFileSync(file, JSON.stringify(report));
}

test('passed and failed tests are counted', () => {
  vitest(5, 2);
  expect(readReport('vitest', file, 1)).toMatchObject({ passed: 5, failed: 2, skipped: 0 });
});

test('what failed is named, with the first line of its reason', () => {
  const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };
  const failed = { status: 'failed', fullName: 'keeps order', failureMessages: ['Error: 2 before 1\n  at a.ts:1'] };
  vitest(1, 1, [{ name: 'a.test.ts', status: 'failed', assertionResults: [passed, failed] }]);
  expect(readReport('vitest', file, 1).failures).toEqual(['a.test.ts › keeps order: Error: 2 before 1']);
});

test('a test file that does not load counts as failed', () => {
  vitest(5, 0, [{ name: 'b.test.ts', status: 'failed', message: 'Cannot find b.ts', assertionResults: [] }]);
  expect(readReport('vitest', file, 1)).toMatchObject({ failed: 1, failures: ['b.test.ts: Cannot find b.ts'] });
});

test('a test file whose preparation fails counts as failed, though its tests were only skipped', () => {
  const skipped = { status: 'skipped', fullName: 'adds', failureMessages: [] };
  vitest(5, 0, [{ name: 'c.test.ts', status: 'failed', message: 'no package', assertionResults: [skipped] }]);
  expect(readReport('vitest', file, 1)).toMatchObject({ failed: 1, failures: ['c.test.ts: no package'] });
});

test('a runner that crashed counts as failed, whatever it wrote', () => {
  vitest(5, 0);
  expect(readReport('vitest', file, null)).toMatchObject({
    failed: 1,
    failures: ['vitest was ended by a signal, though no test failed'],
  });
  writeFileSync(file, '{"numPassed');
  expect(readReport('vitest', file, 0)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  expect(readReport('playwright', join(folder, 'absent.json'), 0).failed).toBe(1);
});

test('a runner that found no test counts as failed', () => {
  vitest(0, 0);
  expect(readReport('vitest', file, 0).failed).toBe(1);
});

test("Playwright's errors outside of tests count as failed, a test that passed on a second try as passed", () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
  const spec = (title: string, status: string) => ({
    title,
    file: 'e2e/a.spec.ts',
    line: 7,
    tests: [{ projectName: 'site', status }],
  });
  const inner = { specs: [spec('closes', 'unexpected'), spec('scrolls', 'flaky')] };
  const suites = [{ specs: [spec('opens', 'expected')], suites: [inner] }];
  writeFileSync(file, JSON.stringify({ stats, suites, errors: [{ message: 'server did not start' }] }));
  expect(readReport('playwright', file, 1)).toEqual({
    passed: 4,
    failed: 2,
    skipped: 2,
    failures: ['server did not start', '[site] e2e/a.spec.ts:7 › closes'],
    flaky: ['[site] e2e/a.spec.ts:7 › scrolls'],
  });
});

test('the sum adds each figure', () => {
  const one = { passed: 1, failed: 2, skipped: 3, failures: ['a', 'b'], flaky: ['c'] };
  const two = { passed: 2, failed: 4, skipped: 6, failures: ['a', 'b', 'a', 'b'], flaky: ['c', 'c'] };
  expect(sum([one, one])).toEqual(two);
});
