import { describe, expect, test } from 'vitest';
import type { Change } from '../changes/change.ts';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import { listOperations } from '../model/operations.ts';
import { evidenceWords, reachOf } from './touching.ts';

const of = (operationId: string, tag: string) => ({ operationId, tags: ['animals', tag], responses: {} });
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: {
    '/pets': { get: of('listPets', 'pets'), post: of('addPet', 'pets') },
    '/toys': { get: of('listToys', 'toys') },
  },
};
const operations = listOperations(document);

describe('a change can touch', () => {
  const reach = (change: Partial<Change>) => {
    const whole = { kind: 'changed', severity: 'breaking', subject: 'policy', location: '', operations: [], ...change };
    return reachOf(whole as unknown as Change, operations);
  };

  test.each<[string, Partial<Change>, readonly string[] | 'all']>([
    ['who uses its operations', { operations: ['addPet'], kind: 'added', severity: 'non-breaking' }, ['addPet']],
    ['nobody where it is new and breaks nothing', { kind: 'added', severity: 'non-breaking' }, []],
    ['all where it is new and breaks something', { kind: 'added' }, 'all'],
    ['all where it is other than before, whatever it breaks', { severity: 'non-breaking' }, 'all'],
    ['all where it is of the whole API', { subject: 'server', location: 'limits.pets_per_shop' }, 'all'],
    ['who uses the group that its rule names', { location: 'limits.pets_per_shop' }, ['listPets', 'addPet']],
    ['all where its rule names no group', { location: 'limits.body_bytes' }, 'all'],
  ])('%s', (_, change, expected) => {
    expect(reach(change)).toEqual(expected);
  });
});

test.each([
  ['called', 1, 'You called it once.'],
  ['called', 2, 'You called it 2 times.'],
  ['sent', 1, 'You sent it in 1 request.'],
  ['received', 3, 'You received it after 3 requests.'],
  ['left out', 2, 'You left it out of 2 requests.'],
] as const)('that it was %s %i times is told: %s', (how, exchanges, words) => {
  expect(evidenceWords({ how, exchanges })).toBe(words);
});
