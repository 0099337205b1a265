import { expect, test } from 'vitest';
import { requestExamples } from '../../src/site/reference/view/samples-view.ts';
import { UNFIT } from '../../src/openapi/schema/example.ts';
import { documentPages, textOf } from './document-pages.ts';

const { reference, markdown } = await documentPages(`
paths:
  /one:
    post:
      operationId: one
      requestBody:
        content: { application/json: { examples: { a: { summary: Only *one*, description: Said of it., value: 1 } } } }
      responses: { '204': { description: Done. } }
  /several:
    post:
      operationId: several
      requestBody:
        content: { application/json: { examples: { a: { externalValue: 'https://a.example' }, b: { value: 1 }, c: { value: 2 } } } }
      responses: { '204': { description: Done. } }
  /unfit:
    post:
      operationId: unfit
      parameters:
        - { name: ip, in: query, required: true, schema: { type: string, format: ipv4, pattern: '^never$' } }
        - { name: told, in: query, required: true, schema: { type: string, format: ipv4, pattern: '^never$' }, example: never }
        - { name: left, in: query, schema: { type: string, format: ipv4, pattern: '^never$' } }
      requestBody: { content: { application/json: { schema: { type: string, format: ipv4, pattern: '^never$' } } } }
      responses: { '204': { description: Done. } }
  /bytes:
    post:
      operationId: bytes
      requestBody: { content: { image/png: { examples: { a: { summary: A link, value: AAAA } } } } }
      responses: { '204': { description: Done. } }
`);

const examples = (id: string) => {
  const { operation } = reference.operations.get(id) ?? expect.unreachable();
  const { notes, others } = requestExamples(reference, operation);
  return {
    notes: notes.map(({ title, text }) => [title, textOf(text?.text)]),
    others: others.map(({ title }) => title),
  };
};

test('what the document says of the body that the samples send stands below them', () => {
  expect(examples('one')).toEqual({ notes: [['Request body: Only one', 'Said of it.']], others: [] });
  expect(examples('several')).toEqual({ notes: [['Request body: b', '']], others: ['a', 'c'] });
  expect(markdown('one')).toContain('### Example: Only *one*\n\nSaid of it.');
});

test('a file’s example is none that the samples send', () => {
  expect(examples('bytes')).toEqual({ notes: [], others: ['A link'] });
});

test('a value that is not right in every point is told of, be it of the body or of a parameter', () => {
  expect(examples('unfit').notes).toEqual([
    ['Request body', UNFIT],
    ['ip', UNFIT],
  ]);
  expect(markdown('unfit')).toContain(`## Samples\n\n\`ip\`: ${UNFIT}\n\n### `);
});
