import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { loadDocument, SPEC_FILE } from '../openapi/document/load.ts';
import { atPointer, isRecord } from '../openapi/document/refs.ts';
import { listWebhooks } from '../openapi/model/operations.ts';
import { asyncApiDocument } from './asyncapi.ts';

interface Message {
  name: string;
  headers: object;
  payload: object;
  correlationId?: { location: string };
  externalDocs: { url: string };
  examples: { headers: object; payload: Record<string, unknown> }[];
}

const source = await loadDocument(SPEC_FILE);
const events = listWebhooks(source);
const document = asyncApiDocument(source, {
  title: 'Events',
  description: 'What is sent.',
  endpoint: 'Yours.',
  documentation: ({ path }) => `https://docs.test/${path}`,
});
const { components, operations, channels } = document as {
  components: { messages: Record<string, Message>; schemas: Record<string, object> };
  operations: Record<string, { action: string; description: string; messages: { $ref: string }[] }>;
  channels: Record<string, { messages: Record<string, { $ref: string }> }>;
};
const messages = Object.values(components.messages);

function refsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(refsOf);
  if (!isRecord(node)) return [];
  return [...(typeof node.$ref === 'string' ? [node.$ref] : []), ...Object.values(node).flatMap(refsOf)];
}

describe('the document', () => {
  test('has an operation and a message for every event, on one channel whose address the reader knows', () => {
    expect(messages.map(({ name }) => name)).toEqual(events.map(({ path }) => path));
    expect(Object.keys(operations)).toEqual(events.map(({ operationId }) => operationId));
    expect(new Set(Object.values(operations).map(({ action }) => action))).toEqual(new Set(['send']));
    expect(channels.endpoint).not.toHaveProperty('address');
    expect(Object.keys(channels.endpoint?.messages ?? {})).toEqual(Object.keys(components.messages));
  });

  test('points only at what it holds, and holds no schema that nothing points at', () => {
    const refs = refsOf(document);
    for (const ref of refs) expect(() => atPointer(document, ref), ref).not.toThrow();
    for (const name of Object.keys(components.schemas)) expect(refs).toContain(`#/components/schemas/${name}`);
  });

  test('says what the endpoint may answer, and where the event is documented', () => {
    expect(operations.onMessageCreated?.description).toContain('- Answer `2XX`: The event is delivered.');
    expect(components.messages.messageCreated?.externalDocs.url).toBe('https://docs.test/message.created');
  });
});

describe('messages', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormatsModule as unknown as (ajv: Ajv) => void)(ajv);
  ajv.addSchema({ $id: 'asyncapi:', ...document });
  /** As draft 7, of which AsyncAPI's schemas are made. */
  const check = (schema: object, value: unknown) => {
    const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"asyncapi:#/')) as object);
    validate(value);
    return validate.errors ?? [];
  };

  test.each(messages)(
    '$name: its examples fit, and those of another event do not',
    ({ name, headers, payload, examples }) => {
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        expect(check(payload, example.payload)).toEqual([]);
        expect(check(headers, example.headers)).toEqual([]);
        expect(check(payload, { ...example.payload, event: `not.${name}` })).not.toEqual([]);
      }
      expect(check(headers, {})).not.toEqual([]);
    },
  );

  test('are correlated by the id of their record', () => {
    for (const { name, correlationId, examples } of messages) {
      expect(correlationId?.location, name).toBe('$message.payload#/data/id');
      expect(examples[0]?.payload.data).toHaveProperty('id');
    }
  });

  test('without a record have no correlation', () => {
    const odd = structuredClone(source);
    const content = { 'application/json': { schema: { type: 'object', properties: { event: { type: 'string' } } } } };
    odd.webhooks = {
      'odd-ping': { post: { operationId: 'onPing', requestBody: { content }, responses: {} } },
    };
    const made = asyncApiDocument(odd, { title: '', description: '', endpoint: '' })['components'] as typeof components;
    expect(made.messages.oddPing).not.toHaveProperty('correlationId');
    expect(made.messages.oddPing?.examples).toHaveLength(1);
  });
});
