import { expect, test } from 'vitest';
import { read, writeDocument } from './write-document.ts';

test('what is behind items that are left out is told with its own place, and they are gone', async () => {
  const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a:
    get:
      parameters:
        - { name: lost }
        -
        - { name: b, in: body }
        - { name: fine, in: query }
        - { name: late, in: query, required: "yes" }
      responses: {}
tags:
  -
  - { name: one, parent: gone }
`;
  const { document, notes } = await read(await writeDocument({ 'api.yaml': text }));
  expect(notes).toContainEqual(expect.stringMatching(/:11 at #\/paths\/~1a\/get\/parameters\/4\/required: /));
  expect(notes).toContainEqual(expect.stringMatching(/:15 at #\/tags\/1\/parent: /));
  expect(document.paths?.['/a']?.get?.parameters).toEqual([
    { name: 'fine', in: 'query' },
    { name: 'late', in: 'query' },
  ]);
  expect(document.tags).toEqual([{ name: 'one' }]);
});
