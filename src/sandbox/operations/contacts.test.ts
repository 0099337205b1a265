import { beforeAll, describe, expect, test } from 'vitest';
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

describe('a time in a filter is honoured or refused, never dropped:', () => {
  const found = async (filter: Record<string, string>): Promise<number[]> => {
    const { client } = openClient();
    await client.freeze('2017-01-01T00:00:00Z');
    await client.ask('POST', '/v1/contacts', { email: 'newyear@example.com' });
    const query = new URLSearchParams({ email: 'newyear@example.com', ...filter }).toString();
    const listed = await client.send<Found>('GET', `/v1/contacts?${query}`);
    const searched = await client.send<Found>('POST', '/v1/contacts/search', { query: 'newyear', filters: filter });
    return [listed, searched].map(({ status, body }) => (status === 200 ? body.data.length : status));
  };

  test.each<[string, string, number]>([
    ['created_after', '2016-12-31T23:59:59Z', 1],
    ['created_after', '2016-12-31T23:59:59.999999999999Z', 1],
    ['created_after', '2016-12-31T23:59:60Z', 0],
    ['created_after', '2016-12-31T15:59:60-08:00', 0],
    ['created_after', '2017-01-01t00:00:00z', 0],
    ['created_after', '2017-01-01T00:00:00.0000001Z', 0],
    ['created_before', '2017-01-01T00:00:00.0000001Z', 1],
    ['created_before', '2017-01-01T00:00:00+00:00', 0],
    ['created_before', '0001-01-01T00:00:00Z', 0],
    ['created_after', '0001-01-01T00:00:00Z', 1],
  ])('%s %s finds %i', async (bound, time, count) => {
    expect(await found({ [bound]: time })).toEqual([count, count]);
  });

  test.each(['2016-12-31T22:59:60Z', '2017-01-01', '2017-01-01T24:00:00Z', '2017-02-29T00:00:00Z'])(
    '%s is no time',
    async (time) => expect(await found({ created_before: time })).toEqual([400, 422]),
  );
});

describe('a search compares by case folding and normalization', () => {
  const people = [
    { email: 'kos@example.com', name: 'Κώς Κωνσταντίνου', company: 'Straße & Söhne' },
    { email: 'istanbul@example.com', name: 'İstanbul Ltd' },
    { email: 'rene@example.com', name: 'Rene\u0301 Müller', company: 'ﬁsh ßar' },
  ];
  const { client } = openClient();
  const search = async (query: string, filters?: object): Promise<string[]> => {
    const { data } = await client.ask<{ data: { email: string }[] }>('POST', '/v1/contacts/search', { query, filters });
    return data.map(({ email }) => email);
  };
  beforeAll(async () => {
    for (const person of people) await client.ask('POST', '/v1/contacts', person);
  });

  test.each([
    ['ΚΏΣ', 'kos'],
    ['κώσ ΚΩΝΣΤΑΝΤΊΝΟΥ', 'kos'],
    ['STRASSE', 'kos'],
    ['SÖHNE', 'kos'],
    ['so\u0308hne', 'kos'],
    ['İSTANBUL', 'istanbul'],
    ['ISTANBUL LTD', 'istanbul'],
    ['ıstanbul', 'istanbul'],
    ['ren\u00e9', 'rene'],
    ['RENE\u0301 MU\u0308LLER', 'rene'],
    ['FISH SSAR', 'rene'],
  ])('%s finds %s', async (query, name) => expect(await search(query)).toEqual([`${name}@example.com`]));

  test('a letter without its accent is another one, and no word goes over two fields', async () => {
    expect(await search('muller')).toEqual([]);
    expect(await search('@example.com\\nstraße')).toEqual([]);
  });

  test('so does the company that a filter names, in full', async () => {
    expect(await search('kos', { company: 'STRASSE & SO\u0308HNE' })).toEqual(['kos@example.com']);
    expect(await search('kos', { company: 'STRASSE' })).toEqual([]);
  });

  test('what is found comes back as it was written', async () => {
    const { data } = await client.ask<{ data: { name: string }[] }>('POST', '/v1/contacts/search', { query: 'rené' });
    expect(data.map(({ name }) => name)).toEqual(['Rene\u0301 Müller']);
  });

  test('a contact that is changed is found by what it is now', async () => {
    const { data } = await client.ask<Found>('POST', '/v1/contacts/search', { query: 'kos@' });
    await client.ask('PATCH', `/v1/contacts/${data[0]?.id}`, { company: 'Ödön' });
    expect([await search('ÖDÖN'), await search('strasse')]).toEqual([['kos@example.com'], []]);
  });

  test('emails compare so wherever they are compared', async () => {
    const { status } = await client.send('POST', '/v1/contacts', { email: 'KOS@EXAMPLE.COM' });
    expect(status).toBe(409);
    const { data } = await client.ask<Found>('GET', '/v1/contacts?email=Rene@Example.Com');
    expect(data).toHaveLength(1);
  });
});
