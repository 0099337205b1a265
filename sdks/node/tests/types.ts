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
const holds = <T extends true>(): T | undefined => undefined;

const orbinto = new Orbinto({ apiKey: 'sk_test_write', timeout: 1000 });

export async function calls(): Promise<void> {
  const contact = await orbinto.contacts.create({ email: 'a@example.com', tags: ['a'] });
  holds<Same<typeof contact, Contact>>();
  holds<Same<typeof contact.email, string | null>>();
  await orbinto.contacts.update(contact.id, { phone: null }, { timeout: 5, signal: new AbortController().signal });
  const gone: void = await orbinto.contacts.delete(contact.id);
  await orbinto.conversations.messages.get('conv_1', 'msg_1');
  const { response } = await orbinto.contacts.get('con_1').withResponse();
  holds<Same<typeof response.status, number>>();
  // @ts-expect-error an email is required
  await orbinto.contacts.create({ name: 'A' });
  // @ts-expect-error no such field
  await orbinto.contacts.create({ email: 'a@example.com', nickname: 'A' });
  // @ts-expect-error null clears a field of an update only
  await orbinto.contacts.create({ email: 'a@example.com', phone: null });
  // @ts-expect-error an id is a text
  await orbinto.contacts.get(7);
  // @ts-expect-error both ids
  await orbinto.conversations.messages.get('conv_1');
  // @ts-expect-error there is no such operation
  await orbinto.webhooks.update('wh_1', {});
  // @ts-expect-error no such event
  await orbinto.webhooks.create({ url: 'https://example.com', events: ['message.creatd'] });
  // @ts-expect-error no such option
  await orbinto.contacts.get('con_1', { timeuot: 1 });
  return gone;
}

export async function lists(): Promise<void> {
  const one = await orbinto.contacts.list();
  holds<Same<typeof one.pagination, PagePagination>>();
  const numbered = await orbinto.contacts.list({ per_page: 5, tag: 'a' });
  holds<Same<typeof numbered.pagination.total, number>>();
  const after = await orbinto.contacts.list({ limit: 5 });
  holds<Same<typeof after.pagination, CursorPagination>>();
  for await (const page of orbinto.contacts.list().pages()) holds<Same<typeof page.pagination, CursorPagination>>();
  for await (const item of orbinto.contacts.search({ query: 'a' }, { limit: 1 })) holds<Same<typeof item, Contact>>();
  const some = await orbinto.operators.list().take(3);
  holds<Same<(typeof some)[number]['role'], 'owner' | 'admin' | 'agent' | Unlisted>>();
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
  if (message.type === 'hologram') return undefined;
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
  holds<Same<typeof event, OrbintoEvent>>();
  const built = await events.build('contact.created', { secret: 'whsec_a' });
  holds<Same<typeof built.event.data, Contact>>();
  // @ts-expect-error no such event
  router.on('message.deleted', () => undefined);
  // @ts-expect-error a fallback is required
  new WebhookRouter({ secret: 'whsec_a' });
  // @ts-expect-error a parsed body cannot be checked
  await unwrap(await request.json().then((body: object) => body), request.headers, 'whsec_a');
}

export async function rest(): Promise<void> {
  const answer = await orbinto.request<{ data: number[] }>('GET', '/numbers', { query: { a: 1 } });
  holds<Same<typeof answer.data, number[]>>();
  const oauth = new OAuth({ clientId: 'a' });
  const { url } = await oauth.authorizeUrl({ redirectUri: 'https://example.com', scopes: ['contacts:read'] });
  holds<Same<typeof url, string>>();
  new Orbinto({ auth: oauth.session({ access_token: 'a' }) });
  // @ts-expect-error no such scope
  await oauth.authorizeUrl({ redirectUri: 'https://example.com', scopes: ['contacts:raed'] });
  try {
    await orbinto.contacts.get('con_1');
  } catch (error) {
    if (error instanceof NotFoundError) holds<Same<typeof error.retryAfter, number | null>>();
    // @ts-expect-error no such code
    if (error instanceof NotFoundError && error.code === 'not_fuond') throw error;
  }
}
