import { expect, test } from 'vitest';
import type { OpenApiDocument } from '../../../openapi/document/openapi-document.ts';
import { UniqueNames } from '../../../openapi/model/naming.ts';
import { listOperations } from '../../../openapi/model/operations.ts';
import { SchemaViews } from '../../../openapi/schema/schema-views.ts';
import { SchemaHtml } from '../html/schema-html.ts';
import { buildReference } from '../model.ts';
import { responsesView } from './responses-view.ts';
import type { ResponsesView } from './responses-view.ts';

const header = { 'X-Request-Id': { description: 'Names the request.', schema: { type: 'string' } } };
const content = (name: string): object => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
});
const error = (codes: string[], more: object = {}): object => ({
  description: 'It failed.',
  headers: { ...header, ...more },
  content: content('Problem'),
  'x-codes': codes,
});

function view(responses: Record<string, object>): ResponsesView {
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    paths: { '/a': { get: { responses: responses as never } } },
    components: {
      schemas: {
        Thing: { type: 'object', properties: { id: { type: 'string' } } },
        Problem: { type: 'object', properties: { title: { type: 'string' } } },
      },
    },
  };
  const reference = buildReference(document, {
    base: '/reference',
    siteBase: '',
    title: 'API',
    secretVariable: 'API_KEY',
    languages: [],
    extensions: [{ name: 'x-codes', on: 'response', label: 'code', href: '/errors/#{value}' }],
  });
  const schemas = new SchemaHtml(new SchemaViews(document, () => ''));
  return responsesView(
    { document, schemas, taken: new UniqueNames() },
    reference,
    listOperations(document)[0]?.responses ?? [],
  );
}

const shown = view({
  200: { description: 'The thing.', headers: header, content: content('Thing') },
  404: error(['not_found']),
  429: error(['slow_down'], { 'Retry-After': { schema: { type: 'integer' } } }),
  default: error([]),
});

test('successes and errors stand apart, a default beside others is an error', () => {
  expect(shown.successes.map(({ status }) => status)).toEqual(['200']);
  expect(shown.errors.map(({ status, phrase }) => [status, phrase])).toEqual([
    ['404', 'Not Found'],
    ['429', 'Too Many Requests'],
    ['default', ''],
  ]);
  expect(view({ default: { description: 'Always.' } }).successes).toHaveLength(1);
});

test('the body that errors share is told once, with an anchor that no further error moves', () => {
  expect(shown.errorBodies).toHaveLength(1);
  expect(shown.errorBodies[0]?.statuses).toBe('404, 429, default');
  expect(shown.errorBodies[0]?.body.text).toContain('id="problem-title"');
  expect(view({ 200: { description: 'Fine.' }, 404: error([]) }).errorBodies[0]?.body.text).toContain(
    'id="problem-title"',
  );
});

test('headers are told where they come first, then linked; those of one error stand with it', () => {
  expect(shown.successes[0]?.headers?.list.text).toContain('id="response-200-header-X-Request-Id"');
  expect(shown.errorHeaders?.list.text).toContain('href="#response-200-header-X-Request-Id"');
  expect(shown.errors.map(({ headers }) => headers?.count)).toEqual([undefined, 1, undefined]);
  expect(shown.errors[1]?.headers?.list.text).toContain('id="response-429-header-Retry-After"');
});

test('an extension is shown as the options say', () => {
  expect(shown.errors[0]?.extensions).toEqual([
    { label: 'code', scheme: undefined, values: [{ text: 'not_found', href: '/errors/#not_found' }] },
  ]);
  expect(shown.errors[2]?.extensions).toEqual([]);
});
