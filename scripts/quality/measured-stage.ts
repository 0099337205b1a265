import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkedOut, keepMeasurement, measurementFile, readMeasurement } from '../../src/site/facts/measurement.ts';
import { MEASURED_PARTS } from '../../src/site/quality/quality-report.ts';
import { root } from '../paths.ts';
import type { Counts } from '../test-report.ts';
import { judgeExchanges } from './contract-coverage.ts';

/**
 * Runs a stage of tests that tell what they measure, and keeps that once all of them have passed: the quality page tells it.
 * Exchanges that they leave are compared with the OpenAPI document; what is not as documented is a failure.
 *
 * @param run gets the environment that has the tests measure
 */
export async function measured(run: (env: Record<string, string>) => Promise<Counts>): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'measured-'));
  try {
    const counts = await run({ MEASURED_FOLDER: folder });
    if (counts.failed > 0) return counts;
    for (const name of [MEASURED_PARTS.kills, MEASURED_PARTS.fuzz, MEASURED_PARTS.agents]) {
      const file = join(folder, `${name}.json`);
      if (existsSync(file)) keepMeasurement(name, JSON.parse(readFileSync(file, 'utf8')) as object, root);
    }
    return globSync('exchanges-*.ndjson', { cwd: folder }).length > 0 ? await judged(folder, counts) : counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function judged(folder: string, counts: Counts): Promise<Counts> {
  const { figures, faults } = await judgeExchanges(folder);
  const { operations, responses } = figures;
  console.log(
    `Contract coverage: ${operations.covered} of ${operations.total} operations, ${responses.covered} of ${responses.total} response codes, ${figures.findings} findings.`,
  );
  for (const fault of faults.slice(0, 20)) console.error(`Not as documented: ${fault}`);
  if (faults.length > 0) return { ...counts, failed: counts.failed + 1 };
  keepMeasurement(MEASURED_PARTS.contract, figures, root);
  return { ...counts, passed: counts.passed + 1 };
}

/** Before a run of everything: what was measured of another commit is of no use to it, and would end the build under CI. */
export function forgetStaleMeasurements(): void {
  const commit = checkedOut(root);
  for (const name of Object.values(MEASURED_PARTS)) {
    const found = readMeasurement(name, root);
    if (found && found.commit !== commit) rmSync(measurementFile(name, root));
  }
}
