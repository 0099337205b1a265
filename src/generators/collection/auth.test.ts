import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, OperationObject } from '../../openapi/document/openapi-document.ts';
import { collectionFiles } from '../collection-files.ts';
import { postmanCollection } from '../postman.ts';
import { collectionOf } from './collection.ts';

type SecuritySchemes = NonNullable<OpenApiDocument['components']>['securitySchemes'];

const SCHEMES: SecuritySchemes = {
  apiKey: { type: 'apiKey', in: 'header', name: 'X-Key' },
  inQuery: { type: 'apiKey', in: 'query', name: 'key' },
  session: { type: 'apiKey', in: 'cookie', name: 'sid' },
  user: { type: 'http', scheme: 'basic' },
  token: { type: 'http', scheme: 'bearer' },
  oauth: { type: 'oauth2', flows: {} },
  client: { type: 'mutualTLS' },
};

/** A document with an operation for each list of schemes that are needed together. */
function documentOf(needs: string[][], parameters: OperationObject['parameters'] = []): OpenApiDocument {
  const operations = needs.map((ids, index) => {
    const security = [Object.fromEntries(ids.map((id) => [id, []]))];
    return [`/${index}`, { get: { operationId: `op${index}`, tags: ['All'], security, parameters, responses: {} } }];
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    paths: Object.fromEntries(operations) as OpenApiDocument['paths'],
    components: { securitySchemes: SCHEMES },
  };
}

const collected = (needs: string[][], parameters?: OperationObject['parameters']) =>
  collectionOf(documentOf(needs, parameters));

const key = { variable: 'api_key', kept: true };

describe('a request of a collection', () => {
  test.each([
    ['apiKey', 'header', 'X-Key', [key]],
    ['inQuery', 'query', 'key', [key]],
    ['session', 'header', 'Cookie', ['sid=', key]],
    ['user', 'header', 'Authorization', ['Basic ', key]],
  ])('carries the one key of the scheme %s in its %s', (scheme, place, name, value) => {
    const { hasBearer, secrets, folders } = collected([[scheme]]);
    expect([hasBearer, secrets]).toEqual([false, []]);
    const [{ isBearer, parameters } = expect.unreachable()] = folders[0]?.requests ?? [];
    expect(isBearer).toBe(false);
    expect(parameters).toEqual([{ name, in: place, value, description: '', isOptional: false }]);
  });

  test.each(['token', 'oauth'])('leaves the token of the scheme %s to the program', (scheme) => {
    const { hasBearer, folders } = collected([[scheme]]);
    expect(hasBearer).toBe(true);
    expect(folders[0]?.requests[0]).toMatchObject({ isBearer: true, parameters: [] });
  });

  test('has a variable for each secret but the token, which is api_key', () => {
    const { secrets, folders } = collected([['apiKey', 'token'], ['oauth'], []]);
    expect(secrets).toEqual(['api_key_2', 'oauth_token']);
    expect(folders[0]?.requests.map(({ isBearer, parameters }) => [isBearer, parameters[0]?.value])).toEqual([
      [true, [{ variable: 'api_key_2', kept: true }]],
      [false, ['Bearer ', { variable: 'oauth_token', kept: true }]],
      [false, undefined],
    ]);
  });

  test('has no secret where a certificate alone is needed', () => {
    const { hasBearer, secrets, folders } = collected([['client']]);
    expect([hasBearer, secrets]).toEqual([false, []]);
    expect(folders[0]?.requests[0]).toMatchObject({ isBearer: false, parameters: [] });
  });

  test('has no parameter where its key stands, and the cookies that it must send in one header', () => {
    const parameters = [
      { name: 'x-key', in: 'header', required: true, example: 'mine' },
      { name: 'shelf', in: 'cookie', required: true, example: 'a b' },
      { name: 'more', in: 'cookie', example: 'c' },
    ] as const;
    const { folders } = collected([['apiKey', 'session']], [...parameters]);
    expect(folders[0]?.requests[0]?.parameters.map(({ name, value }) => [name, value])).toEqual([
      ['X-Key', [{ variable: 'api_key', kept: true }]],
      ['Cookie', ['shelf=a%20b; sid=', { variable: 'session_key', kept: true }]],
    ]);
  });

  test('tells what a variable has to hold, and what no variable can', () => {
    const notes = collected([['user', 'client']]).folders[0]?.requests[0]?.authNotes;
    expect(notes).toEqual([
      'api_key holds the base64 of user:password.',
      'The server asks for a TLS client certificate, too.',
    ]);
  });
});

describe('every program', () => {
  const environment = { id: 'local', name: 'Local', baseUrl: 'http://127.0.0.1', apiKey: 'sk_1' };
  const document = documentOf([['user'], ['token'], []]);
  const files = collectionFiles(collectionOf(document), [environment], 'x');
  const text = (path: string) => files.get(path) ?? expect.unreachable(path);

  test('has the secret of a scheme in its own way of writing variables, and a place for its value', () => {
    expect(text('http/x.http')).toContain('Authorization: Basic {{user_credentials}}\n');
    expect(text('http/http-client.env.json')).toContain('"user_credentials": ""');
    expect(text('hurl/x.hurl')).toContain('Authorization: Basic {{user_credentials}}\n');
    expect(text('hurl/x-local.properties')).toBe('base_url=http://127.0.0.1\napi_key=sk_1\nuser_credentials=\n');
    expect(text('insomnia/x-insomnia.json')).toContain('"value": "Basic {{ _.user_credentials }}"');
    expect(text('insomnia/x-insomnia.json')).toContain('"user_credentials": ""');
    expect(text('hoppscotch/x-hoppscotch.json')).toContain('"value": "Basic <<user_credentials>>"');
    expect(text('hoppscotch/x-hoppscotch-local.json')).toContain('"key": "user_credentials"');
    expect(text('bruno/All/GET -0.yml')).toContain('value: Basic {{user_credentials}}');
    expect(text('bruno/opencollection.yml')).toContain('- name: user_credentials');
    const { variable, item } = postmanCollection(document);
    expect(variable).toContainEqual({ key: 'user_credentials', value: '', type: 'string' });
    expect(item[0]?.item[0]?.request.header).toContainEqual(
      expect.objectContaining({ key: 'Authorization', value: 'Basic {{user_credentials}}' }),
    );
  });

  test('sends the token of the collection with the requests that need it alone', () => {
    for (const path of ['http/x.http', 'hurl/x.hurl']) expect(text(path).split('Bearer {{api_key}}')).toHaveLength(2);
    const { auth, item } = postmanCollection(document);
    expect(auth?.type).toBe('bearer');
    const requests = item.flatMap((folder) => folder.item.map(({ request }) => request.auth?.type));
    expect(requests).toEqual(['noauth', undefined, 'noauth']);
    expect(text('insomnia/x-insomnia.json').split('"type": "bearer"')).toHaveLength(2);
    expect(text('hoppscotch/x-hoppscotch.json').split('"authType": "none"')).toHaveLength(3);
    const bruno = [...files]
      .filter(([path]) => /^bruno\/All\/GET/.test(path))
      .map(([, content]) => content)
      .join('');
    expect(bruno.split('auth: none')).toHaveLength(3);
  });

  test('has no token where no request needs one', () => {
    const open = documentOf([[]]);
    expect(postmanCollection(open)).not.toHaveProperty('auth');
    for (const [path, content] of collectionFiles(collectionOf(open), [], 'x')) {
      expect(content, path).not.toMatch(/bearer/i);
    }
  });
});
