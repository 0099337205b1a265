import { STATUS_CODES } from 'node:http';
import type { OpenApiDocument, Schema } from '../openapi/document/openapi-document.ts';
import type { Operation, Response } from '../openapi/model/operations.ts';
import { flatten } from '../openapi/schema/flatten.ts';
import { pathIds } from './postman-chain.ts';
import type { ChainedId } from './postman-chain.ts';

/** What a test script is written from. */
interface Context {
  document: OpenApiDocument;
  operations: readonly Operation[];
  chained: ReadonlyMap<string, ChainedId>;
}

/**
 * The script that Postman runs after a request, a line an entry: checks the documented status and the shape of the
 * body, that the answer speaks of the record asked for, and keeps the id that later requests need.
 *
 * @see https://learning.postman.com/docs/tests-and-scripts/write-scripts/test-scripts/
 */
export function testScript(context: Context, operation: Operation): string[] {
  const success = successOf(operation);
  if (!success) return [];
  const title = `${operation.summary}: ${success.status} ${STATUS_CODES[Number(success.status)] ?? ''}`.trim();
  return [
    `pm.test(${JSON.stringify(title)}, () => pm.response.to.have.status(${success.status}));`,
    ...(success.content.length > 0
      ? test('The body has the documented members', bodyChecks(context.document, success))
      : [`pm.test('There is no body', () => pm.expect(pm.response.text()).to.equal(''));`]),
    ...sameRecord(context, operation, success),
    ...keptId(context, operation, success),
  ];
}

function successOf({ responses }: Operation): Response | undefined {
  return responses.find(({ status }) => status.startsWith('2'));
}

function test(title: string, checks: string[]): string[] {
  const body = ['const body = pm.response.json();', ...checks];
  return [`pm.test('${title}', () => {`, ...body.map((line) => `  ${line}`), '});'];
}

/** The members that must be there, of the body itself and of each item of its lists. */
function bodyChecks(document: OpenApiDocument, success: Response): string[] {
  const body = flatten(document, success.content[0]?.schema);
  const lists = (body.required ?? []).flatMap((name) => {
    const { items } = flatten(document, body.properties?.[name]);
    const value = `body[${JSON.stringify(name)}]`;
    if (items === undefined) return [];
    const [keys] = membersCheck('item', document, items);
    return [`pm.expect(${value}).to.be.an('array');`, ...(keys ? [`for (const item of ${value}) ${keys}`] : [])];
  });
  return [
    `pm.expect(body).to.be.an('object');`,
    ...membersCheck('body', document, success.content[0]?.schema),
    ...lists,
  ];
}

function membersCheck(name: string, document: OpenApiDocument, schema: Schema | undefined): string[] {
  const { required = [] } = flatten(document, schema);
  return required.length > 0 ? [`pm.expect(${name}).to.include.all.keys(${JSON.stringify(required)});`] : [];
}

/** Where the answer is the record that the path names, the two ids must be one. */
function sameRecord({ operations, chained }: Context, operation: Operation, success: Response): string[] {
  const id = pathIds(operation.path).at(-1);
  if (!id || !chained.has(id.variable)) return [];
  const read = operations.find(({ method, path }) => method === 'get' && path === `${id.collection}/{${id.name}}`);
  const schema = success.content[0]?.schema;
  const record = read && successOf(read)?.content[0]?.schema;
  if (!schema || JSON.stringify(schema) !== JSON.stringify(record)) return [];
  return test('It is the record asked for', [`pm.expect(body.id).to.equal(pm.variables.get('${id.variable}'));`]);
}

function keptId({ chained }: Context, { operationId }: Operation, { status }: Response): string[] {
  return [...chained.values()]
    .filter((id) => id.operationId === operationId)
    .flatMap(({ variable, from }) => [
      `if (pm.response.code === ${status}) {`,
      from === 'record' ? '  const record = pm.response.json();' : '  const [record] = pm.response.json().data;',
      `  if (record) pm.collectionVariables.set('${variable}', record.id);`,
      '}',
    ]);
}
