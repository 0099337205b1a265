import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../../../openapi/document/openapi-document.ts';
import { UniqueNames } from '../../../openapi/model/naming.ts';
import { SchemaViews } from '../../../openapi/schema/schema-views.ts';
import { atAnchor } from './anchors.ts';
import { SchemaHtml } from './schema-html.ts';

const field = (count: number): SchemaObject => ({
  type: 'object',
  properties: Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, { type: 'string' }])),
});
const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });

const schemas: Record<string, SchemaObject> = {
  Small: field(2),
  Large: field(100),
  Tree: { type: 'object', properties: { name: { type: 'string' }, children: { type: 'array', items: ref('Tree') } } },
  Ping: { type: 'object', properties: { pong: ref('Pong') } },
  Pong: { type: 'object', properties: { ping: ref('Ping') } },
  Card: { type: 'object', properties: { kind: { const: 'card' }, number: { type: 'string' } } },
  Iban: { type: 'object', properties: { kind: { const: 'iban' }, iban: { type: 'string' } } },
};

function render(
  schema: Schema,
  extra: Record<string, SchemaObject> = {},
): { html: string; links: string[]; ids: string[] } {
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    components: { schemas: { ...schemas, ...extra } },
  };
  const links: string[] = [];
  const renderer = new SchemaHtml(
    new SchemaViews(document, (target) => (links.push(target), `/schemas/${target.slice(21)}/`)),
  );
  const html = atAnchor(renderer.body(schema, 'request'), 'body', new UniqueNames()).text;
  return { html, links, ids: [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id) };
}

describe('members', () => {
  test('have an anchor made of the way to them', () => {
    const { ids, html } = render({
      type: 'object',
      properties: {
        a: { type: 'string' },
        list: { type: 'array', items: { type: 'object', properties: { deep_one: { type: 'integer' } } } },
      },
    });
    expect(ids).toEqual(['body-a', 'body-list', 'body-list-deep_one']);
    expect(html).toContain('<a class="anchor" href="#body-list-deep_one" aria-label="Link to deep_one">');
  });

  test('keep their anchors when others are added before or after them', () => {
    const before = render({ properties: { b: ref('Small') } }).ids;
    const after = render({ properties: { a: ref('Small'), b: ref('Small'), c: {} } }).ids;
    expect(before.every((id) => after.includes(id))).toBe(true);
  });

  test('of one name but for signs that an id cannot have are told apart', () => {
    expect(render({ properties: { 'a b': {}, 'a/b': {} } }).ids).toEqual(['body-a-b', 'body-a-b-2']);
  });

  test('tell type, mark, constraints, values, default and examples', () => {
    const { html } = render({
      required: ['a'],
      properties: {
        a: { type: 'string', maxLength: 9, default: 'x', examples: ['y'], deprecated: true },
        b: { enum: ['p', 'q'] },
        c: { type: 'integer', examples: [1, 2] },
      },
    });
    const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toBe(
      ' a string required deprecated at most 9 characters default x example y b string p q c integer examples 1 2 ',
    );
  });

  test('show what a document says as text, never as markup', () => {
    const { html } = render({
      properties: {
        '<img src=x>': { type: 'string', pattern: '<script>', default: '"><b>', enum: ['</code><script>'] },
      },
    });
    expect(html).not.toMatch(/<script|<img|"><b>/);
  });
});

describe('nested components', () => {
  test('stand in place while they are few', () => {
    const { html, links } = render({ properties: { small: ref('Small') } });
    expect(html).toContain('<details class="nested" open><summary>Small</summary>');
    expect(links).toEqual([]);
  });

  test('that are many become a link', () => {
    const { html, links } = render({ properties: { a: ref('Large'), b: ref('Large') } });
    expect(html).toContain('<a href="/schemas/Large/">Large</a>');
    expect(links).toContain('#/components/schemas/Large');
  });

  test('that contain themselves become a link, directly or by another', () => {
    expect(render(ref('Tree')).links).toEqual(['#/components/schemas/Tree']);
    expect(render(ref('Ping')).links).toEqual(['#/components/schemas/Pong']);
  });

  test('never make a body longer than a page', () => {
    const extra: Record<string, SchemaObject> = {};
    for (let n = 0; n < 40; n += 1)
      extra[`Level${n}`] = {
        type: 'object',
        properties: Object.fromEntries(
          Array.from({ length: 6 }, (_, k) => [`k${k}`, n < 39 ? ref(`Level${n + 1}`) : { type: 'string' }]),
        ),
      };
    expect(render(ref('Level0'), extra).ids.length).toBeLessThan(150);
  });
});

describe('alternatives', () => {
  test('are exclusive details named by their component, told apart by the discriminator', () => {
    const { html, ids } = render({ oneOf: [ref('Card'), ref('Iban')], discriminator: { propertyName: 'kind' } });
    expect(html).toContain('One of, told by <code>kind</code>');
    expect(html).toContain(
      '<details class="variant" id="body-Card" name="body-union" open><summary><b>Card</b> <code>card</code></summary>',
    );
    expect(ids).toContain('body-Iban-iban');
  });

  test('of plain values are told by the type alone', () => {
    expect(render({ properties: { a: { oneOf: [{ type: 'string' }, { type: 'integer' }] } } }).html).not.toContain(
      'union',
    );
  });

  test('beside members follow them', () => {
    const { ids } = render({ type: 'object', properties: { amount: {} }, oneOf: [ref('Card'), ref('Iban')] });
    expect(ids.slice(0, 2)).toEqual(['body-amount', 'body-Card']);
  });

  test('with null only are the other member', () => {
    const { html } = render({ properties: { a: { anyOf: [ref('Small'), { type: 'null' }] } } });
    expect(html).toContain('Small or null');
    expect(html).not.toContain('union');
  });
});

test('patterns, other members and tuples have a place of their own', () => {
  const { ids } = render({
    properties: { pair: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] } },
    patternProperties: { '^x-': { type: 'string' } },
    additionalProperties: { type: 'boolean' },
  });
  expect(ids).toEqual(['body-pair', 'body-pair-0', 'body-pair-1', 'body-x', 'body-any']);
});

test('a union that leads back to itself, at once or by way of a list, is a link', () => {
  const extra: Record<string, SchemaObject> = {
    Json: { oneOf: [{ type: 'string' }, { type: 'array', items: ref('Json') }] },
    Self: { oneOf: [ref('Self'), { type: 'string' }] },
  };
  const { links } = render({ type: 'object', properties: { a: ref('Json'), b: ref('Self') } }, extra);
  expect(links).toEqual([ref('Json').$ref, ref('Self').$ref]);
});

test('a component of more members than a page can bear stands on its own page', () => {
  const huge = { Huge: field(500) };
  const { links, ids } = render({ type: 'array', items: ref('Huge') }, huge);
  expect([links, ids]).toEqual([[ref('Huge').$ref], []]);
});
