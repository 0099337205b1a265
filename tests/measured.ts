import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder for what a stage of tests measures; undefined in a run that nobody asks for it. */
export const measuredFolder: string | undefined = process.env['MEASURED_FOLDER'];

/** Leaves figures of a test for the stage that runs it: `npm test` keeps them once all of its tests have passed. */
export function tellMeasured(name: string, figures: object): void {
  if (measuredFolder !== undefined) writeFileSync(join(measuredFolder, `${name}.json`), JSON.stringify(figures));
}
