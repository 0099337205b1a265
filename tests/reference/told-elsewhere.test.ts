import { expect, test } from 'vitest';
import { SchemaViews } from '../../src/openapi/schema/schema-views.ts';
import { SchemaMarkdown } from '../../src/generators/markdown/schema-markdown.ts';
import { overviewMarkdown, resourceMarkdown } from '../../src/site/reference/markdown/reference-markdown.ts';
import { aboutView } from '../../src/site/reference/view/about-view.ts';
import { documentPages, textOf } from './document-pages.ts';

const { document, reference, view, markdown } = await documentPages(`
externalDocs: { url: 'https://docs.example' , description: The handbook }
tags: [{ name: things, externalDocs: { url: 'https://things.example' } }]
paths:
  /a:
    get:
      operationId: a
      tags: [things]
      parameters:
        - { name: none, in: query, schema: { type: string }, example: x }
        - { name: link, in: query, schema: { type: string }, examples: { y: { externalValue: 'https://a.example/y' } } }
        - { name: two, in: query, schema: { type: string }, examples: { z: { summary: Zed, description: Said of it., value: z }, y: { externalValue: 'https://a.example/y' } } }
        - name: state
          in: query
          schema: { oneOf: [{ const: open, title: Open, deprecated: true }, { const: closed }] }
        - name: plain
          in: query
          schema: { oneOf: [{ const: old, deprecated: true }, { const: new }] }
        - name: either
          in: query
          schema: { oneOf: [{ title: Former, type: object, deprecated: true, properties: { f: { type: string } } }, { title: Now, type: object }] }
      responses: { '204': { description: Done. } }
`);
const info = {
  ...document.info,
  summary: 'In *short*.',
  contact: { name: 'The team', email: 'team@a.example' },
  license: { name: 'Free', identifier: 'MIT' },
  termsOfService: 'https://a.example/terms',
};
const list = textOf(view('a').parameters[0]?.list.text);

test('an allowed value or alternative that is deprecated says so', () => {
  expect(list).toContain('state string open deprecated Open closed');
  expect(list).toContain('plain string old deprecated new');
  expect(list).toContain('Former deprecated');
  expect(markdown('a')).toContain('- `open` (deprecated): Open\n');
  expect(markdown('a')).toContain('Values: `old` (deprecated), `new`');
  expect(markdown('a')).toContain('**Former** · object · deprecated');
});

test('what the document says of an example of a parameter is told, and where it stands elsewhere', () => {
  expect(list).toContain('none string example x link string 1 example https://a.example/y y two');
  expect(list).toContain('2 examples z Zed Said of it. https://a.example/y y');
  expect(markdown('a')).toContain('Examples: [https://a.example/y](https://a.example/y) (y)\n');
  expect(markdown('a')).toContain('- `z` (Zed): Said of it.\n  - [https://a.example/y](https://a.example/y) (y)\n');
});

test('the overview says whom to ask, and where more stands', () => {
  const about = { ...reference, document: { ...document, info } };
  expect(overviewMarkdown(about)).toContain(
    [
      'T, version 1.\n\nIn \\*short\\*.\n',
      '- Contact: The team, [team@a.example](mailto:team@a.example)',
      '- License: Free (MIT)',
      '- [Terms of service](https://a.example/terms)',
      '- [The handbook](https://docs.example)\n',
    ].join('\n'),
  );
  expect(textOf(aboutView(about.document)?.text)).toBe(
    'The team team@a.example Free (MIT) Terms of service The handbook',
  );
});

test('the Markdown of a resource leads to what its tag names', () => {
  const schemas = new SchemaMarkdown(new SchemaViews(document, () => ''));
  const [things] = reference.resources;
  expect(resourceMarkdown(reference, schemas, things ?? expect.unreachable())).toContain(
    '[https://things.example](https://things.example)',
  );
});
