import { expect, test } from 'vitest';
import type { MediaTypeObject, OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { listOperations } from '../model/operations.ts';
import { bundleOperation } from './bundled-operation.ts';

const schemas: Record<string, SchemaObject> = {
  Upload: {
    type: 'object',
    properties: {
      note: { type: 'string' },
      photos: { type: 'array', items: { type: 'string', format: 'binary' } },
      logo: {},
    },
  },
};

function bodyOf(content: Record<string, MediaTypeObject>) {
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    paths: { '/uploads': { post: { operationId: 'upload', requestBody: { content }, responses: {} } } },
    components: { schemas },
  };
  const operation = listOperations(document)[0] ?? expect.unreachable();
  return bundleOperation(document, operation).body?.content ?? [];
}

const schema = { $ref: '#/components/schemas/Upload' };

test('a schema that several media types share has one form', () => {
  const [json, form, text, xml] = bodyOf({
    'application/json': { schema },
    'application/x-www-form-urlencoded': { schema },
    'text/plain': { schema },
    'application/xml': { schema },
  });
  expect(json?.form?.shapes[0]?.fields?.map(({ name }) => name)).toEqual(['note', 'photos', 'logo']);
  expect(json?.schema).toEqual({ $ref: '#/$defs/Upload' });
  expect(json).not.toHaveProperty('parts');
  expect(form).toMatchObject({ formOf: 0 });
  expect(form).not.toHaveProperty('form');
  for (const other of [text, xml]) {
    expect(other).not.toHaveProperty('form');
    expect(other).not.toHaveProperty('formOf');
  }
});

test('files are blank in the examples of a multipart body, and a member that only its encoding makes one gets a control', () => {
  const [json, multipart] = bodyOf({
    'application/json': { schema, example: { logo: 'x' } },
    'multipart/form-data': {
      schema,
      encoding: { logo: { contentType: 'image/png' } },
      example: { note: 'n', photos: ['a', 'b'], logo: 'bytes' },
    },
  });
  expect(json?.examples[0]?.value).toEqual({ logo: 'x' });
  expect(multipart?.examples[0]?.value).toEqual({ note: 'n', photos: ['', ''], logo: '' });
  expect(multipart?.parts).toEqual({ photos: { file: true }, logo: { file: true, contentType: 'image/png' } });
  const { shapes = [] } = multipart?.form ?? {};
  const kinds = shapes[0]?.fields?.map(({ name, shape }) => [name, shapes[shape]?.kind]);
  expect(kinds).toEqual([
    ['note', 'text'],
    ['photos', 'list'],
    ['logo', 'file'],
  ]);
  expect(shapes.map(({ kind }) => kind).filter((kind) => kind === 'file')).toHaveLength(2);
});

test('a file that a body has to have is in each example, also where the document leaves it out', () => {
  const member = { type: 'string', format: 'binary' };
  const upload: SchemaObject = {
    type: 'object',
    required: ['file', 'list', 'any'],
    properties: {
      file: member,
      list: { type: 'array', items: {} },
      any: {},
      optional: member,
      title: { type: 'string' },
    },
  };
  const examplesOf = (media: MediaTypeObject) =>
    bodyOf({ 'multipart/form-data': media })[0]?.examples.map(({ value }) => value);
  expect(examplesOf({ schema: upload, example: { title: 'Me' } })).toEqual([
    { title: 'Me', file: '', list: [''], any: '' },
  ]);
  expect(examplesOf({ schema: upload })?.[0]).toMatchObject({ file: '', list: [''], any: '' });
  const [{ form: { shapes = [] } = {} } = expect.unreachable()] = bodyOf({ 'multipart/form-data': { schema: upload } });
  const list = shapes[shapes[0]?.fields?.find(({ name }) => name === 'list')?.shape ?? -1];
  expect(list?.items?.map((item) => shapes[item]?.kind)).toEqual(['file']);
});

test('an example that lies elsewhere keeps its address, and one that is here has none', () => {
  const externalValue = 'https://example.com/pet.json';
  const [content] = bodyOf({
    'application/json': { examples: { far: { externalValue }, near: { summary: 'Near', value: { note: 'n' } } } },
  });
  expect(content).not.toHaveProperty('schema');
  const [far, near] = content?.examples ?? [];
  expect(far).toMatchObject({ name: 'far', externalValue });
  expect(near).toStrictEqual({ name: 'near', summary: 'Near', value: { note: 'n' } });
});

test('parts that have a place and no name have no form', () => {
  const [mixed, form] = bodyOf({ 'multipart/mixed': { schema, itemEncoding: {} }, 'multipart/form-data': { schema } });
  expect(mixed).toMatchObject({ mediaType: 'multipart/mixed', placed: true });
  expect(mixed).not.toHaveProperty('form');
  expect(form).not.toHaveProperty('placed');
});

test('a member that is no file for all that its encoding says keeps its control and its value', () => {
  const [multipart] = bodyOf({
    'multipart/form-data': {
      schema,
      encoding: { logo: { contentType: 'application/json' } },
      example: { logo: { a: 1 } },
    },
  });
  const { shapes = [] } = multipart?.form ?? {};
  const logo = shapes[0]?.fields?.find(({ name }) => name === 'logo');
  expect(shapes[logo?.shape ?? 0]?.kind).toBe('union');
  expect(multipart?.examples[0]?.value).toEqual({ logo: { a: 1 } });
});
