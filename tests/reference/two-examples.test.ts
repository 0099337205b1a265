import { expect, test } from 'vitest';
import { read, writeDocument } from './write-document.ts';

test('an example beside examples is told, once a kind, and the examples are shown', async () => {
  const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a:
    get:
      parameters:
        - { name: one, in: query, example: 1, examples: {} }
        - { name: two, in: query, example: 1, examples: { a: { value: 2 } } }
      responses:
        '200':
          description: ok
          content: { application/json: { example: 1, examples: { a: { value: 2 } } } }
`;
  const { notes } = await read(await writeDocument({ 'api.yaml': text }));
  expect(notes).toEqual([
    expect.stringMatching(
      /:8 at #\/paths\/~1a\/get\/parameters\/1\/example: stands beside `examples`, and is left out \(2 times; this is the first\)$/,
    ),
  ]);
});
