import { expect, test } from 'vitest';
import { exportFormats } from '../../src/generators/recorded-calls/export-formats.ts';
import { exported, recordSession } from './session.ts';

const session = await recordSession();

// `exports.slow.test.ts` runs what is printed. Here a change of its text is seen at once: `npx vitest -u` keeps it.
test.each(exportFormats)('a session is printed as $label as it was when it was run', async ({ id }) => {
  await expect(exported(session, id).text).toMatchFileSnapshot(`printed/${id}.txt`);
});
