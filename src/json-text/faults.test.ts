import { describe, expect, test } from 'vitest';
import { fc } from '../../tests/fast-check.ts';
import { jsonFaults } from './faults.ts';

const faultsIn = (text: string) => [...jsonFaults(text)].filter((fault) => fault !== undefined);
const isKept = (number: string) => faultsIn(`[${number}]`).length === 0;

describe('a number is kept', () => {
  test.each([
    '0',
    '-0',
    '0.0',
    '1.50',
    '1e2',
    '1E+2',
    '9007199254740991',
    '9007199254740992',
    '10000000000000000000000',
    '1e308',
    '5e-324',
    '0.1',
    '0.30000000000000004',
    '1.7976931348623157e308',
    '100000000000000000000000.000',
    '0e999999999999999999999',
    '-12345678901234560000',
    '-1.5e300',
    '-0.000000000000000',
    '123456789012345',
  ])('%s', (number) => expect(isKept(number)).toBe(true));
});

describe('a number is changed', () => {
  test.each([
    '9007199254740993',
    '-9223372036854775808',
    '12345678901234567890',
    '1e400',
    '-1e400',
    '1e-400',
    '3.14159265358979323846',
    '0.1000000000000000055511151231257827',
    '1e999999999999999999999',
    '-0.1000000000000000055511151231257827',
    '1234567890.1234567890123',
  ])('%s', (number) => expect(isKept(number)).toBe(false));
});

test('whatever a program writes is kept', () => {
  const isFree = (number: number) => faultsIn(JSON.stringify([number, { number }])).length === 0;
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), isFree));
});

test('an integer is kept or told, never changed in silence', () => {
  const isHonest = (number: bigint) => isKept(String(number)) === (BigInt(plain(Number(number))) === number);
  fc.assert(fc.property(fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }), isHonest));
});

/** An integer as a reader of JSON sees it written, without an exponent. */
function plain(number: number): string {
  const [digits = '', power = '0'] = String(number).split('e+');
  const [whole = '', fraction = ''] = digits.split('.');
  return `${whole}${fraction.padEnd(Number(power), '0')}`;
}

test('zeros without end take no longer than any other text', () => {
  const zeros = '0'.repeat(500_000);
  expect(isKept(`1.${zeros}`)).toBe(true);
  expect(isKept(`1.${zeros}1`)).toBe(false);
  expect(isKept(`1e-${zeros}1`)).toBe(true);
  expect(isKept(`1e-${'9'.repeat(500_000)}`)).toBe(false);
});

test('a fault is told with its place', () => {
  const text = '{"a": [1, {"b\\u0063": 1e400}], "a": {"x": "\\"a\\": 1e999"}, "c": [[], 9007199254740993]}';
  expect(faultsIn(text)).toEqual([
    { kind: 'number', path: ['a', 1, 'bc'], text: '1e400' },
    { kind: 'repeated', path: ['a'], text: 'a' },
    { kind: 'number', path: ['c', 1], text: '9007199254740993' },
  ]);
});

test.each([
  '1',
  '"{\\"a\\":1,\\"a\\":2}"',
  '{"a":{"a":1},"b":[{"a":1},{"a":2}],"__proto__":1}',
  '[true,null,"\\\\",""]',
])('%s has none', (text) => expect(faultsIn(text)).toEqual([]));

test('a name that is written in two ways is one name', () => {
  expect(faultsIn('{"name": 1, "n\\u0061me": 2}')).toMatchObject([{ kind: 'repeated', text: 'name' }]);
});

test('a long text is read in steps', () => {
  const text = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => index));
  expect([...jsonFaults(text)].filter((step) => step === undefined).length).toBeGreaterThan(10);
});

test('a name that stands twice is told each further time, also in the outermost object and beside a number', () => {
  const text = '{"a": 1e999, "a": [{"b": 1}, {"b": 1, "b": 2}], "a": -1e999, "": 1, "": 2}';
  expect(faultsIn(text)).toEqual([
    { kind: 'number', path: ['a'], text: '1e999' },
    { kind: 'repeated', path: ['a'], text: 'a' },
    { kind: 'repeated', path: ['a', 1, 'b'], text: 'b' },
    { kind: 'repeated', path: ['a'], text: 'a' },
    { kind: 'number', path: ['a'], text: '-1e999' },
    { kind: 'repeated', path: [''], text: '' },
  ]);
  expect(faultsIn('1e999')).toEqual([{ kind: 'number', path: [], text: '1e999' }]);
});
