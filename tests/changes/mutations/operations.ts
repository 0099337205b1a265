import type { Mutation } from './edit.ts';
import { all, drop, move, push, set, turn } from './edit.ts';

const list = 'paths /contacts get';
const create = 'paths /contacts post';
const flow = 'components securitySchemes oauth2 flows authorizationCode';

/** Edits of operations, parameters, bodies, responses, events and sign-in. */
export const operationMutations: Mutation[] = [
  { name: 'an operation is removed', breaks: true, edit: drop('paths /contacts/{id} delete') },
  { name: 'a path is removed', breaks: true, edit: drop('paths /contacts/search') },
  {
    name: 'an operation is added',
    breaks: false,
    edit: set('paths /contacts put', {
      operationId: 'replaceContacts',
      responses: { 204: { description: 'Replaced.' } },
    }),
  },
  { name: 'a path is renamed', breaks: true, edit: move('paths /contacts/search', 'paths /contacts/find') },
  {
    name: 'a path parameter is called otherwise',
    breaks: false,
    edit: all(
      move('paths /conversations/{id}/close', 'paths /conversations/{conversation}/close'),
      set('paths /conversations/{conversation}/close post parameters 0 name', 'conversation'),
    ),
  },
  { name: 'an operationId changes', breaks: true, edit: set(`${list} operationId`, 'getContacts') },
  { name: 'an operation is deprecated', breaks: false, edit: set(`${list} deprecated`, true) },
  { name: 'a description changes', breaks: false, edit: set(`${list} description`, 'Other words.') },
  {
    name: 'an optional parameter is added',
    breaks: false,
    edit: push(`${list} parameters`, { name: 'company', in: 'query', schema: { type: 'string' } }),
  },
  {
    name: 'a required parameter is added',
    breaks: true,
    edit: push(`${list} parameters`, { name: 'company', in: 'query', required: true, schema: { type: 'string' } }),
  },
  { name: 'a parameter is removed', breaks: true, edit: drop(`${list} parameters 1`) },
  { name: 'a parameter is renamed', breaks: true, edit: set(`${list} parameters 1 name`, 'label') },
  { name: 'a parameter becomes required', breaks: true, edit: set(`${list} parameters 0 required`, true) },
  { name: 'a parameter moves to the headers', breaks: true, edit: set(`${list} parameters 1 in`, 'header') },
  { name: 'a parameter may be shorter only', breaks: true, edit: set(`${list} parameters 1 schema maxLength`, 20) },
  { name: 'a parameter may be longer', breaks: false, edit: set(`${list} parameters 1 schema maxLength`, 80) },
  { name: 'a parameter takes another type', breaks: true, edit: set(`${list} parameters 1 schema type`, 'integer') },
  { name: 'parameters stand in another order', breaks: false, edit: turn(`${list} parameters`) },
  {
    name: 'a parameter of all lists may be smaller only',
    breaks: true,
    edit: set('components parameters Limit schema maximum', 50),
  },
  {
    name: 'the default of a parameter changes',
    breaks: true,
    edit: set('components parameters Limit schema default', 50),
    judgeDiffers: 'It has no rule for defaults. A client that leaves the parameter out gets another answer.',
  },
  { name: 'a body becomes optional', breaks: false, edit: set(`${create} requestBody required`, false) },
  {
    name: 'an operation without a body needs one',
    breaks: true,
    judgeDiffers: 'It looks at bodies that both versions have. A request without the new body is refused.',
    edit: set('paths /conversations/{id}/close post requestBody', {
      required: true,
      content: { 'application/json': { schema: { type: 'object' } } },
    }),
  },
  { name: 'a body is removed', breaks: true, edit: drop(`${create} requestBody`) },
  {
    name: 'a body is taken in another format, too',
    breaks: false,
    edit: set(`${create} requestBody content application/xml`, { schema: { type: 'string' } }),
  },
  {
    name: 'a body is no longer taken in a format',
    breaks: true,
    edit: move(`${create} requestBody content application/json`, `${create} requestBody content application/xml`),
  },
  { name: 'a success is removed', breaks: true, edit: move(`${create} responses 201`, `${create} responses 202`) },
  { name: 'a failure is removed', breaks: true, edit: drop(`${create} responses 409`) },
  { name: 'a failure is added', breaks: false, edit: set(`${list} responses 410`, { description: 'Gone.' }) },
  {
    name: 'a response comes in another format',
    breaks: true,
    edit: move(`${create} responses 201 content application/json`, `${create} responses 201 content application/xml`),
  },
  { name: 'a response header is removed', breaks: true, edit: drop(`${create} responses 201 headers X-Request-Id`) },
  {
    name: 'a response header is added',
    breaks: false,
    edit: set(`${create} responses 201 headers ETag`, { schema: { type: 'string' } }),
  },
  {
    name: 'a response header is no longer sure to come',
    breaks: true,
    edit: set('components headers Retry-After required', false),
    judgeDiffers: 'It has no rule for the requirement of a header. A client that counts on it finds nothing.',
  },
  { name: 'a scope more is needed', breaks: true, edit: push(`${create} security 1 oauth2`, 'contacts:read') },
  {
    name: 'another scope suffices, too',
    breaks: false,
    edit: push(`${create} security`, { oauth2: ['contacts:read'] }),
  },
  { name: 'a way to sign in is no longer taken', breaks: true, edit: drop(`${create} security 0`) },
  { name: 'the ways to sign in stand in another order', breaks: false, edit: turn(`${create} security`) },
  { name: 'an operation needs no sign-in any more', breaks: false, edit: set(`${list} security`, []) },
  {
    name: 'a scope is called otherwise',
    breaks: true,
    edit: all(
      drop(`${flow} scopes operators:read`),
      set(`${flow} scopes operators`, 'Read operator profiles'),
      ...['/operators', '/operators/{id}', '/operators/{id}/assignments'].map((path) =>
        set(`paths ${path} get security 1 oauth2`, ['operators']),
      ),
    ),
  },
  {
    name: 'a scope is added',
    breaks: false,
    edit: set(`${flow} scopes operators:write`, 'Change operators'),
  },
  {
    name: 'keys are sent in a header of their own',
    breaks: true,
    edit: set('components securitySchemes apiKey', { type: 'apiKey', in: 'header', name: 'X-Api-Key' }),
  },
  { name: 'an event is removed', breaks: true, edit: drop('webhooks contact.updated') },
  {
    name: 'an event is added',
    breaks: false,
    edit: set('webhooks contact.deleted', {
      post: { operationId: 'onContactDeleted', responses: { '2XX': { description: 'Delivered.' } } },
    }),
  },
  { name: 'the server moves', breaks: true, edit: set('servers 0 url', 'https://api.example.com/v1') },
  { name: 'a server is added', breaks: false, edit: push('servers', { url: 'https://eu.example.com/v1' }) },
];
