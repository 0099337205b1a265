import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { examplesOf } from './example.ts';
import { xmlOf } from './example-xml.ts';

const pet: Schema = {
  type: 'object',
  xml: { name: 'pet', namespace: 'https://example.com/pets' },
  properties: {
    id: { type: 'integer', xml: { attribute: true } },
    name: { type: 'string', xml: { name: 'petName', prefix: 'p' } },
    tags: { type: 'array', items: { type: 'string', xml: { name: 'tag' } } },
    photos: { type: 'array', xml: { wrapped: true }, items: { type: 'string', xml: { name: 'photo' } } },
  },
};
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  components: { schemas: { Owner: { type: 'object', properties: { pet } } } },
};

test('names, attributes, prefixes and namespaces stand where `xml` says', () => {
  expect(xmlOf(document, pet, { id: 7, name: 'Rex & Co.', tags: ['a', 'b'], photos: ['x.png'] })).toBe(
    `<pet xmlns="https://example.com/pets" id="7">
  <p:petName>Rex &amp; Co.</p:petName>
  <tag>a</tag>
  <tag>b</tag>
  <photos>
    <photo>x.png</photo>
  </photos>
</pet>`,
  );
});

test('a component names the root, a member without schema is named by its key', () => {
  const owner = { $ref: '#/components/schemas/Owner' };
  expect(xmlOf(document, owner, { 'odd key': null, pet: { id: 1 } })).toBe(
    '<Owner>\n  <odd_key/>\n  <pet xmlns="https://example.com/pets" id="1"/>\n</Owner>',
  );
  expect(xmlOf(document, { type: 'array', items: owner }, [{}])).toBe('<root>\n  <Owner/>\n</root>');
  expect(xmlOf(document, { type: 'array', items: owner }, [{}, {}])).toBe('<root>\n  <Owner/>\n  <Owner/>\n</root>');
});

test('the example of an XML body is XML, given as a value or made from the schema', () => {
  const [made] = examplesOf(document, { mediaType: 'application/xml', schema: pet, examples: [] }, 'request');
  expect(made?.value).toMatch(/^<pet xmlns="https:\/\/example\.com\/pets" id="1">\n {2}<p:petName>/);
  const given = { name: '', summary: '', description: '', value: { id: 2 } };
  const examples = [given, { ...given, value: '<pet/>' }];
  const values = examplesOf(document, { mediaType: 'text/xml', schema: pet, examples }, 'request').map(
    (example) => example.value,
  );
  expect(values).toEqual(['<pet xmlns="https://example.com/pets" id="2"/>', '<pet/>']);
});

test('a member is an attribute, text, CDATA or nothing of its own, as its node type says', () => {
  const schema: Schema = {
    xml: { name: 'note' },
    properties: {
      lang: { xml: { nodeType: 'attribute' } },
      head: { xml: { nodeType: 'none' }, properties: { id: { xml: { attribute: true } }, to: {} } },
      tags: { type: 'array', xml: { nodeType: 'element' }, items: { xml: { name: 'tag' } } },
    },
  };
  expect(xmlOf(document, schema, { lang: 'en', head: { id: 1, to: 'Ann' }, tags: ['a'] })).toBe(
    '<note lang="en" id="1">\n  <to>Ann</to>\n  <tags>\n    <tag>a</tag>\n  </tags>\n</note>',
  );
  const textIn = (nodeType: string): Schema => ({ xml: { name: 'a' }, properties: { text: { xml: { nodeType } } } });
  expect(xmlOf(document, textIn('text'), { text: 'x < y' })).toBe('<a>x &lt; y</a>');
  expect(xmlOf(document, textIn('cdata'), { text: 'x < y ]]> z' })).toBe('<a><![CDATA[x < y ]]]]><![CDATA[> z]]></a>');
});
