import { checkedOut, readMeasurement } from './measurement.ts';
import type { Measured } from './measurement.ts';

/** A generator whose client of this API's document compiles, and has listed the sandbox's contacts. */
export interface TriedGenerator {
  name: string;
  version: string;
  language: string;
  /** The version of OpenAPI of the document that it was given. */
  openapi: string;
  /** Whether its client compiles and lists contacts. */
  works: boolean;
}

export interface GeneratorsRan extends Measured {
  generators: TriedGenerator[];
}

/** The measurement that `npm run generators` leaves. */
export const GENERATORS_RAN = 'generators';

/** The run of the commit that is checked out; undefined where there was none: then nothing is claimed. */
export function generatorsRan(): GeneratorsRan | undefined {
  const ran = readMeasurement(GENERATORS_RAN) as Partial<GeneratorsRan> | undefined;
  if (ran === undefined || ran.commit !== checkedOut()) return undefined;
  return (ran.generators ?? []).length > 0 ? (ran as GeneratorsRan) : undefined;
}
