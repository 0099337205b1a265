import { expect, test } from 'vitest';
import { maxCustomAttributes } from '../generated/policies.ts';
import { createSandbox } from '../sandbox.ts';

type Json = Record<string, unknown>;

/** Asks a sandbox of its own. @returns the body, or the error in it */
function opened() {
  const sandbox = createSandbox();
  return async (method: string, path: string, body?: object): Promise<Json> => {
    const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await sandbox.fetch(new Request(`http://sandbox/v1${path}`, init));
    const answer = (await response.json()) as Json;
    return (answer['error'] as Json | undefined) ?? answer;
  };
}

test.each(['', '/sessions', '/pageviews'])('a visitor who is not there has no%s', async (path) => {
  expect(await opened()('GET', `/visitors/vis_nobody${path}`)).toMatchObject({ status: 404 });
});

test('who was nobody’s yet is matched to the contact that gets their email, and who was somebody’s is not', async () => {
  const ask = opened();
  const { data } = (await ask('GET', '/visitors?per_page=100')) as { data: Json[] };
  const anonymous = data.find(({ email, contact_id }) => email !== null && contact_id === null);
  const known = data.find(({ email, contact_id }) => email !== null && contact_id !== null);
  const { id } = await ask('POST', '/contacts', { email: anonymous?.['email'] });
  expect(await ask('GET', `/visitors/${String(anonymous?.['id'])}`)).toMatchObject({ contact_id: id });
  await ask('PATCH', `/contacts/${String(known?.['contact_id'])}`, { email: 'moved@example.com' });
  await ask('POST', '/contacts', { email: known?.['email'] });
  expect(await ask('GET', `/visitors/${String(known?.['id'])}`)).toMatchObject({ contact_id: known?.['contact_id'] });
});

test.each([
  ['/conversations?status=open', 'status', 'open'],
  ['/conversations?status=closed&assigned_to=op_xyz789', 'assigned_to', 'op_xyz789'],
  ['/conversations?assigned_to=op_abc123', 'assigned_to', 'op_abc123'],
  ['/operators?status=online', 'status', 'online'],
  ['/operators?status=offline', 'status', 'offline'],
  ['/visitors?online=true', 'online', true],
  ['/chatbots?status=draft', 'status', 'draft'],
  ['/operators/op_xyz789/assignments?status=open', 'conversation_status', 'open'],
])('GET %s has all and only those of that %s', async (path, field, wanted) => {
  const ask = opened();
  const list = async (from: string): Promise<Json[]> => {
    const { data, pagination } = (await ask('GET', `${from}&limit=100`)) as { data: Json[]; pagination: Json };
    const { next_cursor: after } = pagination;
    return after === null
      ? data
      : [...data, ...(await list(`${from.split('&after')[0] ?? ''}&after=${String(after)}`))];
  };
  const [all, some] = [await list(`${path.split('?')[0] ?? ''}?`), await list(path)];
  const matching = all.filter(
    (one) => one[field] === wanted && (!path.includes('closed') || one['status'] === 'closed'),
  );
  expect(some.length).toBeGreaterThan(0);
  expect(some.length).toBeLessThan(all.length);
  expect(some).toEqual(matching);
});

test('a message is found below its own conversation alone', async () => {
  const ask = opened();
  const { data } = (await ask('GET', '/conversations/conv_abc123/messages')) as { data: { id: string }[] };
  const [{ id }] = data as [{ id: string }];
  expect(await ask('GET', `/conversations/conv_abc123/messages/${id}`)).toMatchObject({ id });
  expect(await ask('GET', `/conversations/conv_def456/messages/${id}`)).toMatchObject({ status: 404 });
  expect(await ask('GET', '/conversations/conv_abc123/messages/msg_nobody')).toMatchObject({ status: 404 });
});

test('contacts are found by attributes that are the same, and by those alone', async () => {
  const ask = opened();
  const attributes = { plan: 'gold', seats: 5 };
  const { id } = await ask('POST', '/contacts', { email: 'a@example.com', custom_attributes: attributes });
  const find = async (custom_attributes: object) => {
    const { data } = await ask('POST', '/contacts/search', { query: 'example', filters: { custom_attributes } });
    return (data as Json[]).map((one) => one['id']);
  };
  expect(await find(attributes)).toEqual([id]);
  for (const wanted of [{ plan: 'gold', seats: 6 }, { seats: '5', plan: 'gold' }, { nobody: 'has' }])
    expect(await find(wanted)).toEqual([]);
});

test('a workflow that leads nowhere is refused by the field', async () => {
  const ask = opened();
  const end = { id: 'end', type: 'end' };
  const refused = async (steps: object[], entry_step = 'end') =>
    (await ask('POST', '/chatbots', { name: 'B', workflow: { entry_step, steps } }))['param'];
  expect(await refused([end])).toBeUndefined();
  expect(await refused([end, end])).toBe('workflow.steps[1].id');
  expect(await refused([end], 'begin')).toBe('workflow.entry_step');
  expect(await refused([end, { id: 'a', type: 'message', text: 'x', next: 'b' }])).toBe('workflow.steps[1].next');
  const assign = (operator_id: string | null) => [end, { id: 'a', type: 'assign', operator_id, next: 'end' }];
  expect(await refused(assign('op_nobody'))).toBe('workflow.steps[1].operator_id');
  expect(await refused(assign('op_xyz789'))).toBeUndefined();
  expect(await refused(assign(null))).toBeUndefined();
});

test('a webhook’s address is text', async () => {
  for (const body of [{ url: 7, events: ['contact.created'] }, { events: ['contact.created'] }])
    expect(await opened()('POST', '/webhooks', body)).toMatchObject({ status: 422, param: 'url' });
});

test('what a change leaves out stays, and what it sets to null is emptied', async () => {
  const ask = opened();
  const { id } = await ask('POST', '/contacts', { email: 'a@example.com', tags: ['a'], phone: '+1 415 555 0101' });
  const changed = { tags: ['a'], phone: '+14155550101', name: 'A' };
  expect(await ask('PATCH', `/contacts/${String(id)}`, { name: 'A' })).toMatchObject(changed);
  expect(await ask('PATCH', `/contacts/${String(id)}`, { phone: null })).toMatchObject({ tags: ['a'], phone: null });
  expect(await ask('PATCH', `/contacts/${String(id)}`, { tags: [] })).toMatchObject({ tags: [] });
});

test('a contact has as many attributes as are allowed, and no more', async () => {
  const ask = opened();
  const attributes = (from: number, to: number) =>
    Object.fromEntries(Array.from({ length: to - from }, (_, index) => [`a${from + index}`, index]));
  const half = Math.floor(maxCustomAttributes / 2);
  const { id } = await ask('POST', '/contacts', { email: 'a@example.com', custom_attributes: attributes(0, half) });
  const path = `/contacts/${String(id)}`;
  const full = await ask('PATCH', path, { custom_attributes: attributes(half, maxCustomAttributes) });
  expect(Object.keys(full['custom_attributes'] as Json)).toHaveLength(maxCustomAttributes);
  expect(await ask('PATCH', path, { custom_attributes: { one_more: 1 } })).toMatchObject({
    status: 422,
    param: 'custom_attributes',
  });
  expect(await ask('PATCH', path, { custom_attributes: { one_more: 1, a0: null } })).toMatchObject({ id });
});

test('a message of a bot or an operator who is not there is refused by the field', async () => {
  const ask = opened();
  const send = (message: object) => ask('POST', '/conversations/conv_abc123/messages', { body: 'Hi', ...message });
  expect(await send({ type: 'bot', chatbot_id: 'bot_nobody' })).toMatchObject({ status: 422, param: 'chatbot_id' });
  expect(await send({ type: 'operator', operator_id: 'op_nobody' })).toMatchObject({
    status: 422,
    param: 'operator_id',
  });
  const [bot] = (await ask('GET', '/chatbots'))['data'] as Json[];
  expect(await send({ type: 'bot', chatbot_id: bot?.['id'] })).toMatchObject({ type: 'bot', chatbot_id: bot?.['id'] });
});
