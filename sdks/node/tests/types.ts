/** What the compiler has to take, and what it has to refuse. Never run: compiled here, and against the finished package. */
import { NotFoundError, OAuth, Orbinto } from '../src/orbinto.ts';
import type {
  Contact,
  ContactUpdate,
  CursorPagination,
  Message,
  OrbintoEvent,
  PagePagination,
  Unlisted,
} from '../src/orbinto.ts';
import { events } from '../src/testing.ts';
import { unwrap, WebhookRouter } from '../src/webhooks.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Takes a value of exactly this type. */
const is =
  <T>() =>
  <U>(_value: U, ..._same: Same<T, U> extends true ? [] : ['another type']): void =>
    undefined;
const take = <T>(_value: T): void => undefined;

const orbinto = new Orbinto({ apiKey: 'sk_test_write', timeout: 1000 });

export async function calls(): Promise<void> {
  const contact = await orbinto.contacts.create({ email: 'a@example.com', tags: ['a'] });
  is<Contact>()(contact);
  is<string | null>()(contact.email);
  await orbinto.contacts.update(contact.id, { phone: null }, { timeout: 5, signal: new AbortController().signal });
  const gone: void = await orbinto.contacts.delete(contact.id);
  await orbinto.conversations.messages.get('conv_1', 'msg_1');
  const { response } = await orbinto.contacts.get('con_1').withResponse();
  is<number>()(response.status);
  // @ts-expect-error an email is required
  await orbinto.contacts.create({ name: 'A' });
  // @ts-expect-error no such field
  await orbinto.contacts.create({ email: 'a@example.com', no_such_field: 'A' });
  // @ts-expect-error null clears a field of an update only
  await orbinto.contacts.create({ email: 'a@example.com', phone: null });
  // @ts-expect-error an id is a text
  await orbinto.contacts.get(7);
  // @ts-expect-error both ids
  await orbinto.conversations.messages.get('conv_1');
  // @ts-expect-error there is no such operation
  void orbinto.webhooks.update;
  // @ts-expect-error no such event
  await orbinto.webhooks.create({ url: 'https://example.com', events: ['message.creatd'] });
  // @ts-expect-error no such option
  await orbinto.contacts.get('con_1', { timeuot: 1 });
  return gone;
}

export async function lists(): Promise<void> {
  const one = await orbinto.contacts.list();
  is<PagePagination>()(one.pagination);
  const numbered = await orbinto.contacts.list({ per_page: 5, tag: 'a' });
  is<number>()(numbered.pagination.total);
  const after = await orbinto.contacts.list({ limit: 5 });
  is<CursorPagination>()(after.pagination);
  for await (const page of orbinto.contacts.list().pages()) is<CursorPagination>()(page.pagination);
  for await (const item of orbinto.contacts.search({ query: 'a' }, { limit: 1 })) is<Contact>()(item);
  const some = await orbinto.operators.list().take(3);
  for (const { role } of some) is<'owner' | 'admin' | 'agent' | Unlisted>()(role);
  // @ts-expect-error one way of paging, not both
  orbinto.contacts.list({ page: 1, limit: 5 });
  // @ts-expect-error by cursor there is no total
  void after.pagination.total;
  // @ts-expect-error no such filter
  orbinto.contacts.list({ emial: 'a@example.com' });
  // @ts-expect-error no such status
  orbinto.conversations.list({ status: 'opne' });
}

export function open(message: Message, event: OrbintoEvent, update: ContactUpdate): unknown {
  update.company = null;
  if (message.type === 'visitor') return message.visitor.name;
  switch (event.event) {
    case 'message.created':
      return event.data.conversation_id;
    case 'contact.created':
      return event.data.email;
    case 'chatbot.completed':
      return event.data.workflow.steps[0]?.type;
    case 'conversation.created':
    case 'conversation.closed':
      return event.data.closed_at;
    default:
  }
  // @ts-expect-error a value that is not listed has to be said to be one
  take<Message['type']>('hologram');
  if ((message.type as string) === 'hologram') return undefined;
  // @ts-expect-error not every message has it
  return message.chatbot_id;
}

/** What is not known yet is reachable where everything that is known has been dealt with. */
export function later(message: Message): unknown {
  switch (message.type) {
    case 'visitor':
    case 'operator':
    case 'bot':
    case 'note':
      return message.body;
    default:
      return [message['beam'], message.type.toUpperCase()];
  }
}

export async function webhooks(request: Request): Promise<void> {
  const router = new WebhookRouter({ secret: ['whsec_a'], fallback: (event) => event.timestamp });
  router.on('operator.status_changed', (event, { id }) => [event.data.status, id]);
  const event = await unwrap(await request.text(), request.headers, 'whsec_a');
  is<OrbintoEvent>()(event);
  const built = await events.build('contact.created', { secret: 'whsec_a' });
  is<Contact>()(built.event.data);
  // @ts-expect-error no such event
  router.on('message.deleted', () => undefined);
  // @ts-expect-error a fallback is required
  new WebhookRouter({ secret: 'whsec_a' });
  // @ts-expect-error a parsed body cannot be checked
  await unwrap(await request.json().then((body: object) => body), request.headers, 'whsec_a');
}

export async function rest(): Promise<void> {
  const answer = await orbinto.request<{ data: number[] }>('GET', '/numbers', { query: { a: 1 } });
  is<number[]>()(answer.data);
  const oauth = new OAuth({ clientId: 'a' });
  const { url } = await oauth.authorizeUrl({ redirectUri: 'https://example.com', scopes: ['contacts:read'] });
  is<string>()(url);
  new Orbinto({ auth: oauth.session({ access_token: 'a' }) });
  // @ts-expect-error no such scope
  await oauth.authorizeUrl({ redirectUri: 'https://example.com', scopes: ['contacts:raed'] });
  try {
    await orbinto.contacts.get('con_1');
  } catch (error) {
    if (error instanceof NotFoundError) is<number | null>()(error.retryAfter);
    // @ts-expect-error no such code
    take<NotFoundError['code']>('not_fuond');
  }
}
