import { expect, test } from 'vitest';
import { readUtf8, utf8 } from '../bytes.ts';
import { bodyForms } from './body-forms.ts';

/** What each form of a text is, by what was done wrong. */
function formsOf(text: string): [mistake: string | undefined, text: string | undefined][] {
  return bodyForms(utf8(text)).map(({ mistake, value }) => [mistake, readUtf8(value)]);
}

test('what was pasted comes first, and no form comes twice', () => {
  const forms = formsOf('{"b":"é/<","a":1}');
  expect(forms[0]).toEqual([undefined, '{"b":"é/<","a":1}']);
  const texts = forms.map(([, text]) => text).filter((text) => text !== undefined);
  expect(new Set(texts).size).toBe(texts.length);
});

test.each<[pasted: string, mistake: string, signed: string]>([
  ['a', 'trailing-newline', 'a\n'],
  ['a\n', 'trailing-newline', 'a'],
  ['a\r\n', 'crlf', 'a'],
  ['a\r\nb', 'crlf', 'a\nb'],
  ['a\nb', 'crlf', 'a\r\nb'],
  ['a', 'crlf', 'a\r\n'],
  ['  a ', 'whitespace', 'a'],
  [String.raw`"\/"`, 'escaped-slashes', '"/"'],
  ['a/b', 'escaped-slashes', String.raw`a\/b`],
  ['é', 'escaped-characters', String.raw`\u00e9`],
  [String.raw`\u00e9`, 'escaped-characters', 'é'],
  ['<&', 'escaped-characters', String.raw`\u003c\u0026`],
  [String.raw`\u00e9\/`, 'escaped-slashes', 'é/'],
  ['{"a": "é/"}', 'escaped-slashes', String.raw`{"a":"\u00e9\/"}`],
  ['{ "a" : 1.0 }', 're-serialised', '{"a":1.0}'],
  ['{ "a" : "é" }', 're-serialised', String.raw`{"a":"\u00e9"}`],
  ['{"a":1.0}', 're-serialised', '{"a":1}'],
  ['{"a":1,"b":2}', 're-serialised', '{"a": 1, "b": 2}'],
  ['{"a":"é"}', 're-serialised', String.raw`{"a": "\u00e9"}`],
  ['{"a":1}', 're-serialised', '{\n  "a": 1\n}'],
  ['{"a":1}', 're-serialised', '{\n    "a": 1\n}'],
  ['{"b":1,"a":2}', 're-serialised', '{"a":2,"b":1}'],
  ['{"b":"<","a":2}', 're-serialised', String.raw`{"a":2,"b":"\u003c"}`],
  ['{"a":1}', 'double-encoded', String.raw`"{\"a\":1}"`],
  [String.raw`"{\"a\":1}"`, 'double-encoded', '{"a":1}'],
])('%j may be, by the mistake %s, %j', (pasted, mistake, signed) => {
  expect(formsOf(pasted)).toContainEqual([mistake, signed]);
});

test('a mark of byte order may have come or gone', () => {
  const mark = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61);
  expect(bodyForms(utf8('a'))).toContainEqual({ mistake: 'bom', value: mark });
  expect(bodyForms(mark)).toContainEqual({ mistake: 'bom', value: utf8('a') });
});

test('what is no text, or no JSON, has the forms that it can have', () => {
  expect(bodyForms(Uint8Array.of(0xff, 0x61)).map(({ mistake }) => mistake)).toEqual(
    expect.arrayContaining([undefined, 'bom']),
  );
  expect(formsOf('no JSON').map(([mistake]) => mistake)).not.toContain('re-serialised');
});
