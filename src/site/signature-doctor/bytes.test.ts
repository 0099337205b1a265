import { expect, test } from 'vitest';
import { base64, beginsWith, hex, join, readBase64, readBase64Loosely, readHex } from './bytes.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

test('bytes are written in both ways, and read again', () => {
  expect([hex(bytes(0, 15, 255)), base64(bytes(251, 255))]).toEqual(['000fff', '+/8=']);
  expect(readHex('000fffa')).toEqual(bytes(0, 15, 255));
});

test('either alphabet is read, with padding and without; what is none is not', () => {
  for (const text of ['+/8=', '-_8', '+_8==']) expect(readBase64(text), text).toEqual(bytes(251, 255));
  for (const text of ['', '=', 'A', 'AAAAA', 'A A', 'A=A', 'ä']) expect(readBase64(text), text).toBeUndefined();
});

test('one character too many is left out where it is read loosely', () => {
  expect(readBase64Loosely('AAAAA')).toEqual(bytes(0, 0, 0));
  expect(readBase64Loosely('AAAA=')).toEqual(bytes(0, 0, 0));
  expect(readBase64Loosely('AAA')).toEqual(bytes(0, 0));
  expect(readBase64Loosely('A')).toBeUndefined();
});

test('bytes are joined in their order, and begin with what they begin with', () => {
  const whole = join(bytes(1), bytes(), bytes(2, 3));
  expect(whole).toEqual(bytes(1, 2, 3));
  expect([bytes(), bytes(1), bytes(1, 2, 3)].map((part) => beginsWith(whole, part))).toEqual([true, true, true]);
  expect([bytes(2), bytes(1, 3), bytes(1, 2, 3, 4)].map((part) => beginsWith(whole, part))).toEqual([
    false,
    false,
    false,
  ]);
});
