import { expect, test } from 'vitest';
import { hasFields, isForm, isJson, isJsonSequence, isMultipart, isOtherText, isText, isXml } from './media-types.ts';

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

test('XML is told by the type, not by what stands behind it', () => {
  for (const type of ['application/xml', 'text/XML; charset=utf-8', 'image/svg+xml'])
    expect(isXml(type), type).toBe(true);
  for (const type of ['application/xmlish', 'text/plain; profile=application/xml', 'application/json', 'xml'])
    expect(isXml(type), type).toBe(false);
});

test('fields are what JSON and forms have; multipart begins the type', () => {
  for (const type of ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'])
    expect([hasFields(type), isOtherText(type)], type).toEqual([true, false]);
  for (const type of ['text/csv', 'application/xml'])
    expect([hasFields(type), isOtherText(type)], type).toEqual([false, true]);
  expect([isMultipart('application/multipart'), isOtherText('image/png')]).toEqual([false, false]);
});
