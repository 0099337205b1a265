import { describe, expect, test } from 'vitest';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../openapi/document/load.ts';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { sdkModel } from './model.ts';
import type { SdkModel } from './model.ts';
import type { SdkEnum, SdkField, SdkObject, SdkUnion } from './sdk-type.ts';

const document = await loadDocument(SPEC_FILE);
const policies = await loadPolicies();
const model = sdkModel(document, policies);

const typeOf = (name: string, from: SdkModel = model) =>
  from.types.find((type) => type.name === name) ?? expect.unreachable(`no type ${name}`);
const fieldOf = (type: string, field: string, from?: SdkModel): SdkField =>
  (typeOf(type, from) as SdkObject).fields.find(({ name }) => name === field) ??
  expect.unreachable(`no field ${type}.${field}`);
const methodOf = (fullName: string, from: SdkModel = model) =>
  from.methods.find((method) => method.fullName === fullName) ?? expect.unreachable(`no method ${fullName}`);

describe('methods', () => {
  test('stand in a tree of namespaces', () => {
    const tree = model.resources.map(({ name, resources }) => [name, resources.map((below) => below.fullName)]);
    expect(Object.fromEntries(tree)).toEqual({
      contacts: [],
      conversations: ['conversations.messages'],
      visitors: ['visitors.sessions', 'visitors.pageviews'],
      chatbots: [],
      operators: ['operators.assignments'],
      webhooks: [],
    });
    expect(model.methods).toHaveLength(listOperations(document).length);
  });

  test('tell all that a call takes and gives', () => {
    expect(methodOf('conversations.messages.get')).toMatchObject({
      name: 'get',
      httpMethod: 'GET',
      path: '/conversations/{id}/messages/{message_id}',
      pathParameters: [{ name: 'id' }, { name: 'message_id' }],
      result: { kind: 'named', name: 'Message' },
      keyLevel: 'read',
      scope: 'conversations:read',
      docUrl: 'https://developers.orbinto.com/reference/messages/get-message/',
    });
    expect(methodOf('contacts.delete').result).toBeUndefined();
    expect(methodOf('conversations.close').body).toBeUndefined();
  });

  test('say of a merge patch that it is one', () => {
    const patches = model.methods.filter(({ body }) => body?.isMergePatch);
    expect(patches.map(({ fullName }) => fullName)).toEqual(['contacts.update', 'chatbots.update']);
  });

  test('are repeatable where they only read or say what shall be, a search included and a patch not', () => {
    const repeated = model.methods.filter(({ isRepeatable }) => isRepeatable);
    const odd = repeated.filter(({ httpMethod }) => httpMethod !== 'GET').map(({ fullName }) => fullName);
    expect(odd.toSorted()).toEqual(['chatbots.delete', 'contacts.delete', 'contacts.search', 'webhooks.delete']);
  });

  test('page in both modes where they are lists, and only there', () => {
    const lists = model.methods.filter(({ paging }) => paging);
    expect(lists.map(({ fullName }) => fullName).toSorted()).toEqual([
      'chatbots.list',
      'contacts.list',
      'contacts.search',
      'conversations.list',
      'conversations.messages.list',
      'operators.assignments.list',
      'operators.list',
      'visitors.list',
      'visitors.pageviews.list',
      'visitors.sessions.list',
      'webhooks.list',
    ]);
    expect(lists.every(({ paging }) => paging?.modes.join() === 'page,cursor')).toBe(true);
    expect(methodOf('conversations.messages.list').paging?.item).toEqual({ kind: 'named', name: 'Message' });
  });
});

describe('types', () => {
  test('have their allOf merged', () => {
    const last = (name: string) => (typeOf(name) as SdkObject).fields.map((field) => field.name);
    expect(last('WebhookCreated')).toEqual(['id', 'url', 'events', 'description', 'status', 'created_at', 'secret']);
    expect(last('PageViewingVisitor')).toEqual(expect.arrayContaining(['id', 'contact_id', 'pageview']));
    expect(last('RunningChatbot')).toEqual(expect.arrayContaining(['workflow', 'visitor', 'conversation_id']));
  });

  test('keep nullable apart from optional', () => {
    expect(fieldOf('Contact', 'phone')).toMatchObject({ required: true, nullable: true });
    expect(fieldOf('ContactCreate', 'phone')).toMatchObject({ required: false, nullable: false });
    expect(fieldOf('ContactUpdate', 'phone')).toMatchObject({ required: false, nullable: true });
    expect(fieldOf('ContactUpdate', 'email')).toMatchObject({ required: false, nullable: false });
    expect(fieldOf('Visitor', 'current_page')).toMatchObject({ type: { kind: 'named', name: 'Page' }, nullable: true });
  });

  test('may have fields that are words of languages', () => {
    expect(fieldOf('ConditionStep', 'then').type).toEqual({ kind: 'named', name: 'StepId' });
    expect(fieldOf('ConditionStep', 'else').required).toBe(true);
  });

  test('are unions by a discriminator, or by the fields that only one of them has', () => {
    for (const name of ['Message', 'MessageCreate', 'Trigger', 'Step'])
      expect(typeOf(name)).toMatchObject({ kind: 'union', discriminator: 'type' });
    expect((typeOf('Message') as SdkUnion).members.map(({ value }) => value)).toEqual([
      'visitor',
      'operator',
      'bot',
      'note',
    ]);
    const pagination = typeOf('Pagination') as SdkUnion;
    expect(pagination.discriminator).toBeUndefined();
    expect(pagination.members.map(({ ownFields }) => ownFields)).toEqual([
      ['page', 'per_page', 'total'],
      ['limit', 'next_cursor'],
    ]);
  });

  test('are maps, lists and enums with a name of their own', () => {
    expect(typeOf('CustomAttributes')).toMatchObject({ kind: 'alias', type: { kind: 'map', values: { kind: 'any' } } });
    expect(typeOf('Steps')).toMatchObject({ type: { kind: 'array', items: { kind: 'named', name: 'Step' } } });
    expect(fieldOf('Webhook', 'status').type).toEqual({ kind: 'named', name: 'WebhookStatus' });
    expect((typeOf('WebhookStatus') as SdkEnum).values.map(({ value }) => value)).toEqual(['active', 'failed']);
  });

  test('know where they are used', () => {
    expect(typeOf('ContactCreate').usedIn).toEqual(['request']);
    expect(typeOf('Contact').usedIn).toEqual(['response', 'event']);
    expect(typeOf('Step').usedIn.toSorted()).toEqual(['event', 'request', 'response']);
  });
});

describe('what is not a method', () => {
  test('there are 12 events with their payloads', () => {
    expect(model.events).toHaveLength(12);
    expect(model.events.find(({ name }) => name === 'message.created')).toMatchObject({
      payload: { kind: 'named', name: 'MessageCreatedEvent' },
      data: { kind: 'named', name: 'Message' },
      emittedBy: ['conversations.reply', 'conversations.messages.send'],
      example: { event: 'message.created' },
    });
  });

  test('every error of the catalogue has its class and its place', () => {
    expect(model.errors).toHaveLength(policies.errors.length);
    expect(model.errors.find(({ code }) => code === 'email_taken')).toMatchObject({
      className: 'ConflictError',
      docUrl: 'https://developers.orbinto.com/errors/#email_taken',
    });
    expect(model.errors.find(({ code }) => code === 'workspace_full')?.className).toBe('ServerError');
    expect(model.errors.find(({ code }) => code === 'headers_too_large')?.className).toBe('APIError');
  });

  test('the addresses and the names of headers are the document’s', () => {
    expect(model).toMatchObject({
      apiVersion: 'v1',
      baseUrl: 'https://api.orbinto.com/v1',
      siteUrl: 'https://developers.orbinto.com',
      headers: {
        rateLimit: { limit: 'X-RateLimit-Limit', remaining: 'X-RateLimit-Remaining', reset: 'X-RateLimit-Reset' },
        requestId: 'X-Request-Id',
        retryAfter: 'Retry-After',
      },
      oauth: {
        authorizeUrl: 'https://app.orbinto.com/oauth/authorize',
        tokenUrl: 'https://app.orbinto.com/oauth/token',
        revokeUrl: 'https://app.orbinto.com/oauth/revoke',
      },
    });
    expect(model.oauth.scopes).toHaveLength(9);
    const sent = Object.values(document.webhooks ?? {}).map((item) => JSON.stringify(item));
    for (const name of Object.values(model.headers.webhook))
      expect(JSON.stringify(document), name).toContain(`"${name}"`);
    expect(sent).toHaveLength(12);
  });

  test('it is plain data', () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});

describe('a changed document', () => {
  const changed = structuredClone(document);
  const schemas = changed.components?.schemas ?? {};
  Object.assign(schemas['Contact']?.properties ?? {}, { language: { type: ['string', 'null'], deprecated: true } });
  schemas['ChatbotStatus']?.enum?.push('retired');
  addEndpointAndEvent(changed);
  const grown = sdkModel(changed, policies);

  test('shows a new field, deprecated or not', () => {
    expect(fieldOf('Contact', 'language', grown)).toMatchObject({ required: false, nullable: true, deprecated: true });
  });

  test('shows a new value of an enum', () => {
    expect((typeOf('ChatbotStatus', grown) as SdkEnum).values.at(-1)?.value).toBe('retired');
  });

  test('shows a new endpoint and a new event', () => {
    expect(methodOf('contacts.restore', grown)).toMatchObject({ httpMethod: 'POST', path: '/contacts/{id}/restore' });
    expect(grown.events.at(-1)).toMatchObject({ name: 'contact.restored', data: { kind: 'named', name: 'Contact' } });
  });

  test('may have an event without members, and alternatives that need none', () => {
    const odd = structuredClone(document);
    const anything = { content: { 'application/json': { schema: { type: 'string' } } } };
    Object.assign(odd.webhooks ?? {}, { 'contact.pinged': { post: { requestBody: anything, tags: ['contacts'] } } });
    const alternatives = [
      { properties: { a: {} } },
      { properties: { b: {} }, required: ['b', 'c'] },
      { required: ['c'] },
    ];
    Object.assign(odd.components?.schemas?.['Contact']?.properties ?? {}, { odd: { oneOf: alternatives } });
    const model = sdkModel(odd, policies);
    expect(model.events.at(-1)).toMatchObject({ name: 'contact.pinged', data: { kind: 'any' }, emittedBy: [] });
    const { members } = typeOf('ContactOdd', model) as SdkUnion;
    expect(members.map(({ ownFields }) => ownFields)).toEqual([[], ['b'], []]);
  });

  test('is refused without a name for each operation, or with one name twice', () => {
    const unnamed = structuredClone(document);
    delete unnamed.paths?.['/contacts']?.get?.['x-sdk-method'];
    expect(() => sdkModel(unnamed, policies)).toThrow(/listContacts has no well-formed x-sdk-method/);
    const twice = structuredClone(document);
    Object.assign(twice.paths?.['/contacts']?.get ?? {}, { 'x-sdk-method': 'contacts.create' });
    expect(() => sdkModel(twice, policies)).toThrow(/create stands for two things in contacts/);
  });
});

function addEndpointAndEvent(target: OpenApiDocument): void {
  const schema = { $ref: '#/components/schemas/Contact' };
  Object.assign(target.paths ?? {}, {
    '/contacts/{id}/restore': {
      post: {
        operationId: 'restoreContact',
        'x-sdk-method': 'contacts.restore',
        tags: ['contacts'],
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { '200': { description: 'It.', content: { 'application/json': { schema } } } },
      },
    },
  });
  const event = { type: 'object', required: ['data'], properties: { data: schema } };
  const body = { content: { 'application/json': { schema: event } } };
  Object.assign(target.webhooks ?? {}, { 'contact.restored': { post: { requestBody: body, tags: ['contacts'] } } });
}
