import { expect, test } from 'vitest';
import type { Change } from './change.ts';
import { directionsOf, placeOfChange } from './change-place.ts';

test.each([
  ['server /v1', [], { of: 'api' }],
  ['GET /pets', ['a'], { of: 'operation', title: 'GET /pets', part: '' }],
  ['QUERY /pets body.name', ['a'], { of: 'operation', title: 'QUERY /pets', part: 'body.name' }],
  ['COPY / 200', ['a'], { of: 'operation', title: 'COPY /', part: '200' }],
  ['* query.tag', ['a', 'b'], { of: 'operation', title: undefined, part: 'query.tag' }],
  ['pet.born', ['pet.born'], { of: 'event', name: 'pet.born', part: '' }],
  ['pet.born payload.name', ['pet', 'pet.born'], { of: 'event', name: 'pet.born', part: 'payload.name' }],
  ['Pet.name', ['a'], { of: 'component' }],
])('%s of %j is at %j', (location, operations, place) => {
  expect(placeOfChange({ location, operations })).toEqual(place);
});

test.each<[string, Partial<Change>, string[]]>([
  ['GET /pets', {}, []],
  ['server /v1', { operations: [] }, []],
  ['QUERY /pets body.name', {}, ['request']],
  ['GET /pets path[0]', { subject: 'parameter' }, ['request']],
  ['GET /pets 200.name', {}, ['response']],
  ['* header.X-Id', { subject: 'header' }, ['response']],
  ['* header.X-Id', { subject: 'parameter' }, ['request']],
  ['pet.born payload', { operations: ['pet.born'] }, ['response']],
  ['Pet.name', {}, ['request', 'response']],
  ['Pet.name', { direction: 'response' }, ['response']],
])('a change of %s %j is felt in %j', (location, more, directions) => {
  const change: Change = {
    severity: 'breaking',
    kind: 'changed',
    subject: 'field',
    operations: ['a'],
    location,
    message: '',
  };
  expect(directionsOf({ ...change, ...more })).toEqual(directions);
});
