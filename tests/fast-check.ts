import fc from 'fast-check';
import { seed } from './seed.ts';

fc.configureGlobal({
  seed,
  reporter: (details) => {
    if (!details.failed) return;
    const message = `PROPERTY_SEED=${seed} repeats this failure\n${fc.defaultReportMessage(details) ?? ''}`;
    throw new Error(message, { cause: details.errorInstance });
  },
});

/** fast-check, with the seed of this run. */
export { fc };
