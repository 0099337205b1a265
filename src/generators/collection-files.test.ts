import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadDocument, SPEC_FILE } from '../openapi/document/load.ts';
import { collectionFiles, zipFiles } from './collection-files.ts';
import { collectionOf } from './collection/collection.ts';
import { plainTemplate } from './insomnia/insomnia-body.ts';

const document = await loadDocument(SPEC_FILE);
const environments = [
  { id: 'sandbox', name: 'Sandbox', baseUrl: 'http://127.0.0.1:4010/v1', apiKey: 'sk_test_admin' },
  { id: 'production', name: 'Production', baseUrl: 'https://api.test/v1', apiKey: '' },
];
const collection = collectionOf(document, { documentation: ({ operationId }) => `https://docs.test/${operationId}` });
const requests = collection.folders.flatMap((folder) => folder.requests);
const files = collectionFiles(collection, environments, 'acme');
const text = (path: string) => files.get(path) ?? '';
const json = (path: string) => JSON.parse(text(path)) as Record<string, unknown>;

/** A document whose one operation has what must be written with care. */
function odd(hostile = 'a&b #1 +50% "é"\n', description = '') {
  const parameter = (name: string, place: string) => ({
    name,
    in: place,
    required: true,
    example: hostile,
    schema: {},
  });
  const source = structuredClone(document);
  source.paths = {
    '/odd/{key}': {
      get: {
        operationId: 'odd',
        summary: 'A/B: "odd"\n?',
        description,
        parameters: [parameter('key', 'path'), parameter('q&', 'query'), parameter('X-Note', 'header')],
        responses: {},
      },
    },
  } as never;
  return collectionFiles(collectionOf(source), environments, 'odd');
}

describe('every format', () => {
  test('has each request once, in the order in which ids are learned', () => {
    const named = requests.map(({ name, operation }) => ({ name, id: operation.operationId, path: operation.path }));
    const http = [...text('http/acme.http').matchAll(/^# @name (\w+)$/gm)].map(([, id]) => id);
    expect(http).toEqual(named.map(({ id }) => id));
    const hurl = [...text('hurl/acme.hurl').matchAll(/^(?:GET|POST|PATCH|DELETE) \{\{base_url\}\}/gm)];
    expect(hurl).toHaveLength(named.length);
    const { folders } = json('hoppscotch/acme-hoppscotch.json') as { folders: { requests: { name: string }[] }[] };
    expect(folders.flatMap((folder) => folder.requests.map(({ name }) => name))).toEqual(named.map(({ name }) => name));
    const { resources } = json('insomnia/acme-insomnia.json') as { resources: { _type: string; name: string }[] };
    expect(resources.filter(({ _type }) => _type === 'request').map(({ name }) => name)).toEqual(
      named.map(({ name }) => name),
    );
    for (const { name, requests: ofFolder } of collection.folders)
      for (const request of ofFolder)
        expect(parse(text(`bruno/${name}/${request.name}.yml`))).toMatchObject({ info: { name: request.name } });
  });

  test('has nothing in Insomnia that another collection has, so that one does not replace the other', () => {
    const idsOf = (prefix: string) => {
      const made = collectionFiles(collection, environments, prefix).get(`insomnia/${prefix}-insomnia.json`) ?? '';
      return (JSON.parse(made) as { resources: { _id: string }[] }).resources.map(({ _id }) => _id);
    };
    expect(new Set([...idsOf('acme'), ...idsOf('shop')]).size).toBe(2 * idsOf('acme').length);
  });

  test('hands the ids on in its own way of writing variables', () => {
    expect(text('http/acme.http')).toContain('GET {{base_url}}/contacts/{{contact_id}}\n');
    expect(text('http/acme.http')).toContain('client.global.set("contact_id", record.id)');
    expect(text('hurl/acme.hurl')).toContain('contact_id: jsonpath "$.id"\n');
    expect(text('hurl/acme.hurl')).toContain('conversation_id: jsonpath "$.data[0].id"\n');
    expect(text('insomnia/acme-insomnia.json')).toContain('{{ _.base_url }}/contacts/{{ _.contact_id }}');
    // Of the environment that is chosen, which has no ids, or of the base environment.
    expect(text('insomnia/acme-insomnia.json')).toContain("to.equal(insomnia.variables.get('contact_id'))");
    expect(text('hoppscotch/acme-hoppscotch.json')).toContain('<<base_url>>/contacts/<<contact_id>>');
    expect(text('hoppscotch/acme-hoppscotch.json')).toContain('\\"operator_id\\": \\"<<operator_id>>\\"');
    expect(text('bruno/Contacts/Get a contact.yml')).toContain('value: "{{contact_id}}"');
  });

  test('holds no key but that of the sandbox, which is public', () => {
    for (const [path, content] of files) {
      expect(content, path).not.toMatch(/sk_live_\w/);
      if (!/sandbox|Sandbox|http-client|insomnia/.test(path)) expect(content, path).not.toContain('sk_test_admin');
    }
    expect(json('http/http-client.env.json').production).toEqual({ base_url: 'https://api.test/v1', api_key: '' });
    expect(parse(text('bruno/environments/Production.yml'))).toMatchObject({
      variables: [{ name: 'base_url' }, { name: 'api_key', secret: true }],
    });
    expect(text('hurl/acme-production.properties')).toBe('base_url=https://api.test/v1\napi_key=\n');
  });

  test('links the reference where it has a place for it', () => {
    for (const path of ['bruno/Contacts/Create a contact.yml', 'insomnia/acme-insomnia.json'])
      expect(text(path)).toContain('https://docs.test/createContact');
  });
});

describe('what must be written with care', () => {
  const made = odd();

  test('is one line of a request, encoded', () => {
    const line =
      'GET {{base_url}}/odd/a%26b%20%231%20%2B50%25%20%22%C3%A9%22%0A?q%26=a%26b%20%231%20%2B50%25%20%22%C3%A9%22%0A';
    expect(made.get('http/odd.http')?.split('\n')).toContain(line);
    expect(made.get('hurl/odd.hurl')?.split('\n')).toContain(line);
  });

  test('does not end a comment, and names no file outside of its folder', () => {
    const lines = made.get('http/odd.http')?.split('\n') ?? [];
    expect(lines.filter((line) => line.startsWith('?'))).toEqual([]);
    expect(
      made
        .get('hurl/odd.hurl')
        ?.split('\n')
        .filter((line) => line.startsWith('?')),
    ).toEqual([]);
    const paths = [...made.keys()].filter((path) => path.startsWith('bruno/') && !path.includes('environments'));
    expect(paths).toContain('bruno/odd/A-B- -odd---.yml');
  });
});

describe('what a program would read as a variable', () => {
  const made = odd('{{api_key}} <<api_key>> {% a %} {# b #}');
  const of = (path: string) => made.get(path) ?? expect.unreachable(path);
  const ENCODED = '%7B%7Bapi_key%7D%7D%20%3C%3Capi_key%3E%3E%20%7B%25%20a%20%25%7D%20%7B%23%20b%20%23%7D';

  test('is encoded in an address', () => {
    for (const path of ['http/odd.http', 'hurl/odd.hurl'])
      expect(of(path)).toContain(`GET {{base_url}}/odd/${ENCODED}?q%26=${ENCODED}\n`);
    expect(of('hoppscotch/odd-hoppscotch.json')).toContain(`"<<base_url>>/odd/${ENCODED}?q%26=${ENCODED}"`);
    expect(of('bruno/odd/A-B- -odd---.yml')).toContain(`{{base_url}}/odd/:key?q%26=${ENCODED}`);
    expect(of('insomnia/odd-insomnia.json')).toContain(`"{{ _.base_url }}/odd/${ENCODED}"`);
  });

  test('is escaped in a header, or left out and told', () => {
    expect(of('hurl/odd.hurl')).toContain(
      'X-Note: \\u{7b}\\u{7b}api_key\\u{7d}\\u{7d} <<api_key>> \\u{7b}% a %\\u{7d} \\u{7b}\\u{23} b \\u{23}\\u{7d}\n',
    );
    const { resources } = JSON.parse(of('insomnia/odd-insomnia.json')) as { resources: { headers?: object[] }[] };
    expect(resources.at(-1)?.headers?.at(-1)).toMatchObject({
      value: plainTemplate('{{api_key}} <<api_key>> {% a %} {# b #}'),
    });
    for (const path of ['http/odd.http', 'hoppscotch/odd-hoppscotch.json', 'bruno/odd/A-B- -odd---.yml'])
      expect(of(path)).toMatch(/The header \\*"X-Note\\*" is left out/);
  });
});

test('a description is shown as it is in Insomnia, unless it has a tag, which would be carried out', () => {
  const shown = (description: string) => {
    const made = odd('a', description).get('insomnia/odd-insomnia.json') ?? '';
    return (JSON.parse(made) as { resources: { description: string }[] }).resources.at(-1)?.description;
  };
  expect(shown('Of {{name}}.')).toBe('Of {{name}}.');
  expect(shown("{% prompt 'a' %}")).toBe(plainTemplate("{% prompt 'a' %}"));
});

describe('the zip', () => {
  test('holds the files in one folder, and is the same at any time', () => {
    const zip = zipFiles(files, 'acme-collections');
    expect(zipFiles(files, 'acme-collections')).toEqual(zip);
    const unpacked = Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]);
    expect(unpacked).toEqual([...files].map(([path, content]) => [`acme-collections/${path}`, content]));
  });
});
