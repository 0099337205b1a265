import { describe, expect, test } from 'vitest';
import { loadDocument, SPEC_FILE } from '../openapi/load.ts';
import { listOperations } from '../openapi/operations.ts';
import { postmanEnvironment } from './postman-environment.ts';
import type { PostmanItem } from './postman-format.ts';
import { postmanCollection } from './postman.ts';

const document = await loadDocument(SPEC_FILE);
const operations = listOperations(document);
const collection = postmanCollection(document, {
  documentation: ({ operationId }) => `https://docs.test/${operationId}`,
});
const items = collection.item.flatMap((folder) => folder.item);

function item(name: string): PostmanItem {
  const found = items.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`The collection has no request "${name}"`);
  return found;
}

describe('the collection', () => {
  test('has a folder a tag and a request an operation, in the order of the document', () => {
    expect(collection.item.map(({ name }) => name)).toEqual(document.tags?.map((tag) => tag['x-displayName']));
    expect(items.map(({ name }) => name).sort()).toEqual(operations.map(({ summary }) => summary).sort());
  });

  test('takes its key and its address from variables', () => {
    expect(collection.auth.bearer).toEqual([{ key: 'token', value: '{{api_key}}', type: 'string' }]);
    expect(collection.variable.map(({ key }) => key)).toEqual(['base_url', 'api_key']);
    for (const { request } of items) expect(request.url.raw).toMatch(/^\{\{base_url\}\}\//);
  });

  test('writes path parameters with the example of the document', () => {
    const { url } = item('Get a contact').request;
    expect(url.raw).toBe('{{base_url}}/contacts/:id');
    expect(url.path).toEqual(['contacts', ':id']);
    expect(url.variable).toEqual([expect.objectContaining({ key: 'id', value: 'con_abc123' })]);
  });

  test('names every path parameter once, with a value', () => {
    for (const { request } of items) {
      const named = request.url.path.filter((part) => part.startsWith(':')).map((part) => part.slice(1));
      expect(request.url.variable.map(({ key }) => key)).toEqual(named);
      for (const { value } of request.url.variable) expect(value).not.toBe('');
    }
  });

  test('offers optional query parameters unticked', () => {
    const { query, raw } = item('List contacts').request.url;
    expect(query.map(({ key }) => key)).toEqual(expect.arrayContaining(['page', 'per_page', 'after', 'limit']));
    expect(query.every(({ disabled }) => disabled)).toBe(true);
    expect(raw).toBe('{{base_url}}/contacts');
  });

  test('fills bodies with the example of the document and says what they are', () => {
    const { body, header } = item('Create a contact').request;
    expect(JSON.parse(body?.raw ?? '')).toMatchObject({ email: 'jane@example.com', name: 'Jane Doe' });
    expect(header).toContainEqual({ key: 'Content-Type', value: 'application/json' });
    expect(item('List contacts').request).not.toHaveProperty('body');
  });

  test('links each request to its page', () => {
    expect(item('Create a contact').request.description).toContain('[Reference](https://docs.test/createContact)');
  });
});

describe('saved responses', () => {
  test('stand there for every documented status', () => {
    for (const operation of operations) {
      const saved = new Set(item(operation.summary).response.map(({ code }) => String(code)));
      expect([...saved].sort(), operation.operationId).toEqual(operation.responses.map(({ status }) => status).sort());
    }
  });

  test('carry the example, its type and the headers', () => {
    const created = item('Create a contact').response.find(({ code }) => code === 201);
    expect(created?.status).toBe('Created');
    expect(JSON.parse(created?.body ?? '')).toMatchObject({ email: 'jane@example.com' });
    expect(created?.header).toContainEqual({ key: 'Content-Type', value: 'application/json' });
    expect(created?.header.map(({ key }) => key)).toContain('X-RateLimit-Limit');
    expect(created?.originalRequest.method).toBe('POST');
  });

  test('of a deletion are empty', () => {
    const deleted = item('Delete a contact').response.find(({ code }) => code === 204);
    expect(deleted?.body).toBe('');
  });
});

describe('tests of a request', () => {
  test('check the documented success', () => {
    expect(item('Create a contact').event[0]?.script.exec.join('\n')).toContain('have.status(201)');
    expect(item('Delete a contact').event[0]?.script.exec.join('\n')).toContain("to.equal('')");
  });

  test('are JavaScript that can be parsed, and fail on another status', () => {
    for (const { event, name } of items) {
      const script = event.flatMap(({ script: { exec } }) => exec).join('\n');
      const failures: string[] = [];
      const to = { have: { status: () => failures.push('status') }, be: { an: () => 0 }, equal: () => 0 };
      const pm = {
        test: (_title: string, check: () => void) => check(),
        expect: () => ({ to }),
        response: { to, json: () => ({}), text: () => '' },
      };
      // The scripts run in Postman's own engine; here a double stands in for its `pm`.
      const run = Reflect.construct(Function, ['pm', script]) as (double: typeof pm) => void;
      run(pm);
      expect(failures, name).toEqual(['status']);
    }
  });
});

test('an environment sets both variables and keeps the key secret', () => {
  const environment = postmanEnvironment({ name: 'Production', baseUrl: 'https://api.test/v1', apiKey: '' });
  expect(environment.values).toEqual([
    { key: 'base_url', value: 'https://api.test/v1', type: 'default', enabled: true },
    { key: 'api_key', value: '', type: 'secret', enabled: true },
  ]);
});
