import { describe, expect, test } from 'vitest';
import { openClient } from '../webhooks/client.ts';

const EMPTY = { format: 'orbinto-sandbox', version: 1, seed: 1 };

describe('a bad import changes nothing and says what is wrong:', () => {
  const contact = {
    id: 'con_new',
    email: 'new@example.com',
    name: null,
    phone: null,
    company: null,
    avatar_url: null,
    custom_attributes: {},
    tags: [],
    created_at: '2026-02-01T00:00:00Z',
    updated_at: '2026-02-01T00:00:00Z',
  };
  const message = {
    id: 'msg_new',
    conversation_id: 'conv_abc123',
    type: 'operator',
    body: 'Hi',
    operator_id: 'op_xyz789',
    created_at: '2026-02-01T00:00:00Z',
  };
  const conversation = {
    id: 'conv_new',
    status: 'open',
    visitor: { id: 'vis_ghi789', name: null, email: null },
    assigned_to: null,
    created_at: '2026-02-01T00:00:00Z',
    updated_at: '2026-02-01T00:00:00Z',
    messages_count: 0,
  };
  const sort = '2026-02-01T00:00:00Z';

  test.each<[string, object, string | undefined]>([
    ['another format', { ...EMPTY, format: 'x' }, 'format'],
    ['another version', { ...EMPTY, version: 2 }, 'version'],
    ['another seed', { ...EMPTY, seed: 2 }, 'seed'],
    ['a broken counter', { ...EMPTY, counter: -1 }, 'counter'],
    ['an unknown member', { ...EMPTY, extra: 1 }, 'extra'],
    ['no object', [], undefined],
    ['an unknown kind', { ...EMPTY, records: { secrets: [] } }, 'records.secrets'],
    ['no list', { ...EMPTY, records: { contacts: {} } }, 'records.contacts'],
    ['no record', { ...EMPTY, records: { contacts: [7] } }, 'records.contacts[0]'],
    ['a missing field', { ...EMPTY, records: { contacts: [{ id: 'con_a' }] } }, 'records.contacts[0].email'],
    ['an unknown field', { ...EMPTY, records: { contacts: [{ ...contact, x: 1 }] } }, 'records.contacts[0].x'],
    ['a wrong type', { ...EMPTY, records: { contacts: [{ ...contact, tags: [1] }] } }, 'records.contacts[0].tags[0]'],
    ['a wrong id', { ...EMPTY, records: { contacts: [{ ...contact, id: 'x' }] } }, 'records.contacts[0].id'],
    ['one id twice', { ...EMPTY, records: { contacts: [contact, contact] } }, 'records.contacts[1].id'],
    [
      'a taken email',
      { ...EMPTY, records: { contacts: [{ ...contact, email: 'Amara.Okafor@example.com' }] } },
      'records.contacts[0].email',
    ],
    [
      'an unknown kind of message',
      { ...EMPTY, records: { messages: [{ ...message, type: 'x' }] } },
      'records.messages[0].type',
    ],
    [
      'a message to nowhere',
      { ...EMPTY, records: { messages: [{ ...message, conversation_id: 'conv_x' }] } },
      'records.messages[0].conversation_id',
    ],
    [
      'a message by nobody',
      { ...EMPTY, records: { messages: [{ ...message, operator_id: 'op_x' }] } },
      'records.messages[0].operator_id',
    ],
    [
      'a conversation of nobody',
      {
        ...EMPTY,
        records: { conversations: [{ ...conversation, visitor: { id: 'vis_x', name: null, email: null } }] },
      },
      'records.conversations[0].visitor.id',
    ],
    [
      'a conversation assigned to nobody',
      { ...EMPTY, records: { conversations: [{ ...conversation, assigned_to: 'op_x' }] } },
      'records.conversations[0].assigned_to',
    ],
    [
      'an assignment of nothing',
      { ...EMPTY, records: { assignments: [{ id: 'conv_x', operator_id: 'op_xyz789', assigned_at: sort }] } },
      'records.assignments[0].id',
    ],
    [
      'a deletion of what cannot be deleted',
      { ...EMPTY, deleted: [{ kind: 'operators', id: 'op_xyz789', sort }] },
      'deleted[0].kind',
    ],
    ['a deletion of no id', { ...EMPTY, deleted: [{ kind: 'contacts', id: 'a/b', sort }] }, 'deleted[0].id'],
    ...['x', `x${sort}`, `${sort}x`, '2026-02-01'].map((no): [string, object, string] => [
      `a deletion at ${no}`,
      { ...EMPTY, deleted: [{ kind: 'contacts', id: 'con_a', sort: no }] },
      'deleted[0].sort',
    ]),
    [
      'a deleted contact that a visitor still has',
      { ...EMPTY, deleted: [{ kind: 'contacts', id: 'con_abc123', sort }] },
      'deleted[0].id',
    ],
  ])('%s', async (_what, body, param) => {
    const { client } = openClient();
    await client.ask('POST', '/v1/contacts', { email: 'kept@example.com' });
    const before = await client.ask('GET', '/_sandbox/state');
    const answer = await client.send<{ error: { message: string; param?: string } }>('PUT', '/_sandbox/state', body);
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'invalid_parameter' } } });
    expect(answer.body.error.param).toBe(param);
    if (param) expect(answer.body.error.message).toContain(`'${param}'`);
    expect(await client.ask('GET', '/_sandbox/state')).toEqual(before);
  });

  test.each([
    ['text', 'not json', 400],
    ['a body cut short', '{"format":', 400],
    ['nesting without end', `${'['.repeat(100_000)}`, 400],
    [
      'deep nesting',
      `{"format":"orbinto-sandbox","version":1,"seed":1,"records":{"contacts":[${'['.repeat(5_000)}${']'.repeat(5_000)}]}}`,
      422,
    ],
  ])('%s', async (_what, body, status) => {
    const { client } = openClient();
    expect((await client.send('PUT', '/_sandbox/state', body)).status).toBe(status);
  });

  test('__proto__ is a name like any other', async () => {
    const { client } = openClient();
    const body = '{"format":"orbinto-sandbox","version":1,"seed":1,"records":{"__proto__":[]}}';
    expect(await client.send('PUT', '/_sandbox/state', body)).toMatchObject({
      status: 422,
      body: { error: { param: 'records.__proto__' } },
    });
  });
});
