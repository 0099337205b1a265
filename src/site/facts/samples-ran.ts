import { checkedOut, readMeasurement } from './measurement.ts';
import type { Measured } from './measurement.ts';

/** The run in which every sample of the site was carried out by its own interpreter. */
export type SamplesRan = Measured;

/** `npm test` under `CI` keeps it once all samples have passed. */
export const SAMPLES_RAN = 'samples-ran';

/** The run of the commit that is checked out; undefined where there was none: then nothing is claimed. */
export function samplesRan(): SamplesRan | undefined {
  const ran = readMeasurement(SAMPLES_RAN);
  return ran && ran.commit === checkedOut() ? { commit: ran.commit, date: ran.date } : undefined;
}
