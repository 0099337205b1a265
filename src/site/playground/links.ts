/** Where ids and calls of the playground lead: to the reference, with the call filled in. */
import { linkTo } from '../console/permalink/permalink.ts';
import type { ApiCall } from './acts.ts';

/** The pages of operations and events, by their names. */
export interface Addresses {
  readonly operations: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, string>>;
}

/** The operations that get one record, by the beginning of its id. */
const GETTERS: Readonly<Record<string, string>> = {
  conv: 'getConversation',
  vis: 'getVisitor',
  op: 'getOperator',
  bot: 'getChatbot',
  con: 'getContact',
  msg: 'getMessage',
};

/** All operations that something here leads to. */
export const LINKED_OPERATIONS = [
  ...Object.values(GETTERS),
  'createWebhook',
  'sendMessage',
  'replyToConversation',
  'assignConversation',
  'closeConversation',
  'reopenConversation',
  'createContact',
  'updateContact',
];

/** The reference page of a call, filled in. */
export function callLink({ operations }: Addresses, { operationId, parameters, body }: ApiCall): string | undefined {
  return link(operations[operationId], operationId, parameters, body ? JSON.stringify(body, null, 2) : '');
}

/** The page that gets the record of an id. @param conversation of a message */
export function recordLink({ operations }: Addresses, id: string, conversation?: string): string | undefined {
  const operationId = GETTERS[id.split('_')[0] ?? ''];
  if (operationId === undefined) return undefined;
  const parameters: Record<string, string> =
    operationId === 'getMessage' && conversation !== undefined ? { id: conversation, message_id: id } : { id };
  return link(operations[operationId], operationId, parameters, '');
}

function link(
  address: string | undefined,
  operationId: string,
  parameters: Readonly<Record<string, string>>,
  body: string,
): string | undefined {
  if (address === undefined) return undefined;
  const values = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`path.${name}`, value]));
  const made = linkTo({ operationId }, { values, body });
  return 'fragment' in made ? address + made.fragment : address;
}
