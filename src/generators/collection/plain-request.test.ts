import { expect, test } from 'vitest';
import { brunoReader } from '../bruno/bruno-body.ts';
import { hoppscotchReader } from '../hoppscotch/hoppscotch-body.ts';
import { READ } from '../http-file/http-message.ts';
import { hurlReader } from '../hurl/hurl-body.ts';
import { insomniaBody, insomniaNotes } from '../insomnia/insomnia-body.ts';
import type { CollectionBody } from './body.ts';
import type { CollectionRequest } from './collection.ts';
import { plainBody, plainRequest } from './plain-request.ts';
import type { RequestReader } from './plain-request.ts';

const FORM = 'application/x-www-form-urlencoded';
const text = (content: string, contentType = 'text/plain'): CollectionBody => ({
  kind: 'text',
  contentType,
  text: content,
  notes: [],
});
const form = (fields: Record<string, string>, contentType = FORM): CollectionBody => ({
  kind: 'form',
  contentType,
  fields: Object.entries(fields).map(([name, value]) => ({ name, text: value })),
  notes: [],
});
const http: RequestReader = { reads: READ };

test.each([
  '< ./secret.txt',
  '<@ ./secret.txt',
  'Dear {{name}}',
  'x {{ process.version + 1 }} y',
  'a\n### b',
  '// c',
  'a\n  # c',
  '/* a',
  '> {% x %}',
  '>> file',
  '<> file',
  '@name = x',
  '?? status == 200',
  'a\nGET /x',
  'HTTP/1.1 200 OK',
  'query { a }',
  'gql x',
])('of an .http file no text is a directive: %j', (content) => {
  expect(plainBody(text(content), http)).toEqual({ leftOut: [expect.stringContaining('The body is left out')] });
  const multipart: CollectionBody = {
    kind: 'multipart',
    parts: [
      { name: 'query', text: 'x' },
      { name: 'a', text: content },
    ],
    notes: [],
  };
  const { body, leftOut } = plainBody(multipart, http);
  expect(body).toEqual({ ...multipart, parts: [{ name: 'query', text: 'x' }] });
  expect(leftOut).toEqual([expect.stringContaining('The part "a" is left out')]);
});

test.each(['<order>\n  <id/>\n</order>', '<?xml version="1.0"?>\n<a/>', '}} a', 'a < ./b', '{"a":{"b":1}}', 'A text'])(
  'of an .http file the text %j is sent',
  (content) => expect(plainBody(text(content), http).body).toEqual(text(content)),
);

test.each([
  ['Bruno', brunoReader, '{{api_key}}', '%7B%7Bapi_key%7D%7D'],
  ['Hoppscotch', hoppscotchReader, '<<api_key>>', '%3C%3Capi_key%3E%3E'],
])('a field of a form is no variable of %s', (_program, reader, sign, encoded) => {
  for (const fields of [{ a: sign }, { [sign]: 'a' }] as Record<string, string>[]) {
    const [[name = '', value = ''] = []] = Object.entries(fields);
    const wanted = `${name.replace(sign, encoded)}=${value.replace(sign, encoded)}`;
    expect(plainBody(form(fields), reader).body).toEqual(text(wanted, FORM));
  }
  expect(plainBody(text(`a=${sign}`, FORM), reader).body).toMatchObject({ text: `%61=${encoded}` });
  expect(plainBody(text('a', `text/plain; x=${sign}`), reader).body).toBeUndefined();
  expect(plainBody({ kind: 'file', file: sign, contentType: 'a/b', notes: [] }, reader).body).toBeUndefined();
  expect(plainBody({ kind: 'multipart', parts: [{ name: sign, text: '' }], notes: [] }, reader).body).toBeUndefined();
  expect(plainBody(form({ a: 'b' }, `${FORM}; charset=utf-8`), reader).body?.kind).toBe('text');
  expect(plainBody(form({ a: 'b' }), reader).body?.kind).toBe('form');
});

test.each([
  ['Bruno', brunoReader, '{{api_key}}'],
  ['Hoppscotch', hoppscotchReader, '<<api_key>>'],
  ['an .http file', http, '{{api_key}}'],
])('a header is no variable of %s, which has no way to escape one', (_program, reader, sign) => {
  const header = (name: string, value: CollectionRequest['parameters'][number]['value']) => ({
    name,
    in: 'header' as const,
    description: '',
    value,
    isOptional: false,
  });
  const kept = [header('X-Kept', ['Basic ', { variable: 'user_token', kept: true }]), header('X-Plain', 'query { a }')];
  const query = { ...header('q', sign), in: 'query' as const };
  const parameters = [header('X-Note', `a ${sign}`), header(sign, 'a'), ...kept, query];
  const request = { parameters } as CollectionRequest;
  expect(plainRequest(request, reader)).toEqual({
    parameters: [...kept, query],
    leftOut: [
      expect.stringContaining('The header "X-Note" is left out'),
      expect.stringContaining(`The header "${sign}" is left out`),
    ],
  });
});

test('the text of a form is no query of GraphQL, and a field without a name is text in Hurl', () => {
  expect(plainBody(form({ query: 'x' }), http).body).toMatchObject({ text: '%71uery=x' });
  expect(plainBody(form({ '': 'x' }), hurlReader).body).toEqual(text('=x', FORM));
});

test.each([
  ['{{a}} {# c #} {', '{{ "{{" }}a}} {{ "{#" }} c {{ "#}" }} {{ "{" }}'],
  ['{% a %}', '{{ "{{" }} "{{ "{%" }}" }} a %}'],
  [`{% file '/etc/passwd' %} {{{a}}} {#{# c #} {`, undefined],
])('what Insomnia would read as a tag is a text in a tag, however often it reads it: %j', (content, template) => {
  const { text: written = '' } = insomniaBody(text(content)) as { text?: string };
  if (template !== undefined) expect(written).toBe(template);
  const read = (given: string) =>
    given.replace(/\{\{ "(.*?)" \}\}|\{[{%#]|#\}/g, (tag, sign?: string) => sign ?? `read ${tag}`);
  const once = read(written);
  expect(once.includes('{%') ? read(once) : once).toBe(content);
});

test('of a file a media type that Insomnia drops is told', () => {
  const parts = [
    { name: 'a', file: 'a.bin', type: 'image/png' },
    { name: 'b', file: 'b.png', type: 'image/png' },
  ];
  expect(insomniaNotes({ kind: 'multipart', parts, notes: [] })).toEqual([
    'The file a.bin is sent with the media type that its name tells, not with image/png.',
  ]);
});
