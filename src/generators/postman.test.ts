import { describe, expect, test } from 'vitest';
import { loadDocument, SPEC_FILE } from '../openapi/document/load.ts';
import { listOperations } from '../openapi/model/operations.ts';
import { postmanEnvironment } from './postman-environment.ts';
import type { PostmanItem } from './postman-format.ts';
import { postmanCollection } from './postman.ts';

const document = await loadDocument(SPEC_FILE);
const operations = listOperations(document);
const collection = postmanCollection(document, {
  documentation: ({ operationId }) => `https://docs.test/${operationId}`,
});
const items = collection.item.flatMap((folder) => folder.item);

/** The text of a body, where it is one. */
function rawOf({ request: { body } }: PostmanItem): string {
  return body?.mode === 'raw' ? body.raw : '';
}

function item(name: string): PostmanItem {
  const found = items.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`The collection has no request "${name}"`);
  return found;
}

describe('the collection', () => {
  test('has a folder a tag and a request an operation', () => {
    const titles = document.tags?.map((tag) => tag['x-displayName']);
    expect(collection.item.map(({ name }) => name).sort()).toEqual(titles?.sort());
    expect(items.map(({ name }) => name).sort()).toEqual(operations.map(({ summary }) => summary).sort());
  });

  test('takes its key and its address from variables', () => {
    expect(collection.auth?.bearer).toEqual([{ key: 'token', value: '{{api_key}}', type: 'string' }]);
    expect(collection.variable.map(({ key }) => key)).toEqual(expect.arrayContaining(['base_url', 'api_key']));
    for (const { request } of items) expect(request.url.raw).toMatch(/^\{\{base_url\}\}\//);
  });

  test('writes path parameters as variables that start with the example of the document', () => {
    const { url } = item('Get a contact').request;
    expect(url.raw).toBe('{{base_url}}/contacts/:id');
    expect(url.path).toEqual(['contacts', ':id']);
    expect(url.variable).toEqual([expect.objectContaining({ key: 'id', value: '{{contact_id}}' })]);
    expect(collection.variable).toContainEqual({ key: 'contact_id', value: 'con_abc123', type: 'string' });
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

  test('encodes what in a query would be taken for a part of it, and leaves the rest to Postman', () => {
    const parameter = { name: 'q&', in: 'query', required: true, schema: { type: 'string' }, example: 'a&b #1 +50% é' };
    const odd = structuredClone(document);
    odd.paths = { '/odd': { get: { operationId: 'odd', parameters: [parameter], responses: {} } } } as never;
    const [request] = postmanCollection(odd).item.flatMap((folder) => folder.item);
    expect(request?.request.url.raw).toBe('{{base_url}}/odd?q%26=a%26b %231 %2B50%25 é');
    expect(request?.request.url.query).toEqual([{ key: 'q%26', value: 'a%26b %231 %2B50%25 é', description: '' }]);
  });

  test('has no text of the document’s as a variable', () => {
    const sign = '{{api_key}} %';
    const parameters = [
      { name: 'id', in: 'path', required: true, example: sign },
      { name: '{{q}}', in: 'query', required: true, example: sign },
      { name: 'X-Note', in: 'header', required: true, example: sign },
    ];
    const odd = structuredClone(document);
    odd.paths = { '/odd/{id}': { get: { operationId: 'odd', parameters, responses: {} } } } as never;
    const [request] = postmanCollection(odd).item.flatMap((folder) => folder.item);
    expect(JSON.stringify(request?.request).match(/\{\{\w+\}\}/g)).toEqual(['{{base_url}}', '{{base_url}}']);
    expect(request?.request.url.raw).toBe('{{base_url}}/odd/:id?%7B{q}}=%7B{api_key}} %25');
    expect(request?.request.url.variable[0]?.value).toBe('%7B%7Bapi_key%7D%7D%20%25');
    expect(request?.request.description).toContain('The header "X-Note" is left out');
  });

  test('fills bodies with the example of the document and says what they are', () => {
    const { header } = item('Create a contact').request;
    expect(JSON.parse(rawOf(item('Create a contact')))).toMatchObject({ email: 'jane@example.com', name: 'Jane Doe' });
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

describe('a run from top to bottom', () => {
  const names = items.map(({ name }) => name);
  const script = (name: string) => item(name).event.flatMap(({ script: { exec } }) => exec);

  test('learns each id before it uses it', () => {
    const known = new Set<string>();
    for (const requested of items) {
      const { name, request, event } = requested;
      const used = `${rawOf(requested)} ${request.url.variable.map(({ value }) => value).join(' ')}`;
      for (const [, variable = ''] of used.matchAll(/\{\{(\w+)\}\}/g)) {
        expect(known, `${name} uses ${variable}`).toContain(variable);
      }
      const text = event.flatMap(({ script: { exec } }) => exec).join('\n');
      for (const [, variable = ''] of text.matchAll(/collectionVariables\.set\('(\w+)'/g)) known.add(variable);
    }
    expect([...known].sort()).toEqual(
      collection.variable
        .map(({ key }) => key)
        .filter((key) => key.endsWith('_id'))
        .sort(),
    );
  });

  test('keeps the id of what it creates, and that of the first record of lists it cannot add to', () => {
    expect(script('Create a contact').join('\n')).toContain("pm.collectionVariables.set('contact_id', record.id)");
    expect(script('List contacts').join('\n')).not.toContain('collectionVariables');
    expect(script('List conversations').join('\n')).toContain("set('conversation_id', record.id)");
  });

  test('deletes last in each folder', () => {
    for (const { item: requests } of collection.item) {
      const methods = requests.map(({ request }) => request.method);
      const first = methods.indexOf('DELETE');
      if (first >= 0) expect(methods.slice(first).every((method) => method === 'DELETE')).toBe(true);
    }
    expect(names.indexOf('Delete a contact')).toBeGreaterThan(names.indexOf('Search contacts'));
  });

  test('fills known ids into bodies, however deep', () => {
    expect(rawOf(item('Assign a conversation'))).toContain('"operator_id": "{{operator_id}}"');
    expect(rawOf(item('Create a chatbot'))).toContain('"operator_id": "{{operator_id}}"');
  });

  test('checks status, members and the id of the record', () => {
    expect(script('Create a contact')[0]).toContain('have.status(201)');
    expect(script('Get a contact')).toContain("  pm.expect(body.id).to.equal(pm.variables.get('contact_id'));");
    expect(script('Close a conversation').join('\n')).toContain("pm.variables.get('conversation_id')");
    expect(script('Reply to a conversation').join('\n')).not.toContain('pm.variables.get');
    expect(script('List contacts')).toContainEqual(expect.stringMatching(/body\["data"\]\) .*keys\(\["id","email"/));
    expect(script('Delete a contact').join('\n')).toContain("to.equal('')");
  });
});

test('an environment sets both variables and keeps the key secret', () => {
  const environment = postmanEnvironment({ name: 'Production', baseUrl: 'https://api.test/v1', apiKey: '' });
  expect(environment.values).toEqual([
    { key: 'base_url', value: 'https://api.test/v1', type: 'default', enabled: true },
    { key: 'api_key', value: '', type: 'secret', enabled: true },
  ]);
});

test('an address has the defaults of its variables, and no slash where paths have one', () => {
  const servers = [{ url: 'https://{region}.test/v1/', variables: { region: { default: 'eu' } } }];
  expect(postmanCollection({ ...document, servers }).variable[0]?.value).toBe('https://eu.test/v1');
});

test('a document without servers has an address for the reader to fill in', () => {
  for (const servers of [undefined, []]) {
    const { variable } = postmanCollection({ ...document, servers });
    expect(variable[0]).toEqual({ key: 'base_url', value: '', type: 'string' });
  }
});

test('a relative server is resolved against a host that shows that one is missing', () => {
  const { variable } = postmanCollection({ ...document, servers: [{ url: './v1' }] });
  expect(variable[0]?.value).toBe('https://api.example.com/v1');
});
