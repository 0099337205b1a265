import type { Operation } from '../../src/openapi/model/operations.ts';
import { exampleBodies } from './requests.ts';
import type { Changes } from './requests.ts';

/** What brings an error about: changes to the example request. */
export interface Trigger extends Changes {
  /** The `param` of the error, where it has one. */
  readonly param?: string;
}

const UNKNOWN_ID = { id: 'xx_unknown', message_id: 'xx_unknown' };

/** Triggers that are the same for every operation that documents the code. */
const COMMON: Readonly<Record<string, (operation: Operation) => Trigger>> = {
  invalid_url: () => ({ query: '?x=%E0%A4' }),
  unknown_query_parameter: () => ({ query: '?fields=id', param: 'fields' }),
  invalid_query_parameter: () => ({ query: '?per_page=101', param: 'per_page' }),
  invalid_cursor: () => ({ query: '?after=xx_unknown', param: 'after' }),
  invalid_json: () => ({ body: '{"email": "jane@example.com",}' }),
  missing_api_key: () => ({ key: null }),
  invalid_api_key: () => ({ key: 'sk_test_x' }),
  live_key_in_sandbox: () => ({ key: 'sk_live_abc123' }),
  invalid_access_token: () => ({ key: 'expired_access_token' }),
  // With a token of all other scopes, which the test gets.
  insufficient_scope: () => ({}),
  not_found: () => ({ path: UNKNOWN_ID }),
  payload_too_large: () => ({ body: { name: 'x'.repeat(2_000_000) } }),
  unsupported_media_type: () => ({ headers: { 'Content-Type': 'text/plain' } }),
  unsupported_content_encoding: () => ({ headers: { 'Content-Encoding': 'gzip' } }),
  unknown_parameter: (operation) => ({
    body: { ...(exampleBodies(operation)[0] as object), nonsense: 1 },
    param: 'nonsense',
  }),
};

const STEP = { id: 'one', type: 'message', text: 'Hello', next: 'two' };
const workflow = (...steps: object[]) => ({ name: 'x', workflow: { entry_step: 'one', steps } });

/** Triggers of one operation, by `operationId code`. */
const OWN: Readonly<Record<string, Trigger>> = {
  'createContact email_taken': { body: { email: 'AMARA.OKAFOR@example.com' } },
  'createContact invalid_parameter': { body: { email: 'jane' }, param: 'email' },
  'createContact missing_parameter': { body: { name: 'Jane Doe' }, param: 'email' },
  'updateContact email_taken': { body: { email: 'amara.okafor@example.com' } },
  'updateContact invalid_parameter': { body: { tags: ['x'.repeat(51)] }, param: 'tags[0]' },
  'searchContacts invalid_parameter': {
    body: { query: 'x', filters: { created_after: 'yesterday' } },
    param: 'filters.created_after',
  },
  'searchContacts missing_parameter': { body: {}, param: 'query' },
  'replyToConversation invalid_parameter': { body: { body: 'x', operator_id: 'op_unknown' }, param: 'operator_id' },
  'replyToConversation missing_parameter': { body: {}, param: 'body' },
  'replyToConversation author_required': { path: { id: 'conv_jkl012' }, body: { body: 'x' }, param: 'operator_id' },
  'assignConversation invalid_parameter': { body: { operator_id: 'op_unknown' }, param: 'operator_id' },
  'assignConversation missing_parameter': { body: {}, param: 'operator_id' },
  'closeConversation conversation_already_closed': { path: { id: 'conv_pqr678' } },
  'reopenConversation conversation_already_open': { path: { id: 'conv_abc123' } },
  'sendMessage invalid_parameter': { body: { type: 'shout', body: 'x' }, param: 'type' },
  'sendMessage missing_parameter': { body: { type: 'visitor' }, param: 'body' },
  'sendMessage author_required': {
    path: { id: 'conv_jkl012' },
    body: { type: 'note', body: 'x' },
    param: 'operator_id',
  },
  'sendMessage conversation_closed': { path: { id: 'conv_pqr678' } },
  'createChatbot invalid_parameter': { body: workflow(STEP), param: 'workflow.steps[0].next' },
  'createChatbot missing_parameter': { body: { name: 'x' }, param: 'workflow' },
  'updateChatbot invalid_parameter': { body: { status: 'asleep' }, param: 'status' },
  'updateChatbot missing_parameter': { body: { triggers: [{ type: 'keyword' }] }, param: 'triggers[0].keywords' },
  'createWebhook invalid_parameter': {
    body: { url: 'https://hooks.example.com/', events: ['nothing.happened'] },
    param: 'events[0]',
  },
  'createWebhook missing_parameter': { body: { url: 'https://hooks.example.com/' }, param: 'events' },
  'createWebhook webhook_url_not_allowed': {
    body: { url: 'https://10.0.0.1/hook', events: ['message.created'] },
    param: 'url',
  },
};

/** How to bring about an error that an operation documents; undefined where no request can. */
export function triggerOf(operation: Operation, code: string): Trigger | undefined {
  return OWN[`${operation.operationId} ${code}`] ?? COMMON[code]?.(operation);
}
