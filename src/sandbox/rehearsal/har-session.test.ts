import { expect, test } from 'vitest';
import { loadDocument, SPEC_FILE } from '../../openapi/document/load.ts';
import { KIND_OF } from '../records/collections.ts';
import { Seed } from '../seed/seed.ts';
import { sessionOfHar } from './har-session.ts';

const document = await loadDocument(SPEC_FILE);
const seeded = (prefix: keyof typeof KIND_OF): string[] =>
  new Seed(1).base(KIND_OF[prefix]).rows.map(({ value }) => value.id);
const [visitors, contacts] = [seeded('vis'), seeded('con')];

interface Call {
  method?: string;
  path: string;
  body?: string;
  type?: string;
  answer?: unknown;
  host?: string;
}

const har = (...calls: Call[]): string =>
  JSON.stringify({
    log: {
      entries: calls.map(
        ({ method = 'GET', path, body, type = 'application/json', answer, host = 'api.orbinto.com' }) => ({
          request: {
            method,
            url: `https://${host}${path}`,
            headers: [{ name: 'Authorization', value: 'Bearer sk_live_ofTheirs' }],
            ...(body !== undefined && { postData: { mimeType: type, text: body } }),
          },
          response: {
            status: 200,
            headers: [],
            content: { text: typeof answer === 'string' ? answer : JSON.stringify(answer ?? {}) },
          },
        }),
      ),
    },
  });

const session = async (...calls: Call[]) => (await sessionOfHar(har(...calls), document)).steps;
const paths = async (...calls: Call[]): Promise<string[]> => (await session(...calls)).map(({ path }) => path);

test('requests to other addresses are left out, and a HAR of nothing else is refused', async () => {
  const elsewhere = { path: '/', host: 'elsewhere.example' };
  expect(await paths(elsewhere, { path: '/v1/contacts' })).toEqual(['/v1/contacts']);
  await expect(session(elsewhere)).rejects.toThrow('None of the requests in this HAR is one of this API.');
});

test('the address and the query are kept below the version, wherever the API was, and the pace is the same', async () => {
  const steps = await session(
    { path: '/v1/contacts?per_page=2' },
    { path: '/v1/visitors?page=/v1/', host: 'api.orbinto.com' },
  );
  expect(steps.map(({ path }) => path)).toEqual(['/v1/contacts?per_page=2', '/v1/visitors?page=/v1/']);
  expect(steps).toMatchObject([{ as: 'admin' }, { as: 'admin' }]);
  expect(JSON.stringify(steps)).not.toContain('sk_live_ofTheirs');
});

test('a body keeps its media type; a request without one names none', async () => {
  const [get, post] = await session(
    { path: '/v1/contacts' },
    { method: 'POST', path: '/v1/contacts', body: 'email=x', type: 'text/plain' },
  );
  expect(get).not.toHaveProperty('headers');
  expect(post).toMatchObject({ headers: { 'Content-Type': 'text/plain' }, body_text: 'email=x' });
});

test('strangers stand for records of the sample data: the same for the same, another for each, and ours for themselves', async () => {
  const call = (id: string | undefined) => ({ path: `/v1/visitors/${id}` });
  const asked = ['vis_first', 'vis_second', 'vis_first', visitors[3]].map(call);
  expect(await paths(...asked)).toEqual(
    [visitors[0], visitors[1], visitors[0], visitors[3]].map((id) => `/v1/visitors/${id}`),
  );
  const mixed = [visitors[0], 'vis_first', 'vis_second'].map(call);
  expect((await paths(...mixed)).slice(1)).toEqual([visitors[0], visitors[1]].map((id) => `/v1/visitors/${id}`));
  expect(await paths(call('vis_first'), { path: '/v1/contacts/con_first' })).toEqual([
    `/v1/visitors/${visitors[0]}`,
    `/v1/contacts/${contacts[0]}`,
  ]);
});

test('more strangers than there are records begin with the first again', async () => {
  const asked = [...visitors, 'one'].map((_, index) => ({ path: `/v1/visitors/vis_s${index}` }));
  expect((await paths(...asked)).at(-1)).toBe(`/v1/visitors/${visitors[0]}`);
});

test('a record that a request made is the one that the sandbox made, in later paths and bodies', async () => {
  const created = { method: 'POST', path: '/v1/contacts', body: '{"email":"har@example.com"}' };
  const made = await session({ ...created, answer: { id: 'con_theirs' } }, { path: '/v1/contacts/con_theirs' });
  const own = made[1]?.path.split('/').at(-1) ?? '';
  expect(own).toMatch(/^con_/);
  expect([...contacts, 'con_theirs']).not.toContain(own);
  const told = await session(
    { ...created, answer: { id: 'con_theirs' } },
    { method: 'POST', path: '/v1/contacts', body: '{"email":"b@example.com","notes":"of con_theirs"}' },
  );
  expect(told[1]?.body).toEqual({ email: 'b@example.com', notes: `of ${own}` });
});

test('what else was in two answers gives no record a name', async () => {
  const created = { method: 'POST', path: '/v1/contacts', body: '{"email":"har@example.com"}' };
  const later = { path: '/v1/contacts/con_theirs' };
  const stranger = [`/v1/contacts`, `/v1/contacts/${contacts[0]}`];
  for (const answer of [
    'no JSON',
    null,
    [],
    {},
    { id: '' },
    { id: 7 },
    { id: 'of con_theirs' },
    { email: 'con_theirs' },
  ])
    expect(await paths({ ...created, answer }, later), JSON.stringify(answer)).toEqual(stranger);
});

test('an id is learnt wherever it stands, beside what is null in one of the answers', async () => {
  const created = { method: 'POST', path: '/v1/contacts', body: '{"email":"har@example.com"}' };
  for (const answer of [
    { name: { first: 'A' }, custom_attributes: null, id: 'con_theirs' },
    { name: 7, id: 'con_theirs' },
  ]) {
    const [, later = ''] = await paths({ ...created, answer }, { path: '/v1/contacts/con_theirs' });
    expect([later.startsWith('/v1/contacts/con_'), contacts.includes(later.slice(13))]).toEqual([true, false]);
  }
});

test('a blank text is nobody’s id', async () => {
  const body = '{"email":"har@example.com","custom_attributes":{"of":""}}';
  const created = { method: 'POST', path: '/v1/contacts', body, answer: { custom_attributes: { of: 'con_theirs' } } };
  expect(await paths(created, { path: '/v1/contacts/con_theirs' })).toEqual([
    '/v1/contacts',
    `/v1/contacts/${contacts[0]}`,
  ]);
});

test('the first name that a record got is kept', async () => {
  const created = (email: string) => ({
    method: 'POST',
    path: '/v1/contacts',
    body: JSON.stringify({ email }),
    answer: { id: 'con_theirs' },
  });
  const later = { path: '/v1/contacts/con_theirs' };
  const [, first] = await paths(created('a@example.com'), later);
  expect((await paths(created('a@example.com'), created('b@example.com'), later)).at(-1)).toBe(first);
});
