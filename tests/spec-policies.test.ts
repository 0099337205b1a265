import { describe, expect, test } from 'vitest';
import type { ResponseObject } from '../src/openapi/document/openapi-document.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../src/openapi/document/load.ts';
import { resolve } from '../src/openapi/document/refs.ts';
import { listOperations, listWebhooks } from '../src/openapi/model/operations.ts';
import type { CataloguedError } from '../src/openapi/document/policies.ts';

interface ErrorBody {
  error: { type: string; code: string; message: string; param?: string; status: number; request_id: string };
}

const document = await loadDocument(SPEC_FILE);
const policies = await loadPolicies();
const operations = listOperations(document);
const catalogue = new Map(policies.errors.map((error) => [error.code, error]));

/** What no operation documents: the answers to what is no request yet, and those that only the sandbox gives. */
const beneathTheOperations = [
  'malformed_request',
  'request_timeout',
  'expectation_failed',
  'misdirected_request',
  'headers_too_large',
  'unknown_method',
  'unsupported_transfer_encoding',
  'workspace_expired',
  'workspace_limit_reached',
  'workspace_full',
  'shared_workspace',
  'delivery_limit_reached',
  'opening_limit_reached',
  'record_limit_reached',
  'snapshot_limit_reached',
  'snapshots_full',
];

describe('the policies', () => {
  test('have the four plans', () => {
    const table = policies.plans.map((plan) => [plan.name, plan.requests_per_minute, plan.burst_per_second]);
    expect(table).toEqual([
      ['Free', 60, 10],
      ['Basic', 300, 30],
      ['Professional', 1000, 100],
      ['Enterprise', 2000, 200],
    ]);
  });

  test('have the nine scopes, worded alike in the OAuth scheme', () => {
    const scopes = Object.fromEntries(policies.scopes.map(({ id, access }) => [id, access]));
    expect(scopes).toEqual({
      'contacts:read': 'Read contact data',
      'contacts:write': 'Create, update, delete contacts',
      'conversations:read': 'Read conversations and messages',
      'conversations:write': 'Send messages, assign, close',
      'visitors:read': 'Read visitor data and sessions',
      'chatbots:read': 'Read chatbot configurations',
      'chatbots:write': 'Create, update, delete chatbots',
      'webhooks:manage': 'Create and delete webhooks',
      'operators:read': 'Read operator profiles',
    });
    const scheme = document.components!.securitySchemes!.oauth2;
    expect(scheme).toMatchObject({
      type: 'oauth2',
      flows: { authorizationCode: { authorizationUrl: 'https://app.orbinto.com/oauth/authorize', scopes } },
    });
  });

  test('have three cumulative key levels', () => {
    const [read, write, admin] = policies.key_levels;
    const all = policies.scopes.map(({ id }) => id);
    const reading = all.filter((id) => id.endsWith(':read'));
    const writing = all.filter((id) => id.endsWith(':write'));
    expect(policies.key_levels.map(({ id }) => id)).toEqual(['read', 'write', 'admin']);
    expect(read!.scopes.toSorted()).toEqual(reading.toSorted());
    expect(write!.scopes.toSorted()).toEqual([...reading, ...writing].toSorted());
    expect(admin!.scopes.toSorted()).toEqual(all.toSorted());
  });

  test('have the retry schedule, the time-outs and the sizes', () => {
    expect(policies.retries).toMatchObject({
      delays_seconds: [10, 30, 120, 600, 1800],
      timeout_seconds: 10,
      first_attempt_within_seconds: 5,
    });
    expect(policies.pagination).toMatchObject({ default_page: 1, default_size: 25, max_size: 100 });
    expect(policies.limits.body_bytes).toBe(1024 * 1024);
    expect(policies.oauth).toEqual({ code_seconds: 60, access_token_seconds: 3600, refresh_idle_days: 30 });
  });

  test('have the status codes with their meaning', () => {
    const table = policies.status_codes.map(({ status, name, meaning }) => `${status} ${name} — ${meaning}`);
    expect(table).toEqual(
      expect.arrayContaining([
        '200 OK — Request succeeded',
        '201 Created — Resource created successfully',
        '204 No Content — Successful deletion',
        '400 Bad Request — Malformed JSON or invalid parameters',
        '401 Unauthorized — Missing or invalid API key',
        '403 Forbidden — Valid key but insufficient permissions (scope)',
        '404 Not Found — Resource does not exist',
        '409 Conflict — Resource already exists or state conflict',
        '422 Unprocessable — Validation errors in request body',
        '429 Too Many Requests — Rate limit exceeded',
        '500 Internal Server Error — Something went wrong on our end',
      ]),
    );
    const answered = new Set(operations.flatMap(({ responses }) => responses.map(({ status }) => Number(status))));
    const more = new Set([...answered, 405, ...beneathTheOperations.map((code) => catalogue.get(code)!.status)]);
    expect(policies.status_codes.map(({ status }) => status)).toEqual([...more].toSorted((a, b) => a - b));
  });
});

test('the events are told as the table of events tells them', () => {
  const table = listWebhooks(document).map(({ path, description }) => [path, description.split('. ')[0]]);
  expect(Object.fromEntries(table)).toEqual({
    'conversation.created': 'A new conversation is started by a visitor',
    'conversation.closed': 'A conversation is closed by an operator or auto-close rule',
    'conversation.assigned': 'A conversation is assigned to an operator',
    'conversation.rated': 'A visitor rates a completed conversation',
    'message.created': 'A new message is sent in a conversation',
    'contact.created': 'A new contact is identified',
    'contact.updated': 'A contact record is modified',
    'visitor.identified': 'An anonymous visitor is matched to a contact',
    'visitor.page_viewed': 'A tracked visitor navigates to a new page',
    'chatbot.triggered': 'A chatbot workflow is activated for a visitor',
    'chatbot.completed': 'A chatbot workflow reaches its end state',
    'operator.status_changed': 'An operator goes online or offline',
  });
});

describe('the error catalogue', () => {
  const responses = Object.entries(document.components!.responses!) as [string, ResponseObject][];
  const codesOf = (response: ResponseObject): string[] => response['x-error-codes'] as string[];

  test('has each code once, told in full', () => {
    expect(catalogue.size).toBe(policies.errors.length);
    const thin = policies.errors.filter(({ title, message, cause, fix }) => !title || !message || !cause || !fix);
    expect(thin).toEqual([]);
  });

  test('has every code that a response can carry, and no other but those of the route, of the connection and of the sandbox', () => {
    const used = new Set(
      operations.flatMap((each) => each.responses.flatMap(({ extensions }) => extensions['x-error-codes'] ?? [])),
    );
    const others = [...catalogue.keys()].filter((code) => !used.has(code));
    expect(others.toSorted(), 'codes that no response names in its x-error-codes').toEqual(
      ['method_not_allowed', ...beneathTheOperations].toSorted(),
    );
    expect([...used].filter((code) => !catalogue.has(String(code)))).toEqual([]);
  });

  test('fits the status of every response and has the kind of error each status stands for', () => {
    for (const { operationId, responses: answers } of operations) {
      for (const { status, extensions } of answers.filter((answer) => Number(answer.status) >= 400)) {
        const statuses = (extensions['x-error-codes'] as string[]).map((code) => String(catalogue.get(code)?.status));
        expect(new Set(statuses), `${operationId} ${status}`).toEqual(new Set([status]));
      }
    }
  });

  test.each(responses)('fits the examples of %s, one for each code', (_name, response) => {
    const examples = Object.values(resolve(document, response.content!['application/json']!).examples!) as {
      value: ErrorBody;
    }[];
    expect(examples.map(({ value }) => value.error.code)).toEqual(codesOf(response));
    for (const { value } of examples) {
      const { type, status, message } = catalogue.get(value.error.code)!;
      expect(value.error).toMatchObject({ type, status });
      expect(value.error.message).toMatch(templatePattern(message));
      expect('param' in value.error).toBe(type === 'validation_error');
      if (value.error.param) expect(value.error.message).toContain(`'${value.error.param}'`);
    }
  });

  test('gives reasons that its examples use', () => {
    // `const` is left out: 'must be {value}' would match them all.
    const { const: _any, ...told } = policies.reasons;
    const reasons = Object.values(told).map((reason) => templatePattern(reason).source.slice(1, -1));
    const known = new RegExp(`^The '[^']+' (field|query parameter) (${reasons.join('|')})\\.$`);
    const messages = [
      ...JSON.stringify(document).matchAll(/"code":"invalid_(?:query_)?parameter","message":"([^"]+)"/g),
    ];
    expect(messages.length).toBeGreaterThan(8);
    expect(messages.map(([, message]) => message).filter((message) => !known.test(message!))).toEqual([]);
  });

  test('names operations and parameters that exist in its triggers', () => {
    const triggers = policies.errors.flatMap(({ code, trigger }: CataloguedError) =>
      trigger ? [{ code, ...trigger }] : [],
    );
    expect(triggers.length).toBeGreaterThan(18);
    const without = policies.errors.filter(
      ({ trigger, untriggered }) => (trigger === undefined) === (untriggered === undefined),
    );
    expect(without, 'have a trigger, or tell why there is none').toEqual([]);
    for (const { code, operation, parameters = {}, method } of triggers) {
      if (method !== undefined) continue;
      const target = operations.find(({ operationId }) => operationId === operation);
      const codes = target?.responses.flatMap(({ extensions }) => extensions['x-error-codes'] ?? []);
      expect(codes, operation).toContain(code);
      if (code === 'unknown_query_parameter') continue;
      const names = target!.parameters.map(({ name }) => name);
      expect(names, operation).toEqual(expect.arrayContaining(Object.keys(parameters)));
    }
  });
});

/** A message template as the pattern of the messages made from it. */
function templatePattern(template: string): RegExp {
  const escaped = template.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  const typed = escaped.replaceAll('{type}', String.raw`(?:an? \w+|true or false)`);
  return new RegExp(`^${typed.replaceAll(/\{\w+\}/g, '.+')}$`);
}
