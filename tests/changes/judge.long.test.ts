import { afterAll, expect, test } from 'vitest';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { Judge } from './judge.ts';
import { mutations } from './mutations/all.ts';

/** Each takes a process of its own: of every twenty edits one is judged, with `EVERY_MUTATION=1` all. */
const step = process.env['EVERY_MUTATION'] ? 1 : 20;
const judged = mutations.filter(({ judgeDiffers }, index) => index % step === 0 || judgeDiffers !== undefined);

const before = await loadDocument(SPEC_FILE);
const judge = await Judge.open(before);
afterAll(() => judge.close());

test.each(judged)(
  'redocly diff says the same, or what is told of it: $name',
  async ({ edit, breaks, judgeDiffers }) => {
    const after = structuredClone(before);
    edit(after);
    expect(await judge.breaks(after)).toBe(judgeDiffers === undefined ? breaks : !breaks);
  },
);
