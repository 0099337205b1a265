import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { BOUNDARY } from '../model/boundary.ts';
import type { MediaType } from '../model/media-type.ts';
import { partsText } from './example-parts.ts';

const document: OpenApiDocument = { openapi: '3.2.0', info: { title: 'Test', version: '1' } };
const mixed = (media: Partial<MediaType>): MediaType => ({ mediaType: 'multipart/mixed', examples: [], ...media });
const part = (type: string, text: string): string => `--${BOUNDARY}\r\nContent-Type: ${type}\r\n\r\n${text}\r\n`;
const end = `--${BOUNDARY}--\r\n`;
const file: Schema = { type: 'string', contentMediaType: 'image/png' };

test('a text is a part of text, an object or list one of JSON, null and numbers are text', () => {
  expect(partsText(document, mixed({}), ['a', { b: 1 }, [2], null, 3])).toBe(
    part('text/plain', 'a') +
      part('application/json', '{"b":1}') +
      part('application/json', '[2]') +
      part('text/plain', 'null') +
      part('text/plain', '3') +
      end,
  );
  expect(partsText(document, mixed({}), [])).toBe(end);
});

test('lines of a part end as those of its head do', () => {
  expect(partsText(document, mixed({}), ['a\nb\rc\r\nd'])).toBe(`${part('text/plain', 'a\r\nb\r\nc\r\nd')}${end}`);
});

test('the encoding of a place wins over that of all items; of its types the first counts, a range names none', () => {
  const media = mixed({
    prefixEncoding: [{ contentType: ' text/csv , text/html' }, { contentType: 'text/*' }],
    itemEncoding: { contentType: 'application/json' },
  });
  expect(partsText(document, media, ['a,b', 'c', 'd'])).toBe(
    part('text/csv', 'a,b') + part('text/plain', 'c') + part('application/json', '"d"') + end,
  );
});

test.each<[string, Partial<MediaType>]>([
  ['its encoding', { itemEncoding: { contentType: 'image/png' } }],
  ['the item of a stream', { itemSchema: file }],
  ['the items of the list', { schema: { type: 'array', items: file } }],
  ['the place in the list', { schema: { type: 'array', prefixItems: [{ type: 'string' }, file] } }],
])('a body with a part of bytes, as %s says, is no text', (_, media) => {
  expect(partsText(document, mixed(media), ['a', 'b'])).toBeUndefined();
});

test('a place of bytes that is not taken leaves the body text', () => {
  const schema: Schema = { type: 'array', prefixItems: [{ type: 'string' }, file] };
  expect(partsText(document, mixed({ schema }), ['a'])).toBe(`${part('text/plain', 'a')}${end}`);
});
