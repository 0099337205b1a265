import { describe, expect, it } from 'vitest';
import type { OpenApiDocument, Schema } from '../../openapi/document/openapi-document.ts';
import { SchemaViews } from '../../openapi/schema/schema-views.ts';
import { bodyMarkdown } from './body-markdown.ts';
import { headerItem } from './header-markdown.ts';
import { llmsText } from './llms.ts';
import { SchemaMarkdown, valueItem, valueList } from './schema-markdown.ts';
import { code, fence, indent, mapLinks, prose } from './markdown-syntax.ts';

describe('pieces of Markdown', () => {
  it('fence code that has fences and ticks in it', () => {
    expect(code('a`b')).toBe('`` a`b ``');
    expect(fence('```js\nx\n```', 'md')).toBe('````md\n```js\nx\n```\n````');
  });

  it('leave code alone when links change', () => {
    const text = 'See [a](/a/), [`b`](/b/ "t") and `[c](/c/)`.\n\n```md\n[d](/d/)\n```\n';
    expect(mapLinks(text, (href) => href.toUpperCase())).toBe(
      'See [a](/A/), [`b`](/B/ "t") and `[c](/c/)`.\n\n```md\n[d](/d/)\n```\n',
    );
  });

  it('keep a description’s headings below the one it stands under, and comments in its code', () => {
    expect(prose('# A\n```sh\n# b\n```', 2)).toBe('### A\n```sh\n# b\n```');
    expect(indent('a\n\nb')).toBe('  a\n\n  b');
  });
});

describe('a schema as Markdown', () => {
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    components: {
      schemas: {
        Node: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
          },
        },
      },
    },
  };
  const address = (ref: string) => `/schemas/${ref.split('/').at(-1)?.toLowerCase()}/`;
  const schemas = new SchemaMarkdown(new SchemaViews(document, address));

  it('tells type, marks, constraints, values and description of each field, nested ones below', () => {
    const schema = {
      type: 'object',
      required: ['size'],
      properties: {
        size: { type: 'integer', minimum: 1, maximum: 9, description: 'How many.' },
        box: { type: 'object', properties: { kind: { enum: ['a', 'b'] } } },
        secret: { type: 'string', writeOnly: true },
      },
    };
    expect(schemas.body(schema, 'response')).toBe(
      '- `size` · integer · **required** · 1 to 9\n  How many.\n- `box` · object\n  - `kind` · string\n    Values: `a`, `b`',
    );
  });

  it('links to a component that contains itself', () => {
    expect(schemas.body({ $ref: '#/components/schemas/Node' }, 'response')).toContain(
      '- `children` · array of Node\n  Members: [Node](/schemas/node/)',
    );
  });

  it('tells what holds only sometimes, as the page does', () => {
    const schema: Schema = {
      type: 'object',
      properties: { country: { type: 'string' }, card: { type: 'string' } },
      if: { properties: { country: { const: 'US' } } },
      then: { required: ['state', 'country'], properties: { state: { type: 'string', maxLength: 2 } } },
      else: { required: ['region'] },
      dependentRequired: { card: ['cvc'] },
    };
    expect(schemas.body(schema, 'request')).toBe(
      [
        '- `country` · string',
        '- `card` · string',
        '- **If country is US or not given** · required `country`',
        '  - `state` · string · **required** · at most 2 characters',
        '- **Otherwise** · required `region`',
        '- **With card** · required `cvc`',
      ].join('\n'),
    );
  });

  it('tells the items of a tuple, those that may follow too, and where more is said of a field', () => {
    const pair: Schema = { prefixItems: [{ type: 'string' }, { type: 'integer' }], items: { type: 'boolean' } };
    const schema: Schema = { properties: { pair }, externalDocs: { url: '/x' } };
    expect(schemas.body(schema, 'request')).toBe(
      '- `pair` · tuple of 2\n  - Item 0 · string\n  - Item 1 · integer\n  - Item 2+ · boolean',
    );
    const told: Schema = { properties: { a: { type: 'string', externalDocs: { url: '/x', description: 'More' } } } };
    expect(schemas.body(told, 'request')).toBe('- `a` · string\n  [More](/x)');
  });

  it('lists the alternatives of a union with what chooses them', () => {
    const union: Schema = {
      discriminator: { propertyName: 'type' },
      oneOf: [
        { title: 'Card', properties: { type: { const: 'card' }, number: { type: 'string' } } },
        { title: 'Bank', properties: { type: { const: 'bank' }, iban: { type: 'string' } } },
      ],
    };
    const text = schemas.body(union, 'request');
    expect(text).toMatch(/^One of, told by `type`:\n- \*\*Card\*\* \(`card`\) · object\n {2}- `type`/);
    expect(text).toContain('  - `iban` · string');
  });
});

describe('what is sent, as Markdown', () => {
  const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'T', version: '1' } };
  const schemas = new SchemaMarkdown(new SchemaViews(document, () => ''));

  it('tells how a list looks in an address, and each of several examples', () => {
    const named = (name: string, value: unknown) => ({ name, value, summary: '', description: '' });
    const parameter = {
      name: 'tags',
      in: 'query' as const,
      description: 'Any of them.',
      required: false,
      deprecated: false,
      schema: { type: 'array', items: { type: 'string' } },
      examples: [named('one', ['a']), named('two_*', ['a', 'b'])],
      style: 'form',
      explode: true,
    };
    expect(headerItem(schemas, parameter)).toBe(
      '- `tags` · array of string · sent as `tags=a` · example `["a"]`\n' +
        '  Any of them.\n  Examples: `["a"]` (one), `["a","b"]` (two\\_\\*)',
    );
  });

  it('tells how parts of a form are sent, where the document says it', () => {
    const schema: Schema = { type: 'object', properties: { file: { type: 'string' }, tags: { type: 'array' } } };
    const encoding = {
      file: { contentType: 'image/png', headers: { 'X-Id': {} } },
      tags: { explode: false },
      rest: {},
    };
    const media = { mediaType: 'multipart/form-data', schema, examples: [], encoding };
    expect(bodyMarkdown(schemas, [media], 'request')).toContain(
      'Sent in parts:\n\n- `file` is sent as `image/png` with `X-Id`\n- `tags` is sent, in one piece',
    );
    const json = { mediaType: 'application/json', schema, examples: [] };
    expect(bodyMarkdown(schemas, [json, media], 'request')).toContain(
      'Sent in parts as `multipart/form-data`:\n\n- `file` is sent as `image/png`',
    );
  });
});

it('llms.txt leaves out a section without pages', () => {
  const page = { title: 'A [b]', description: 'Two\nlines.', href: '/a.md' };
  const sections = [
    { title: 'Pages', pages: [page] },
    { title: 'Empty', pages: [] },
  ];
  expect(llmsText({ title: 'T', description: 'D.', sections })).toBe(
    '# T\n\n> D.\n\n## Pages\n\n- [A \\[b\\]](/a.md): Two lines.\n',
  );
});

describe('a named value', () => {
  const value = (description: string, ...described: string[]) => ({
    ...{ type: 'string', constraints: [], examples: [], externalDocs: undefined, unions: [] },
    description,
    values: ['a', 'b'].map((value, index) => ({ value, description: described[index] ?? '' })),
  });
  const item = (description: string) =>
    valueItem('`kind`', value(description) as unknown as Parameters<typeof valueItem>[1], { members: '' });

  it('has its values right below one plain line, and an empty line behind anything else', () => {
    expect(item('What it is.')).toBe('- `kind` · string\n  What it is.\n  Values: `a`, `b`');
    expect(item('What it is.\nMore.')).toBe('- `kind` · string\n  What it is.\n  More.\n\n  Values: `a`, `b`');
    expect(item('- One')).toBe('- `kind` · string\n  - One\n\n  Values: `a`, `b`');
    expect(item('')).toBe('- `kind` · string\n  Values: `a`, `b`');
  });

  it('lists its values where the document describes one of them', () => {
    const view = value('', 'First. ') as unknown as Parameters<typeof valueList>[0];
    expect(valueList(view)).toBe('- `a`: First.\n- `b`');
  });
});
