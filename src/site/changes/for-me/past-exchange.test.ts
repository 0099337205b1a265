import { expect, test } from 'vitest';
import { operationFinder } from '../../../openapi/usage/match-operation.ts';
import type { PastCall } from '../../console/history/history.ts';
import { chosenIn, queryOf, reaches } from './choice.ts';
import { exchangeOf } from './past-exchange.ts';

const past = (rest: Partial<PastCall>): PastCall => ({
  id: '1',
  time: 1,
  operationId: 'showPet',
  method: 'get',
  path: '/pets/{id}',
  page: '/reference/pets/show-pet/',
  environment: 'sandbox',
  call: { values: { 'path.id': 'a/b c', 'query.tag': 'x&y', 'query.sort': '' }, body: '' },
  about: '',
  removed: false,
  result: '200',
  ...rest,
});

test('a call of the history is an exchange of its operation, with what was filled in and what came back', () => {
  const find = operationFinder({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: 'https://api.pets.example/v1/' }],
    paths: { '/pets/{id}': { get: { operationId: 'showPet', responses: { 200: { description: '' } } } } },
  });
  const exchange = exchangeOf(past({}), '/v1');
  expect(find(exchange)?.operationId).toBe('showPet');
  expect([...exchange.url.searchParams]).toEqual([['tag', 'x&y']]);
  expect(find(exchangeOf(past({ call: { values: {}, body: '' } }), '/v1'))?.operationId).toBe('showPet');
  const failed = exchangeOf(past({ method: 'post', result: 'offline', code: 'name_taken' }), '');
  expect(failed).toMatchObject({ method: 'POST', status: 0, responseBody: '{"error":{"code":"name_taken"}}' });
});

test('the address holds the names that the page knows, and nothing else', () => {
  const known = ['addPet', 'pet.born'];
  expect(chosenIn('?operations=pet.born,<b>,addPet&x=1', known)).toEqual(known);
  expect(chosenIn('', known)).toEqual([]);
  expect(chosenIn(queryOf(known), known)).toEqual(known);
  expect(queryOf([])).toBe('');
  expect([reaches('all', known), reaches('addPet', ['addPet']), reaches('', known), reaches('all', [])]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
