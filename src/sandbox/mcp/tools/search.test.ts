import { expect, test } from 'vitest';
import { createLibrary } from '../library.ts';
import { searchTool } from './search.ts';

const search = async (args: object): Promise<string[]> =>
  (await searchTool(createLibrary()).call({ ...args })).text.split('\n');

test('what is found is a line each, six of them unless more or fewer are asked for', async () => {
  expect(await search({ query: 'contact' })).toHaveLength(6);
  expect(await search({ query: 'contact', limit: 2 })).toHaveLength(2);
  const [first = ''] = await search({ query: 'list conversations' });
  expect(JSON.parse(first)).toMatchObject({ operationId: 'listConversations' });
});

test('where nothing is found, that is said', async () => {
  expect(await search({ query: 'zzzzqqqqxxxx' })).toEqual([expect.stringMatching(/^Nothing was found/)]);
});
