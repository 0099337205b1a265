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
