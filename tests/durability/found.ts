import type { Connection } from './connection.ts';

interface Item {
  readonly id: string;
  readonly email?: string | null;
  readonly name?: string | null;
  readonly url?: string;
  readonly events?: readonly string[];
  readonly body?: string;
  readonly assigned_to?: string | null;
}

interface List {
  readonly data: readonly Item[];
  readonly pagination: { readonly next_cursor: string | null };
}

/** What is in the mock, by what the ledger calls it: its content, and the ids of what has one. */
export interface Found {
  readonly contents: Map<string, string>;
  readonly ids: Map<string, string>;
}

/** Looks at everything that the load of one workspace writes. @param conversations the ones that it writes to */
export async function look(connection: Connection, key: string, conversations: readonly string[]): Promise<Found> {
  const found: Found = { contents: new Map(), ids: new Map() };
  const add = (name: string, { id }: Item, content: string): void => {
    found.contents.set(name, content);
    found.ids.set(name, id);
  };
  for (const contact of await listAll(connection, key, '/v1/contacts')) {
    if (contact.email?.endsWith('@kill.example.com')) add(`contact ${contact.email}`, contact, contact.name ?? '');
  }
  for (const webhook of await listAll(connection, key, '/v1/webhooks')) {
    if (webhook.url?.includes('.example.com/kill/')) {
      add(`webhook ${webhook.url}`, webhook, webhook.events?.join() ?? '');
    }
  }
  for (const id of conversations) {
    for (const message of await listAll(connection, key, `/v1/conversations/${id}/messages`)) {
      if (message.body?.includes(' notes ')) add(`note ${message.body}`, message, 'written');
    }
    const conversation = await ask<Item>(connection, key, `/v1/conversations/${id}`);
    add(`conversation ${id} of ${key}`, conversation, conversation.assigned_to ?? '');
  }
  return found;
}

async function listAll(connection: Connection, key: string, path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let query: string | undefined = '?limit=100'; query !== undefined;) {
    const { data, pagination }: List = await ask<List>(connection, key, `${path}${query}`);
    items.push(...data);
    query = pagination.next_cursor === null ? undefined : `?limit=100&after=${pagination.next_cursor}`;
  }
  return items;
}

async function ask<T>(connection: Connection, key: string, path: string): Promise<T> {
  const { status, text } = await connection.send(key, 'GET', path);
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
  return JSON.parse(text) as T;
}
