import { expect, test } from 'vitest';
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { exampleAt } from './example-at.ts';
import { idsIn, ownRecords, replacementsFor } from './own-records.ts';

const contact = { id: 'con_k0001aaaaaaaa', name: '<img src=x onerror=alert(1)>' };
const records = ownRecords({
  clock: { now: '2026-03-02T09:00:00Z', frozen: false },
  limits: { plan: 'free', minute: { limit: 60, remaining: 60 }, burst: { limit: 10, remaining: 10 } },
  records: {
    contacts: { made: 1, changed: 0, deleted: 0, newest: [contact] },
    webhooks: { made: 1, changed: 0, deleted: 0, newest: [{ id: 'wh_k0002bbbbbbbb', name: 'https://a.example.com' }] },
  },
  deliveries: { pending: 0, delivered: 0, failed: 0 },
});

test('an id can be replaced by the records of its kind, and by none of another whose ids begin alike', () => {
  expect(replacementsFor('con_abc123', records)).toEqual([{ kind: 'contacts', ...contact }]);
  expect(replacementsFor('conv_abc123', records)).toEqual([]);
  expect(replacementsFor(contact.id, records)).toEqual([]);
  for (const text of ['', 'jane@example.com', 'con_', 'con abc', 'con_abc 123', 'a_b']) {
    expect(replacementsFor(text, records)).toEqual([]);
  }
});

test('the ids of a request that have such records are found in its path and its body', () => {
  expect(idsIn('/contacts/con_abc123?x=op_xyz789 {"contact": "con_abc123", "to": "wh_abc123"}', records)).toEqual([
    'con_abc123',
    'wh_abc123',
  ]);
  expect(idsIn('/contacts {"name": "custom_attributes"}', records)).toEqual([]);
});

test('the example of a field is that of the document, of parameters as of members of the body', () => {
  const operation = {
    parameters: [
      { in: 'path', name: 'id', example: 'con_abc123' },
      { in: 'query', name: 'page', example: 2 },
    ],
    body: {
      content: [
        {
          mediaType: 'application/json',
          examples: [{ name: 'one', value: { operator_id: 'op_xyz789', list: [{ contact: 'con_def456' }] } }],
          form: {
            shapes: [
              { kind: 'object', fields: [{ name: 'webhook', shape: 1 }] },
              { kind: 'text', example: 'wh_abc123' },
            ],
          },
        },
      ],
    },
  } as unknown as BundledOperation;
  expect(exampleAt(operation, 'path.id')).toBe('con_abc123');
  expect(exampleAt(operation, 'query.page')).toBeUndefined();
  expect(exampleAt(operation, 'body/operator_id')).toBe('op_xyz789');
  expect(exampleAt(operation, 'body/list/0/contact')).toBe('con_def456');
  expect(exampleAt(operation, 'body/webhook')).toBe('wh_abc123');
  expect(exampleAt(operation, 'body/constructor')).toBeUndefined();
});
