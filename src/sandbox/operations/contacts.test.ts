import { expect, test } from 'vitest';
import { openClient } from '../../../tests/webhooks/client.ts';

interface Found {
  data: { id: string }[];
}

const ids = ({ data }: Found): string[] => data.map(({ id }) => id);

test('created_after and created_before leave out the moment that they name, in the list and in the search', async () => {
  const { client } = openClient();
  const email = 'moment@example.com';
  const { id, created_at } = await client.ask<{ id: string; created_at: string }>('POST', '/v1/contacts', { email });
  const find = async (bound: string, seconds: number): Promise<string[][]> => {
    const time = new Date(Date.parse(created_at) + seconds * 1000).toISOString();
    const listed = await client.ask<Found>('GET', `/v1/contacts?email=${email}&${bound}=${encodeURIComponent(time)}`);
    const body = { query: email, filters: { [bound]: time } };
    return [ids(listed), ids(await client.ask<Found>('POST', '/v1/contacts/search', body))];
  };
  expect(await find('created_after', -1)).toEqual([[id], [id]]);
  expect(await find('created_after', 0)).toEqual([[], []]);
  expect(await find('created_before', 0)).toEqual([[], []]);
  expect(await find('created_before', 1)).toEqual([[id], [id]]);
});
