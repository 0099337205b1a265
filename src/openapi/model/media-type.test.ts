import { expect, test } from 'vitest';
import { isForm, isJson, isMultipart, isText } from './media-type.ts';
import { isJsonSequence } from './stream-type.ts';

test('JSON is what is one value of it', () => {
  for (const type of ['application/json', 'Application/JSON; charset=utf-8', 'application/problem+json', 'text/json'])
    expect(isJson(type), type).toBe(true);
  for (const type of ['application/json-seq', 'application/x-ndjson', 'application/jsonl', 'text/x; a=/json'])
    expect(isJson(type), type).toBe(false);
});

test('a sequence of JSON values is text', () => {
  for (const type of ['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/json-seq'])
    expect([isJsonSequence(type), isText(type)], type).toEqual([true, true]);
});

test('text is what a page can show', () => {
  for (const type of ['text/csv', 'application/xml', 'application/x-yaml', 'image/svg+xml'])
    expect(isText(type), type).toBe(true);
  for (const type of ['application/pdf', 'application/octet-stream', 'image/png', 'application/zip'])
    expect(isText(type), type).toBe(false);
});

test('case does not matter', () => {
  expect([isForm('Application/X-WWW-Form-Urlencoded'), isMultipart('Multipart/Form-Data')]).toEqual([true, true]);
});
