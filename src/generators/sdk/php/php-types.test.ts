import { expect, test } from 'vitest';
import type { SdkNamedType } from '../sdk-type.ts';
import { PhpTypes } from './php-types.ts';

const object = (name: string): SdkNamedType => ({
  kind: 'object',
  name,
  description: '',
  usedIn: [],
  fields: [],
});
const union = (name: string, ...members: string[]): SdkNamedType => ({
  kind: 'union',
  name,
  description: '',
  usedIn: [],
  members: members.map((member) => ({ type: { kind: 'named', name: member }, ownFields: [] })),
});
const named = (name: string) => ({ kind: 'named', name }) as const;

const types = new PhpTypes({
  types: [object('Cat'), object('Dog'), object('Cow'), union('Pet', 'Cat', 'Dog'), union('Animal', 'Cow', 'Dog')],
});

test('a class extends the first union that it is in', () => {
  expect(['Cat', 'Dog', 'Cow', 'Pet'].map((name) => types.parentOf(name))).toEqual(['Pet', 'Pet', 'Animal', undefined]);
  expect([types.isBaseClass('Pet'), types.isBaseClass('Animal')]).toEqual([true, false]);
});

test('a union stands in a signature where all of its members extend it, else any object does', () => {
  expect(types.signatureClass(named('Pet'))).toBe('Pet');
  expect(types.signatureClass(named('Animal'))).toBe('ApiObject');
  expect(types.signatureClass(named('Cat'))).toBe('Cat');
  expect(types.signatureClass({ kind: 'string' })).toBe('ApiObject');
});
