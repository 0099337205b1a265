import { describe, expect, test } from 'vitest';
import { adviceFor } from '../../src/openapi/changes/advice.ts';
import { documentChanges } from '../../src/openapi/changes/document-changes.ts';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { mutations } from './mutations/all.ts';

const before = await loadDocument(SPEC_FILE);

describe('of one edit of the specification', () => {
  test.each(mutations)('$name: breaks clients is $breaks', ({ edit, breaks }) => {
    const after = structuredClone(before);
    edit(after);
    const breaking = documentChanges({ before, after }).filter(({ severity }) => severity === 'breaking');
    expect(breaking.length > 0, breaking.map(({ message }) => message).join('\n')).toBe(breaks);
    // What to do is told by a line of the table.
    expect(
      breaking.filter((change) => /^(?:Nothing to do|Check what you rely on here)\.$/.test(adviceFor(change))),
    ).toEqual([]);
  });
});

test('a document and its copy have no changes', () => {
  expect(documentChanges({ before, after: structuredClone(before) })).toEqual([]);
});

test('the independent judge agrees on 95 of 100 edits, of which there are at least 80', () => {
  const differing = mutations.filter(({ judgeDiffers }) => judgeDiffers !== undefined);
  expect(mutations.length).toBeGreaterThanOrEqual(80);
  expect(differing.length / mutations.length).toBeLessThanOrEqual(0.05);
});
