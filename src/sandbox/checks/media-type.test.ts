import { expect, test } from 'vitest';
import type { ApiError } from '../http/api-error.ts';
import { requireJsonType } from './media-type.ts';

/** Undefined where the type is taken. */
function refusal(
  type: string | undefined,
  method = 'POST',
  more: Record<string, string> = {},
  presence: 'none' | 'optional' | 'required' = 'required',
): ApiError | undefined {
  const headers = { ...(type !== undefined && { 'Content-Type': type }), ...more };
  try {
    requireJsonType({ method, headers: new Headers(headers) } as Request, presence);
    return undefined;
  } catch (error) {
    return error as ApiError;
  }
}

test.each([
  'application/json',
  ' Application/JSON ',
  'application/json;charset=utf-8',
  'application/json; charset = "UTF-8" ;',
  'application/json; version=1; charset=us-ascii',
  'application/json; version="a;\\"b"',
  'application/json;;',
])('%s is JSON in UTF-8', (type) => {
  expect(refusal(type)).toBeUndefined();
});

test.each([
  'text/plain',
  'application/jsonl',
  'application/merge-patch+json',
  'application/json; charset=latin1',
  'application/json; charset=utf-8; charset=latin1',
  'application/json; version=1; charset="latin1"',
  'application/json; charset',
  'application/json; x',
  'application/json charset=utf-8',
  '',
])('%j is not', (type) => {
  expect(refusal(type)).toMatchObject({ status: 415, headers: {} });
});

test('a patch may say that it is one, and is told so', () => {
  expect(refusal('application/merge-patch+json', 'PATCH')).toBeUndefined();
  const refused = refusal('text/plain', 'PATCH');
  expect(refused?.headers).toEqual({ 'Accept-Patch': 'application/json, application/merge-patch+json' });
  expect(refused?.message).toContain("application/json' or 'application/merge-patch+json'");
});

test('a type is asked for where there is a body, and where there has to be one', () => {
  const gzip = { 'Content-Encoding': 'gzip' };
  expect(refusal('text/plain', 'POST', gzip, 'none')).toBeUndefined();
  expect(refusal(undefined, 'POST', gzip, 'optional')).toBeUndefined();
  expect(refusal('text/plain', 'POST', {}, 'optional')).toMatchObject({ code: 'unsupported_media_type' });
  expect(refusal(undefined)).toMatchObject({ code: 'unsupported_media_type' });
});

test('a body that is compressed is refused, and told what is taken', () => {
  expect(refusal('application/json', 'POST', { 'Content-Encoding': 'Identity' })).toBeUndefined();
  expect(refusal('application/json', 'POST', { 'Content-Encoding': 'gzip' })).toMatchObject({
    code: 'unsupported_content_encoding',
    headers: { 'Accept-Encoding': 'identity' },
  });
});
