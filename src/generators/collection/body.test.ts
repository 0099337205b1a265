import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, RequestBodyObject } from '../../openapi/document/openapi-document.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import {
  hoppscotchBody,
  hoppscotchContentType,
  hoppscotchNotes,
  hoppscotchReader,
} from '../hoppscotch/hoppscotch-body.ts';
import { hurlBody } from '../hurl/hurl-body.ts';
import { insomniaNotes } from '../insomnia/insomnia-body.ts';
import { bodyIds, bodyNotes, collectionBody, unheadedNotes, untypedNotes } from './body.ts';
import type { CollectionBody } from './body.ts';
import type { ChainedId } from './chained-ids.ts';
import { plainBody } from './plain-request.ts';
import { filledText } from './request-text.ts';

const idOf = (variable: string): [string, ChainedId] => [
  variable,
  { variable, example: 'x_1', operationId: 'add', from: 'record' },
];
const chained = new Map([idOf('pet_id'), idOf('photo')]);

function bodyOf(content: RequestBodyObject['content'], ids = chained): CollectionBody {
  return givenBody(content, ids) ?? expect.unreachable();
}

function givenBody(content: RequestBodyObject['content'], ids = chained): CollectionBody | undefined {
  const post = { operationId: 'send', requestBody: { content }, responses: {} };
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: '', version: '1' },
    paths: { '/send': { post } },
  };
  const [operation = expect.unreachable()] = listOperations(document);
  return collectionBody(document, operation, ids);
}

const textOf = (body: CollectionBody): string =>
  'text' in body ? filledText(body.text, (name) => `<${name}>`) : expect.unreachable();

describe('a body in a collection', () => {
  test('of parts that are no form is its text, or a file where it has files: no program writes it in parts', () => {
    const file = { type: 'string', format: 'binary' };
    const text = bodyOf({ 'multipart/related': { example: { meta: { pet_id: 'pet_1', text: '{{a}}' }, plain: 'x' } } });
    expect(text).toMatchObject({
      kind: 'text',
      contentType: 'multipart/related; type="application/json"; boundary=boundary-5f2b9c41d7e8',
    });
    expect(textOf(text)).toBe(
      '--boundary-5f2b9c41d7e8\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n' +
        '{"pet_id":"<pet_id>","text":"\\u007b{a}}"}\r\n' +
        '--boundary-5f2b9c41d7e8\r\nContent-Disposition: form-data; name="plain"\r\n\r\nx\r\n--boundary-5f2b9c41d7e8--\r\n',
    );
    const files = bodyOf({ 'multipart/mixed': { schema: { properties: { file } }, example: { file: '' } } });
    expect(files).toMatchObject({
      kind: 'file',
      file: 'parts.bin',
      contentType: 'multipart/mixed; boundary=boundary-5f2b9c41d7e8',
    });
    expect(files.notes).toHaveLength(1);
  });

  test.each([
    ['application/jsonl', '{"n":1}\n', '{"n":1}\n'],
    ['application/xml', '<pet_id>pet_1</pet_id>', '<pet_id>pet_1</pet_id>'],
    ['application/json', 'text', '"text"'],
    ['application/json', { pet_id: 'pet_1', name: 'Rex' }, '{\n  "pet_id": "<pet_id>",\n  "name": "Rex"\n}'],
    ['application/vnd.x+json', { pet_id: 7 }, '{\n  "pet_id": 7\n}'],
    [
      'application/json',
      ['{{a}}', '{% b', '{# c', '<<d>>'],
      '[\n  "\\u007b{a}}",\n  "\\u007b% b",\n  "\\u007b# c",\n  "<\\u003cd>>"\n]',
    ],
  ])('of %s is sent as it is, and no text of its own is a variable: %j', (mediaType, example, text) => {
    const body = bodyOf({ [mediaType]: { example } });
    expect(body).toMatchObject({ contentType: mediaType });
    expect(textOf(body)).toBe(text);
  });

  test('has ids as variables however they are encoded, and nothing else as one', () => {
    const form = {
      'application/x-www-form-urlencoded': { example: { pet_id: 'pet_1', in: { pet_id: 'pet_1' }, _0_: '__0__' } },
    };
    const body = bodyOf(form);
    const variable = { variable: 'pet_id', kept: true };
    expect(body).toMatchObject({
      kind: 'form',
      fields: [
        { name: 'pet_id', text: [variable] },
        { name: 'in', text: ['{"pet_id":"', variable, '"}'] },
        { name: '_0_', text: '__0__' },
      ],
    });
    expect(bodyIds(body)).toEqual(['pet_id']);
    expect(bodyIds(bodyOf(form, new Map()))).toEqual([]);
  });

  test('has a file where one is sent, whatever other requests call their ids', () => {
    const schema = { type: 'object', properties: { photo: { type: 'string', format: 'binary' } } } as const;
    const body = bodyOf({ 'multipart/form-data': { schema, example: { photo: 'x', meta: { a: 1 } } } });
    expect(body).toMatchObject({
      kind: 'multipart',
      parts: [
        { name: 'photo', file: 'photo.bin' },
        { name: 'meta', type: 'application/json', text: '{"a":1}' },
      ],
    });
    expect(bodyNotes(body)).toEqual([
      'photo.bin is a file of yours: put it beside this collection, or choose another.',
    ]);
    expect(untypedNotes(body)).toEqual(['The part meta is sent without its media type, application/json.']);
    expect(hoppscotchNotes(body)).toEqual(['Choose photo.bin as photo.']);
    const bytes = bodyOf({ 'image/png': {} });
    expect(bytes).toMatchObject({ kind: 'file', file: 'file.png', contentType: 'image/png' });
    expect([...bodyIds(body), ...bodyIds(bytes), ...untypedNotes(bytes)]).toEqual([]);
    expect(hoppscotchNotes(bytes)).toEqual(['Choose file.png as the body, of image/png.']);
  });

  test('tells of the headers of parts that a program does not send', () => {
    const schema = { type: 'object', properties: { photo: { type: 'string', format: 'binary' } } } as const;
    const encoding = {
      photo: { headers: { 'X-A': { required: true, schema: { const: 1 } }, 'X-B': { example: 'b' } } },
    };
    const body = bodyOf({ 'multipart/form-data': { schema, encoding, example: { photo: 'x', meta: { a: 1 } } } });
    expect(body).toMatchObject({
      parts: [
        {
          name: 'photo',
          headers: [
            ['X-A', '1'],
            ['X-B', 'b'],
          ],
        },
        { name: 'meta' },
      ],
    });
    const note = 'The part photo is sent without X-A, X-B.';
    expect(unheadedNotes(body)).toEqual([note]);
    expect(untypedNotes(body)).toContain(note);
    expect(insomniaNotes(body)).toContain(note);
    expect(unheadedNotes(undefined)).toEqual([]);
  });

  test('is none where the document says nothing of it', () => {
    expect(givenBody({ 'application/json': {} })).toBeUndefined();
    expect([bodyNotes(undefined), untypedNotes(undefined)]).toEqual([[], []]);
  });
});

test.each([
  ['a`b', '```\na`b```'],
  ['a```b', '`a\\u{60}\\u{60}\\u{60}b`'],
  ['ends `', '`ends \\u{60}`'],
  ['{{x}}\\', '`\\u{7b}\\u{7b}x\\u{7d}\\u{7d}\\u{5c}`'],
])('Hurl reads the text %j as it is', (example, line) => {
  expect(hurlBody(bodyOf({ 'text/plain': { example } }))).toEqual([line]);
});

test('Hurl reads names and values that begin like something else', () => {
  const example = { '[Asserts]': 'file,x;', '#': '# no comment' };
  expect(hurlBody(bodyOf({ 'multipart/form-data': { example } }))).toEqual([
    '[Multipart]',
    '\\u{5b}Asserts]: \\u{66}ile,x;',
    '\\u{23}: \\u{23} no comment',
  ]);
});

test('Hoppscotch reads each field, and the text of those that share a name', () => {
  const form = (example: object) => bodyOf({ 'application/x-www-form-urlencoded': { example } });
  const fields = form({ 'a:b': '"q"', ' c': 'x\ny', '# d': ' e', plain: '#f', pet_id: 'pet_1' });
  expect(hoppscotchBody(fields, (name) => `<<${name}>>`)).toEqual({
    contentType: 'application/x-www-form-urlencoded',
    body: '"a:b": "\\u0022q\\u0022"\n" c": "x\\ny"\n"# d": " e"\nplain: "#f"\npet_id: <<pet_id>>',
  });
  expect(hoppscotchContentType(fields)).toBeUndefined();
  const { body: list } = plainBody(form({ a: ['b c', 'd'], pet_id: 'pet_1' }), hoppscotchReader);
  expect(hoppscotchBody(list, (name) => `<<${name}>>`)).toEqual({
    contentType: 'text/plain',
    body: 'a=b+c&a=d&pet_id=<<pet_id>>',
  });
  expect(hoppscotchContentType(list)).toBe('application/x-www-form-urlencoded');
});
