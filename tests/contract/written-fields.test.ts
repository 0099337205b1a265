/** Nothing that is sent is dropped in silence: every field that an operation documents comes back, every filter filters. */
import { describe, expect, test } from 'vitest';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import type { Schema } from '../../src/openapi/document/openapi-document.ts';
import type { Operation } from '../../src/openapi/model/operations.ts';
import { flatten } from '../../src/openapi/schema/flatten.ts';
import { Random } from '../../src/sandbox/random.ts';
import { operationOf, operations } from './contract.ts';
import { Values } from './fuzz-schema.ts';
import { exampleBodies, exampleRequest } from './requests.ts';
import { recorded } from './recorded.ts';
import { freshKey, openTransport } from './transports.ts';
import type { Transport } from './transports.ts';

type Fields = Readonly<Record<string, unknown>>;

const document = await loadDocument(SPEC_FILE);
const PAGING = new Set(['page', 'per_page', 'after', 'limit']);

/** Where the record has a field by another name. */
const NAMES: Readonly<Record<string, string>> = { 'assignConversation operator_id': 'assigned_to' };
/** What the API documents to make of a value. */
const WRITTEN: Readonly<Record<string, (value: never, before: unknown) => unknown>> = {
  phone: (phone: string) => phone.replaceAll(/[ ()-]/g, ''),
  custom_attributes: (patch: object, before) => ({ ...(before as object), ...patch }),
};
/** Values that the spec does not show with the field: ids of other records that there are, and what no schema tells in full. */
const OTHERS: Readonly<Record<string, unknown>> = {
  operator_id: 'op_abc123',
  chatbot_id: 'bot_def456',
  custom_attributes: { written: ['by', { a: 'test' }] },
  workflow: (exampleBodies(operationOf('createChatbot')) as Fields[])[0]?.['workflow'],
};
/** What only tells which kind of body it is. */
const TAGS = new Set(['type']);

/** The bodies that an operation takes: one, or one of each kind. */
function kindsOf(operation: Operation): Schema[] {
  const schema = operation.requestBody?.content[0]?.schema;
  const { oneOf } = flatten(document, schema);
  return oneOf ?? (schema === undefined ? [] : [schema]);
}

const propertiesOf = (schema: Schema): Record<string, Schema> => flatten(document, schema).properties ?? {};

/** Values that a field may have, those that the spec shows first. */
function* candidates(name: string, schema: Schema, shown: unknown): Generator<unknown> {
  const flat = flatten(document, schema);
  yield OTHERS[name] ?? shown;
  yield* flat.examples ?? [];
  yield* flat.enum ?? [];
  const values = new Values(document, new Random('written'));
  for (let drawn = 0; drawn < 20; drawn += 1) yield values.draw(schema);
}

/** A value that is not the one that is there. */
function otherThan(before: unknown, name: string, schema: Schema, shown: unknown): unknown {
  for (const value of candidates(name, schema, shown)) {
    if (value !== undefined && value !== null && JSON.stringify(value) !== JSON.stringify(before)) return value;
  }
  return expect.unreachable();
}

const send = async (sandbox: Transport, operation: Operation, key: string, changes: object = {}): Promise<Fields> => {
  const response = await sandbox.send(exampleRequest(operation, sandbox.base, { key, ...changes }));
  const body = (await response.json()) as Fields;
  expect(response.ok, JSON.stringify(body)).toBe(true);
  return body;
};

const writes = operations.filter(({ operationId, requestBody }) => requestBody && operationId !== 'searchContacts');
const fields = writes.flatMap((operation) =>
  kindsOf(operation).flatMap((kind, index) =>
    Object.keys(propertiesOf(kind))
      .filter((name) => !TAGS.has(name))
      .map((name) => [operation.operationId, name, index] as const),
  ),
);

test('all operations that write are looked at', () => {
  expect(writes.map(({ operationId }) => operationId).toSorted()).toEqual(
    operations
      .filter(({ method, operationId }) => method === 'patch' || /^(create|send|reply|assign)/.test(operationId))
      .map(({ operationId }) => operationId)
      .toSorted(),
  );
  expect(fields.length).toBeGreaterThan(30);
});

test.each(fields)('%s keeps %s (body %i)', async (operationId, name, index) => {
  const operation = operationOf(operationId);
  const sandbox = recorded(await openTransport());
  const [key, other] = [freshKey(), freshKey()];
  const kind = kindsOf(operation)[index] ?? {};
  const properties = propertiesOf(kind);
  const type = flatten(document, properties['type']).const;
  const shown = (exampleBodies(operation) as Fields[]).filter((body) => type === undefined || body['type'] === type);
  const needed = new Set([...(flatten(document, kind).required ?? []), ...TAGS]);
  const least = Object.fromEntries(Object.entries(shown[0] ?? {}).filter(([field]) => needed.has(field)));
  // What stands there when the field is not sent must be something else.
  const inRecord = NAMES[`${operationId} ${name}`] ?? name;
  const before = needed.has(name) ? undefined : (await send(sandbox, operation, other, { body: least }))[inRecord];
  const value = otherThan(before, name, properties[name] ?? {}, shown.find((body) => name in body)?.[name]);
  const record = await send(sandbox, operation, key, { body: { ...least, [name]: value } });
  expect(record[inRecord]).toEqual(WRITTEN[name]?.(value as never, before) ?? value);
});

describe('a filter that nothing meets finds nothing:', () => {
  const NOTHING: Readonly<Record<string, string>> = {
    email: 'nobody@example.com',
    'date-time': '0001-01-01T00:00:00Z',
  };
  const filters = operations
    .filter(({ method, parameters }) => method === 'get' && parameters.some(({ name }) => name === 'after'))
    .flatMap(({ operationId, parameters }) =>
      parameters
        .filter((parameter) => parameter.in === 'query' && !PAGING.has(parameter.name))
        .map(({ name, schema }) => ({ operationId, name, schema: flatten(document, schema) })),
    );

  test.each(filters)('$operationId $name', async ({ operationId, name, schema }) => {
    const sandbox = recorded(await openTransport());
    const operation = operationOf(operationId);
    const total = async (query: string) =>
      ((await send(sandbox, operation, 'sk_test_admin', { query }))['pagination'] as { total: number }).total;
    const values = schema.enum ?? (schema.type === 'boolean' ? [true, false] : undefined);
    const all = await total('');
    if (values) {
      // Every value finds its own: together they are all.
      const each = await Promise.all(values.map((value) => total(`?${name}=${String(value)}`)));
      expect(each.reduce((sum, one) => sum + one, 0)).toBe(all);
      return;
    }
    const isLate = name.endsWith('_after');
    const value = isLate ? '9999-01-01T00:00:00Z' : (NOTHING[schema.format ?? ''] ?? 'nothing_of_this_name');
    expect(all).toBeGreaterThan(0);
    expect(await total(`?${name}=${encodeURIComponent(value)}`)).toBe(0);
  });

  const search = operationOf('searchContacts');
  const { filters: schema = {} } = propertiesOf(kindsOf(search)[0] ?? {});

  test.each(Object.entries(propertiesOf(schema)))('searchContacts %s', async (name, property) => {
    const { type, format } = flatten(document, property);
    const none = { array: ['nothing'], object: { nothing: 'of this' } }[String(type)] ?? 'nothing of this name';
    const time = name.endsWith('_after') ? '9999-01-01T00:00:00Z' : '0001-01-01T00:00:00Z';
    const sandbox = recorded(await openTransport());
    const find = async (filters: object) => {
      const { pagination } = await send(sandbox, search, 'sk_test_admin', { body: { query: '@', filters } });
      return (pagination as { total: number }).total;
    };
    expect(await find({})).toBeGreaterThan(0);
    expect(await find({ [name]: format === 'date-time' ? time : none })).toBe(0);
  });
});
