import { createHmac } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { ParameterObject } from '../src/openapi/document/openapi-document.ts';
import type { components } from '../src/openapi/generated/types.ts';
import { loadDocument, SPEC_FILE } from '../src/openapi/document/load.ts';
import { listOperations } from '../src/openapi/model/operations.ts';

type Node = Record<string, unknown>;
type PagePagination = components['schemas']['PagePagination'];

/** A value the document shows, and the place of the schema it must keep to. */
interface Shown {
  pointer: string;
  schema: string;
  value: unknown;
}

const document = await loadDocument(SPEC_FILE);
const ajv = new Ajv2020({ strict: false, allErrors: true });
const addFormats = addFormatsModule as unknown as (target: Ajv2020) => void;
addFormats(ajv);
ajv.addSchema(document, 'spec');

const nodes = [...walk(document, '#')];
const shown = nodes.flatMap(([pointer, node]) => [...besideSchema(pointer, node), ...inSchema(pointer, node)]);

describe('the examples of the specification', () => {
  test('are all found', () => {
    const places = (word: string): number => shown.filter(({ pointer }) => pointer.includes(word)).length;
    expect(places('/paths/')).toBeGreaterThan(75);
    expect(places('/webhooks/')).toBeGreaterThanOrEqual(12);
    expect(places('/components/responses/')).toBeGreaterThan(50);
    expect(places('/components/schemas/')).toBeGreaterThan(150);
    expect(places('/components/headers/')).toBeGreaterThanOrEqual(6);
  });

  test('keep to their schemas', () => {
    const wrong = shown.flatMap(({ pointer, schema, value }) => {
      const validate = ajv.compile({ $ref: `spec${schema}` });
      return validate(value) ? [] : [`${pointer}: ${ajv.errorsText(validate.errors)}`];
    });
    expect(wrong).toEqual([]);
  });

  test('do not leave out a parameter or a header', () => {
    const bare = nodes.filter(([, node]) => 'schema' in node && ('in' in node || !('examples' in node)));
    expect(bare.length).toBeGreaterThan(40);
    expect(bare.filter(([pointer, node]) => !hasExample(node, pointer)).map(([pointer]) => pointer)).toEqual([]);
  });

  test('do not leave out a field', () => {
    const fields = nodes.filter(([pointer]) => /\/components\/schemas\/.*\/properties\/[^/]+$/.test(pointer));
    expect(fields.length).toBeGreaterThan(150);
    const bare = fields.filter(([, node]) => !node.examples && !describesItself(resolve(node)));
    expect(bare.map(([pointer]) => pointer)).toEqual([]);
  });
});

test('a record reads the same in every answer to a GET', () => {
  const records = listOperations(document)
    .filter(({ method }) => method === 'get')
    .flatMap(({ responses }) => responses[0]!.content[0]!.examples.map(({ value }) => value as Node))
    .flatMap((body) => (Array.isArray(body.data) ? (body.data as Node[]) : [body]));
  const first = new Map(records.toReversed().map((record) => [record.id, record]));
  expect(records.length).toBeGreaterThan(25);
  expect(records.filter((record) => record.id && !isDeepStrictEqual(record, first.get(record.id)))).toEqual([]);
});

test('an answer in page mode says truly whether more follows', () => {
  const pages = shown
    .map(({ value }) => (value as Node | null)?.pagination as PagePagination | undefined)
    .filter((pagination) => pagination?.page !== undefined);
  expect(pages.length).toBeGreaterThanOrEqual(11);
  const wrong = pages.filter((at) => at!.has_more !== at!.page * at!.per_page < at!.total);
  expect(wrong).toEqual([]);
});

test('every parameter, header, response, body, schema and field is described', () => {
  const places = /\/(?:properties|headers|schemas|parameters|responses)\/[^/]+$|\/requestBody$/;
  // What a body says of itself stands once, with its schema.
  const saysBySchema = ({ content }: Node) =>
    Object.values((content ?? {}) as Record<string, { schema?: Node }>).every(({ schema }) => schema?.$ref);
  const silent = nodes.filter(
    ([pointer, node]) =>
      places.test(pointer) &&
      !node.$ref &&
      !node.description &&
      !(pointer.endsWith('/requestBody') && saysBySchema(node)),
  );
  expect(silent.map(([pointer]) => pointer)).toEqual([]);
});

test('the signatures shown are those of the message.created example under the secret shown', () => {
  const { parameters, examples } = document.components!;
  const valueOf = (name: string): unknown => (examples![name] as Node).value;
  const { secret } = valueOf('WebhookCreated') as { secret: string };
  const body = JSON.stringify(valueOf('MessageCreatedEvent'));
  const header = (name: string): unknown => (parameters as Record<string, ParameterObject>)[name]!.example;
  const sign = (key: string | Buffer, text: string, encoding: 'hex' | 'base64'): string =>
    createHmac('sha256', key).update(text).digest(encoding);
  expect(header('Signature')).toBe(sign(secret, body, 'hex'));
  const signed = `${String(header('WebhookId'))}.${String(header('WebhookTimestamp'))}.${body}`;
  expect(header('WebhookSignature')).toBe(`v1,${sign(Buffer.from(secret.slice(6), 'base64'), signed, 'base64')}`);
});

/** Every object of the document except what stands inside example values. */
function* walk(value: unknown, pointer: string): Generator<[string, Node]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [pointer, value as Node];
  for (const [key, child] of Object.entries(value)) {
    const isValue = key === 'value' || key === 'example' || key === 'default' || key === 'enum';
    if (isValue || (key === 'examples' && Array.isArray(child))) continue;
    yield* walk(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

/** The examples of a parameter, header or media type. */
function besideSchema(pointer: string, node: Node): Shown[] {
  if (!('schema' in node)) return [];
  const named = Object.values((node.examples ?? {}) as Record<string, Node>).map((example) => resolve(example).value);
  const values = 'example' in node ? [node.example, ...named] : named;
  return values.map((value) => ({ pointer, schema: fragment(`${pointer}/schema`), value }));
}

/** The examples and the default of a schema. */
function inSchema(pointer: string, node: Node): Shown[] {
  const values = Array.isArray(node.examples) ? [...(node.examples as unknown[])] : [];
  if ('default' in node) values.push(node.default);
  return values.map((value) => ({ pointer, schema: fragment(pointer), value }));
}

function fragment(pointer: string): string {
  return pointer.replaceAll(/[{}]/g, encodeURIComponent);
}

function hasExample(node: Node, pointer: string): boolean {
  const schema = resolve(node.schema as Node);
  const isBody = /\/content\/[^/]+$/.test(pointer);
  return 'example' in node || 'examples' in node || Array.isArray(schema.examples) || 'default' in schema || isBody;
}

/** An object, list or union shows itself by its parts. */
function describesItself(schema: Node): boolean {
  return ['examples', 'properties', 'items', 'oneOf', 'anyOf', 'allOf'].some((keyword) => keyword in schema);
}

function resolve(node: Node): Node {
  if (typeof node.$ref !== 'string') return node;
  const path = node.$ref.slice(2).split('/');
  return resolve(
    path.reduce<Node>((at, key) => at[key.replaceAll('~1', '/').replaceAll('~0', '~')] as Node, { ...document }),
  );
}
