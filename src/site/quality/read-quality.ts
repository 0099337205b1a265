import { Validator } from '@cfworker/json-schema';
import { checkedOut, measurementFile, readMeasurement } from '../facts/measurement.ts';
import { MEASURED_PARTS } from './quality-report.ts';
import type { MeasuredPart, QualityReport } from './quality-report.ts';
import { qualitySchema } from './quality-schema.ts';

const parts = Object.keys(MEASURED_PARTS) as MeasuredPart[];

/**
 * What is known of the quality of the commit that is checked out, from the files that its tests have left. What the build finds of
 * itself is not in it.
 *
 * @param folder The root of the repository.
 * @throws {Error} where a file is not as the schema says
 */
export function readQuality(folder = '.'): QualityReport {
  const commit = checkedOut(folder);
  const measured = Object.fromEntries(
    parts.map((part) => {
      const found = readMeasurement(MEASURED_PARTS[part], folder);
      return [part, found ? { ...found, current: found.commit === commit } : null];
    }),
  );
  return checkQuality({ version: 1, commit: commit || null, ...measured, built: null });
}

/** @throws {Error} where it is not as the schema says */
export function checkQuality(value: object): QualityReport {
  const { valid, errors } = new Validator(qualitySchema as object, '2020-12', false).validate(value);
  const [{ instanceLocation = '', error = '' } = {}] = errors.slice(-1);
  if (!valid) throw new Error(`What was measured is not as quality.schema.json says: ${instanceLocation} ${error}`);
  return value as QualityReport;
}

/** What was measured of another commit, one line each: under CI nobody may be told of it. */
export function staleMeasurements(report: QualityReport): string[] {
  return parts.flatMap((part) => {
    const found = report[part];
    if (!found || found.current) return [];
    const file = measurementFile(MEASURED_PARTS[part]);
    return `${file} was measured at ${found.commit}, and this is ${report.commit ?? 'changed since'}: run its tests again, or remove it.`;
  });
}
