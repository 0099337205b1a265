import { expect, test } from 'vitest';
import { matchPath, operationAt } from './match-path.ts';

test.each<[key: string, path: string, values: Record<string, string> | undefined]>([
  ['/pets', '/pets', {}],
  ['/pets', '/pets/', undefined],
  ['/pets', '/v1/pets', undefined],
  ['/pets/{pet}/toys/{toy_id}', '/pets/7/toys/a%2Fb', { pet: '7', toy_id: 'a%2Fb' }],
  ['/pets/{pet}', '/pets/7/toys', undefined],
  ['/pets/{pet}', '/pets/', undefined],
  ['/{a}-{b}.json', '/x-y.json', { a: 'x', b: 'y' }],
  ['/a.b', '/axb', undefined],
  ['/größe/{id}', '/gr%C3%B6%C3%9Fe/1', { id: '1' }],
])('%s and %s', (key, path, values) => {
  const found = matchPath(key, path);
  expect(found && Object.fromEntries(found)).toEqual(values);
});

test('a path without parameters wins, wherever it stands', () => {
  const candidates = ['/pets/{id}', '/{kind}/{id}', '/pets/mine', '/other'].map((path) => ({ path }));
  expect(operationAt(candidates, '/pets/mine')?.path).toBe('/pets/mine');
  expect(operationAt(candidates.toReversed(), '/pets/7')?.path).toBe('/pets/{id}');
  expect(operationAt(candidates, '/toys/7')?.path).toBe('/{kind}/{id}');
  expect(operationAt(candidates, '/')).toBeUndefined();
});
