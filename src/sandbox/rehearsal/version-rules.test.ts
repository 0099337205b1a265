import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, OperationObject } from '../../openapi/document/openapi-document.ts';
import type { Policies } from '../../openapi/document/policies.ts';
import type { Validator } from '../checks/validate-body.ts';
import { levels, plans } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import type { RequestContext } from '../http/request-context.ts';
import { rulesOfVersion } from './version-rules.ts';
import type { SpecVersion } from './version-rules.ts';

type Paths = Record<string, Record<string, Partial<OperationObject>>>;

const rulesOf = (paths: Paths, more: Partial<SpecVersion> = {}) => {
  const document = { openapi: '3.1.0', info: { title: 'Other', version: '1' }, paths } as unknown as OpenApiDocument;
  return rulesOfVersion({ document, validators: {}, ...more });
};

/** Where a request gets to: the operation with its path and what stands in it, or the error. */
function routed(paths: Paths, line: string) {
  const [method = '', path = ''] = line.split(' ');
  const request = new Request(`http://sandbox/v1${path}`, { method });
  try {
    const { operation, path: values } = rulesOf(paths).route({ request, path: `/v1${path}` } as RequestContext);
    return { ...operation, values };
  } catch (error) {
    return error instanceof ApiError ? error.status : expect.unreachable(String(error));
  }
}

const get = (operationId?: string, more: Partial<OperationObject> = {}) => ({
  get: { operationId, responses: {}, ...more },
});

describe('a request is answered', () => {
  test('by the operation of its name, wherever the version has it', () => {
    const paths = { '/people/{id}': get('getContact') };
    expect(routed(paths, 'GET /people/con_1')).toMatchObject({ id: 'getContact', values: { id: 'con_1' } });
    expect(routed(paths, 'GET /contacts/con_1')).toBe(404);
  });

  test('by the one of its method and path, whatever the version calls it and its parameters', () => {
    const message = '/conversations/{conversation}/messages/{message}';
    const paths = { [message]: get('readMessage'), '/contacts/{contact}': get() };
    expect(routed(paths, 'GET /conversations/conv_1/messages/msg_2')).toMatchObject({
      id: 'getMessage',
      path: '/conversations/{id}/messages/{message_id}',
      values: { id: 'conv_1', message_id: 'msg_2' },
    });
    expect(routed(paths, 'GET /contacts/con_1')).toMatchObject({ id: 'getContact', values: { id: 'con_1' } });
    expect(routed(paths, 'DELETE /contacts/con_1')).toBe(405);
  });

  test('with parameters that the code does not know under the names of the version', () => {
    const paths = { '/shops/{shop}/contacts/{contact}': get('getContact') };
    expect(routed(paths, 'GET /shops/a/contacts/b')).toMatchObject({ path: '/shops/{id}/contacts/{contact}' });
  });

  test('by nothing where no code answers such an operation', () => {
    expect(routed({ '/pets': get('listPets') }, 'GET /pets')).toBe(404);
  });

  test('for the keys that the version names, else for those of now', () => {
    const scoped = get('listContacts', { security: [{ oauth2: ['visitors:read'] }], 'x-key-level': 'admin' });
    expect(routed({ '/contacts': scoped }, 'GET /contacts')).toMatchObject({ scope: 'visitors:read', level: 'admin' });
    expect(routed({ '/contacts': get('listContacts') }, 'GET /contacts')).toMatchObject({
      scope: 'contacts:read',
      level: 'read',
    });
  });
});

test('a body is judged by the validator of the version, under the name that the code has', () => {
  const [made, changed, other]: Validator[] = [() => true, () => false, () => true];
  if (!made || !changed || !other) return expect.unreachable();
  const paths = {
    '/contacts': { post: { operationId: 'addContact', responses: {} }, ...get('listContacts') },
    '/contacts/{id}': { patch: { operationId: 'updateContact', responses: {} } },
    '/pets': { post: { operationId: 'addPet', responses: {} } },
  };
  const validators = { addContact: made, updateContact: changed, addPet: other };
  expect(rulesOf(paths, { validators }).validators).toEqual({ createContact: made, updateContact: changed });
});

test('levels and plans are those of the version’s policies, and those of now where it names none', () => {
  expect(rulesOf({})).toMatchObject({ levels, plans });
  const free = { id: 'free', name: 'Free', requests_per_minute: 1, burst_per_second: 1 };
  const policies = { key_levels: [{ id: 'write', scopes: ['visitors:read'] }], plans: [free] } as unknown as Policies;
  const rules = rulesOf({}, { policies });
  expect(rules.plans).toEqual({ ...plans, free });
  expect(rules.levels).toEqual({ ...levels, write: new Set(['visitors:read']) });
});
