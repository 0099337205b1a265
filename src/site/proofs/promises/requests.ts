/** What the guides promise of requests and their refusals. */
import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { expectOk } from '../../sandbox-answer.ts';
import { ask, claim, refusal } from '../figures/ground.ts';
import type { AskOptions, FigureProof } from '../figures/ground.ts';

interface Contact {
  readonly id: string;
  readonly name: string | null;
  readonly company: string | null;
  readonly custom_attributes: Readonly<Record<string, unknown>>;
}

const LIST = '/v1/contacts';
const ADA = { email: 'ada@example.com', name: 'Ada', company: 'Analytical Engines' };

async function createContact(sandbox: PrivateSandbox, body: object = ADA): Promise<Contact> {
  return expectOk(await ask(sandbox, 'POST', LIST, { body }));
}

async function newestConversation(sandbox: PrivateSandbox, status: 'open' | 'closed'): Promise<string> {
  const path = `/v1/conversations?status=${status}&per_page=1`;
  const { data } = await expectOk<{ data: readonly { id: string }[] }>(await ask(sandbox, 'GET', path));
  const [conversation] = data;
  if (!conversation) throw new Error(`there is no ${status} conversation`);
  return conversation.id;
}

/** One request that is wrong in all ways, put right one by one. */
export const checkOrder: FigureProof = async (sandbox) => {
  const { id } = await createContact(sandbox);
  await createContact(sandbox, { email: 'grace@example.com' });
  const there = `${LIST}/${id}`;
  const taken = '{"email":"grace@example.com"}';
  const text: AskOptions = { body: 'no JSON', mediaType: 'text/plain' };
  const wrong = { body: '{"email":"nobody"}' };
  const rows: readonly (readonly [fixed: string, method: string, path: string, code: string, options: AskOptions])[] = [
    ['Wrong in every way', 'PUT', `/v1/contact/con_none?colour=green`, 'not_found', { ...text, token: null }],
    ['With the right path', 'PUT', `${LIST}/con_none?colour=green`, 'method_not_allowed', { ...text, token: null }],
    ['… method', 'PATCH', `${LIST}/con_none?colour=green`, 'missing_api_key', { ...text, token: null }],
    ['… a key', 'PATCH', `${LIST}/con_none?colour=green`, 'insufficient_scope', { ...text, level: 'read' }],
    ['… of the right level', 'PATCH', `${LIST}/con_none?colour=green`, 'unsupported_media_type', text],
    ['… declared as JSON', 'PATCH', `${LIST}/con_none?colour=green`, 'invalid_json', { body: '{' }],
    ['… that parses', 'PATCH', `${LIST}/con_none?colour=green`, 'unknown_query_parameter', wrong],
    ['… without that parameter', 'PATCH', `${LIST}/con_none`, 'invalid_parameter', wrong],
    ['… with a valid email', 'PATCH', `${LIST}/con_none`, 'not_found', { body: taken }],
    ['… of a contact that is there', 'PATCH', there, 'email_taken', { body: taken }],
  ];
  const lines = [];
  for (const [fixed, method, path, code, options] of rows)
    lines.push(await refusal(fixed, await ask(sandbox, method, path, options), code));
  const { status } = await ask(sandbox, 'PATCH', there, { body: '{"email":"lovelace@example.com"}' });
  return [...lines, claim(`… and with an email of its own: ${status}`, status === 200)];
};

/** A field, a query parameter and a body that an operation does not have. */
export const nothingIgnored: FigureProof = async (sandbox) => [
  await refusal(
    'A field "colour"',
    await ask(sandbox, 'POST', LIST, { body: { ...ADA, colour: 'green' } }),
    'unknown_parameter',
  ),
  await refusal('?colour=green', await ask(sandbox, 'GET', `${LIST}?colour=green`), 'unknown_query_parameter'),
];

/** A patch of one field, and one that removes a value. */
export const mergePatch: FigureProof = async (sandbox) => {
  const { id } = await createContact(sandbox);
  const contact = await expectOk<Contact>(await ask(sandbox, 'PATCH', `${LIST}/${id}`, { body: { company: null } }));
  return [
    claim(`{"company": null}: company is ${String(contact.company)}`, contact.company === null),
    claim(`name stays ${String(contact.name)}`, contact.name === ADA.name),
  ];
};

/** A number that a float keeps, and one that it does not. */
export const exactNumbers: FigureProof = async (sandbox) => {
  const send = (number: string) =>
    ask(sandbox, 'POST', LIST, {
      body: `{"email":"n${number.length}@example.com","custom_attributes":{"n":${number}}}`,
    });
  const kept = await expectOk<Contact>(await send('1e2'));
  return [
    claim(`1e2 comes back as ${String(kept.custom_attributes['n'])}`, kept.custom_attributes['n'] === 100),
    await refusal('9007199254740993', await send('9007199254740993'), 'invalid_parameter'),
  ];
};

/** The same request by both methods. */
export const headLikeGet: FigureProof = async (sandbox) => {
  const [get, head] = [await ask(sandbox, 'GET', LIST), await ask(sandbox, 'HEAD', LIST)];
  const own = /^(?:x-request-id|x-ratelimit-remaining)$/;
  const told = ({ headers }: Response) => JSON.stringify([...headers].filter(([name]) => !own.test(name)));
  const { length } = await head.text();
  return [
    claim(
      `GET ${get.status}, HEAD ${head.status}, with the same headers`,
      get.status === head.status && told(get) === told(head),
    ),
    claim(`Characters of the body of HEAD: ${length}`, length === 0),
  ];
};

/** A change and a deletion, sent twice. */
export const safeToRepeat: FigureProof = async (sandbox) => {
  const { id } = await createContact(sandbox);
  const path = `${LIST}/${id}`;
  const patch = async () => expectOk<Contact>(await ask(sandbox, 'PATCH', path, { body: { name: 'Ada Lovelace' } }));
  const [first, second] = [await patch(), await patch()];
  const { status } = await ask(sandbox, 'DELETE', path);
  return [
    claim('PATCH, and PATCH again: the same contact', JSON.stringify(first) === JSON.stringify(second)),
    claim(`DELETE: ${status}`, status === 204),
    await refusal('DELETE again', await ask(sandbox, 'DELETE', path), 'not_found'),
  ];
};

/** A contact that is created twice. */
export const createAgain: FigureProof = async (sandbox) => {
  await createContact(sandbox);
  const again = await refusal('The same POST again', await ask(sandbox, 'POST', LIST, { body: ADA }), 'email_taken');
  const path = `${LIST}?email=${ADA.email}`;
  const { data } = await expectOk<{ data: readonly unknown[] }>(await ask(sandbox, 'GET', path));
  return [again, claim(`Contacts with this email: ${data.length}`, data.length === 1)];
};

/** A reply that is sent twice. */
export const replyAgain: FigureProof = async (sandbox) => {
  const path = `/v1/conversations/${await newestConversation(sandbox, 'open')}`;
  const count = async () =>
    (await expectOk<{ messages_count: number }>(await ask(sandbox, 'GET', path))).messages_count;
  const before = await count();
  for (let times = 0; times < 2; times += 1)
    await expectOk(await ask(sandbox, 'POST', `${path}/reply`, { body: { body: 'On its way.' } }));
  const more = (await count()) - before;
  return [claim(`Messages more after the same reply twice: ${more}`, more === 2)];
};

/** A conversation that is closed twice. */
export const closeAgain: FigureProof = async (sandbox) => {
  const path = `/v1/conversations/${await newestConversation(sandbox, 'open')}/close`;
  const { status } = await ask(sandbox, 'POST', path);
  return [
    claim(`Close: ${status}`, status === 200),
    await refusal('Close again', await ask(sandbox, 'POST', path), 'conversation_already_closed'),
  ];
};
