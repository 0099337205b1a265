import { Validator } from '@seriousme/openapi-schema-validator';
import { lint, lintFromString, loadConfig } from '@redocly/openapi-core';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { toOpenApi30 } from '../src/openapi/convert/downgrade.ts';
import { toOpenApi32 } from '../src/openapi/convert/to-openapi-32.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../src/openapi/document/load.ts';
import { listOperations, listWebhooks } from '../src/openapi/model/operations.ts';
import type { Operation } from '../src/openapi/model/operations.ts';

const document = await loadDocument(SPEC_FILE);
const newest = toOpenApi32(document, 'https://developers.orbinto.com/openapi-3.2.json');
const policies = await loadPolicies();
const operations = listOperations(document);
const webhooks = listWebhooks(document);
const byId = (id: string): Operation => operations.find(({ operationId }) => operationId === id)!;
const scopeOf = (operation: Operation): string | undefined =>
  operation.security.find(({ oauth2 }) => oauth2)?.oauth2?.[0];

describe('the specification', () => {
  test('passes the recommended rules of the linter without an error or a warning', async () => {
    const config = await loadConfig({ configPath: fileURLToPath(new URL('../redocly.yaml', import.meta.url)) });
    const problems = await lint({ ref: fileURLToPath(SPEC_FILE), config });
    expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
  });

  test('has nothing that a reference of it would only note', async () => {
    const notes: string[] = [];
    await loadDocument(SPEC_FILE, { warn: (line) => notes.push(line) });
    expect(notes).toEqual([]);
  });

  test('is valid by an independent validator, in 3.2, 3.1 and 3.0', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(await new Validator().validate({ ...document })).toMatchObject({ valid: true });
    expect(await new Validator().validate({ ...toOpenApi30(document) })).toMatchObject({ valid: true });
    const judge = new Validator();
    expect(await judge.validate({ ...newest })).toMatchObject({ valid: true });
    expect(judge.version).toBe('3.2');
  });

  test('passes the linter in the words of 3.2, too, and makes the same reference', async () => {
    const config = await loadConfig({ configPath: fileURLToPath(new URL('../redocly.yaml', import.meta.url)) });
    const problems = await lintFromString({ source: JSON.stringify(newest), config });
    expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
    expect(listOperations(newest)).toEqual(operations);
    expect(listWebhooks(newest)).toEqual(webhooks);
    expect(newest.components?.securitySchemes?.['oauth2']).toMatchObject({
      oauth2MetadataUrl: 'https://app.orbinto.com/.well-known/oauth-authorization-server',
    });
  });

  test('has 30 operations in 7 resources and 12 events', () => {
    const counts = document.tags!.map(({ name }) => [name, operations.filter(({ tag }) => tag === name).length]);
    expect(Object.fromEntries(counts)).toEqual({
      contacts: 6,
      conversations: 6,
      messages: 3,
      visitors: 4,
      chatbots: 5,
      operators: 3,
      webhooks: 3,
    });
    expect(operations).toHaveLength(30);
    expect(webhooks).toHaveLength(12);
  });

  test('names the live API first, then the sandbox', () => {
    expect(document.servers!.map(({ url }) => url)).toEqual(['https://api.orbinto.com/v1', 'http://127.0.0.1:4010/v1']);
  });
});

describe('every operation', () => {
  test('has a summary, a description and an id of its own', () => {
    expect(operations.filter(({ summary, description }) => !summary || !description)).toEqual([]);
    const ids = [...operations, ...webhooks].map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has a name of its own in the client libraries', () => {
    const names = operations.map(({ extensions }) => String(extensions['x-sdk-method']));
    expect(names.filter((name) => !/^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(operations.length);
    // A namespace is no method: what is called cannot hold others in every language.
    expect(names.filter((name) => names.some((other) => other.startsWith(`${name}.`)))).toEqual([]);
  });

  test('takes a key or a token with one scope, at the lowest level that has the scope', () => {
    for (const operation of operations) {
      expect(operation.security, operation.operationId).toEqual([{ apiKey: [] }, { oauth2: [expect.any(String)] }]);
      const level = policies.key_levels.find(({ scopes }) => scopes.includes(scopeOf(operation)!));
      expect(operation.extensions['x-key-level'], operation.operationId).toBe(level?.id);
    }
  });

  test('needs a scope of its resource that fits what it does', () => {
    const expected = ({ tag, method, operationId }: Operation): string => {
      if (tag === 'webhooks') return 'webhooks:manage';
      const reads = method === 'get' || operationId === 'searchContacts';
      return `${tag === 'messages' ? 'conversations' : tag}:${reads ? 'read' : 'write'}`;
    };
    expect(operations.map(scopeOf)).toEqual(operations.map(expected));
  });

  test('answers with rate-limit headers and a request id, whatever the status', () => {
    const always = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'X-Request-Id'];
    const special: Record<string, string[]> = {
      401: [...always, 'WWW-Authenticate'],
      403: [...always, 'WWW-Authenticate'],
      429: [...always, 'Retry-After'],
    };
    for (const { operationId, responses } of operations) {
      for (const { status, headers } of responses) {
        const names = headers.map(({ name }) => name);
        expect(names, `${operationId} ${status}`).toEqual(special[status] ?? always);
      }
    }
  });

  test('documents the statuses it can give', () => {
    for (const operation of operations) {
      const { operationId, method, path, responses, requestBody } = operation;
      const statuses = responses.map(({ status }) => status);
      const creates = /^(create|send|reply)/.test(operationId);
      const expected = [method === 'delete' ? '204' : creates ? '201' : '200', '400', '401', '403', '429', '500'];
      if (path.includes('{id}')) expected.push('404');
      if (requestBody) expected.push('413', '415', '422');
      if (/^(createContact|updateContact|close|reopen|sendMessage|createWebhook)/.test(operationId))
        expected.push('409');
      expect(statuses, operationId).toEqual(expected.toSorted());
    }
  });

  test('has the example record that it needs', () => {
    const records = operations.flatMap(({ operationId, parameters }) => {
      const ids = parameters.filter((parameter) => parameter.in === 'path').map(({ examples }) => examples[0]?.value);
      return ids.length === 0 ? [] : [[operationId, ids.join(' ')]];
    });
    expect(Object.fromEntries(records)).toEqual({
      getContact: 'con_abc123',
      updateContact: 'con_def456',
      deleteContact: 'con_ghi789',
      getConversation: 'conv_abc123',
      replyToConversation: 'conv_def456',
      sendMessage: 'conv_ghi789',
      assignConversation: 'conv_jkl012',
      closeConversation: 'conv_mno345',
      reopenConversation: 'conv_pqr678',
      listMessages: 'conv_abc123',
      getMessage: 'conv_abc123 msg_def456',
      getVisitor: 'vis_ghi789',
      listVisitorSessions: 'vis_ghi789',
      listVisitorPageviews: 'vis_ghi789',
      getChatbot: 'bot_abc123',
      updateChatbot: 'bot_def456',
      deleteChatbot: 'bot_ghi789',
      getOperator: 'op_xyz789',
      listOperatorAssignments: 'op_xyz789',
      deleteWebhook: 'wh_abc123',
    });
  });

  test('refuses body fields that it does not know', () => {
    const bodies = Object.entries(document.components!.schemas!).filter(([name]) =>
      /(Create|Update|Search|Reply|ConversationAssignment|Filters|Step|Trigger)$/.test(name),
    );
    expect(bodies.length).toBeGreaterThan(20);
    const open = bodies.filter(([, schema]) => schema.additionalProperties !== false && !schema.oneOf);
    expect(open.map(([name]) => name)).toEqual([]);
  });
});

describe('every list', () => {
  const lists = operations.filter(({ operationId }) => /^(list|search)/.test(operationId));

  test('pages in both modes with the sizes of the policies', () => {
    expect(lists).toHaveLength(11);
    const { default_page, default_size, max_size } = policies.pagination;
    for (const { operationId, parameters } of lists) {
      const paging = Object.fromEntries(parameters.slice(-4).map(({ name, schema }) => [name, schema]));
      expect(paging, operationId).toMatchObject({
        page: { type: 'integer', default: default_page, minimum: 1 },
        per_page: { type: 'integer', default: default_size, maximum: max_size, minimum: 1 },
        after: { type: 'string' },
        limit: { type: 'integer', default: default_size, maximum: max_size, minimum: 1 },
      });
    }
  });
});

describe('every event', () => {
  test('is sent with both signatures, to any endpoint', () => {
    for (const { path, parameters, security } of webhooks) {
      expect(
        parameters.filter(({ required }) => required).map(({ name }) => name),
        path,
      ).toEqual(['X-Orbinto-Signature', 'webhook-id', 'webhook-timestamp', 'webhook-signature']);
      expect(security).toEqual([]);
    }
  });

  test('is emitted by the operations that cause it', () => {
    const emitters = webhooks.map(({ path, extensions }) => [path, extensions['x-emitted-by']]);
    expect(Object.fromEntries(emitters)).toEqual({
      'conversation.created': [],
      'conversation.closed': ['closeConversation'],
      'conversation.assigned': ['assignConversation'],
      'conversation.rated': [],
      'message.created': ['replyToConversation', 'sendMessage'],
      'contact.created': ['createContact'],
      'contact.updated': ['updateContact'],
      'visitor.identified': ['createContact'],
      'visitor.page_viewed': [],
      'chatbot.triggered': [],
      'chatbot.completed': [],
      'operator.status_changed': [],
    });
    expect(document.components!.schemas!.EventName!.enum).toEqual(webhooks.map(({ path }) => path));
  });
});

test('the quick start answers as the introduction prints it', () => {
  const [page] = byId('listConversations').responses[0]!.content[0]!.examples;
  const { data, pagination } = page!.value as { data: object[]; pagination: object };
  expect(data[0]).toEqual({
    id: 'conv_abc123',
    status: 'open',
    visitor: { id: 'vis_ghi789', name: 'Jane Doe', email: 'jane@example.com' },
    assigned_to: 'op_xyz789',
    created_at: '2026-02-11T10:30:00Z',
    updated_at: '2026-02-11T10:35:22Z',
    messages_count: 5,
  });
  expect(pagination).toEqual({ page: 1, per_page: 25, total: 142, has_more: true });
});
