import { expect, test } from 'vitest';
import { base64, hex } from '../bytes.ts';
import { readSignature } from './signature-forms.ts';

const whole = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const digits = hex(whole);
const text = base64(whole);
const url = text.replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
const mistakesOf = (value: string, scheme: 'plain' | 'standard') => {
  const read = readSignature(value, scheme);
  return read && [read.bytes.length === 32 ? hex(read.bytes) === digits : read.bytes.length, ...read.mistakes];
};

test.each<[value: string, expected: unknown[]]>([
  [digits, [true]],
  [` "${digits}" `, [true]],
  [digits.toUpperCase(), [true, 'upper-case']],
  [`sha256=${digits}`, [true, 'signature-prefix']],
  [`v1,${digits}`, [true, 'signature-prefix']],
  [text, [true, 'base64-for-hex']],
  [digits.slice(0, 10), [5, 'truncated']],
])('X-Orbinto-Signature: %s', (value, expected) => {
  expect(mistakesOf(value, 'plain')).toEqual(expected);
});

test.each<[value: string, expected: unknown[]]>([
  [`v1,${text}`, [true]],
  [`'v1,${text}'`, [true]],
  [text, [true, 'signature-prefix']],
  [`v1=${text}`, [true, 'signature-prefix']],
  [`v1,${url}`, [true, 'base64url']],
  [`v1,${text.replace('=', '')}`, [true, 'base64url']],
  [digits, [true, 'hex-for-base64']],
  [`v1,${digits}`, [true, 'signature-prefix', 'hex-for-base64']],
  [`v1,${text.slice(0, 20)}`, [15, 'truncated']],
  [`v1,${digits.slice(0, 36)}`, [27, 'truncated']],
])('webhook-signature: %s', (value, expected) => {
  expect(mistakesOf(value, 'standard')).toEqual(expected);
});

test.each(['', 'v1,', '<none>'])('%j is no signature', (value) => {
  expect([readSignature(value, 'plain'), readSignature(value, 'standard')]).toEqual([undefined, undefined]);
});
