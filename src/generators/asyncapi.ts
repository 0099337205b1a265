import { toDraft07 } from '../openapi/convert/draft-07-schema.ts';
import type { OpenApiDocument, Schema } from '../openapi/document/openapi-document.ts';
import { atPointer, isRecord, pointerName } from '../openapi/document/refs.ts';
import { listWebhooks } from '../openapi/model/operations.ts';
import type { MediaType } from '../openapi/model/media-type.ts';
import type { Operation } from '../openapi/model/operations.ts';
import { examplesOf, parameterExample } from '../openapi/schema/example.ts';
import { flatten } from '../openapi/schema/flatten.ts';

type Node = Record<string, unknown>;

interface Options {
  title: string;
  description: string;
  /** What the endpoint is that the events are sent to. */
  endpoint: string;
  /** Where an event is documented. */
  documentation?: (event: Operation) => string;
}

/**
 * The webhooks of a document as AsyncAPI: one channel, the reader's endpoint, without an address, since only they know it; an operation
 * and a message a webhook. The API is the application, so it sends.
 * @throws {DowngradeError} where an event's schema says what AsyncAPI has no words for
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0
 */
export function asyncApiDocument(document: OpenApiDocument, options: Options): Node {
  const events = listWebhooks(document);
  const { version, contact, license } = document.info;
  const messages = events.map((event) => [messageName(event), messageOf(document, event, options)] as const);
  const tags = tagsOf(document, events);
  return {
    asyncapi: '3.0.0',
    info: {
      title: options.title,
      version,
      description: options.description,
      ...(contact && { contact }),
      ...(license && { license: licenseOf(license) }),
      tags: Object.keys(tags).map(tagRef),
    },
    defaultContentType: 'application/json',
    channels: {
      endpoint: {
        title: 'Your endpoint',
        description: options.endpoint,
        messages: Object.fromEntries(messages.map(([name]) => [name, { $ref: `#/components/messages/${name}` }])),
      },
    },
    operations: Object.fromEntries(events.map((event) => [event.operationId, operationOf(event)])),
    components: {
      tags,
      messages: Object.fromEntries(messages),
      schemas: schemasOf(
        document,
        messages.map(([, message]) => message),
      ),
    },
  };
}

/** What the events are tagged with, in the order of the document, described where it does. */
function tagsOf(document: OpenApiDocument, events: readonly Operation[]): Record<string, Node> {
  const used = new Set(events.flatMap(({ tags }) => tags));
  const described = (document.tags ?? []).filter(({ name }) => used.has(name));
  const names = new Set([...described.map(({ name }) => name), ...used]);
  const descriptions = new Map(described.map(({ name, description }) => [name, description]));
  return Object.fromEntries(
    [...names].map((name) => {
      const description = descriptions.get(name);
      return [name, { name, ...(description && { description }) }];
    }),
  );
}

const tagRef = (name: string): Node => ({ $ref: `#/components/tags/${name}` });

/** OpenAPI names a licence by its SPDX identifier, too. */
function licenseOf({ name, identifier, url }: NonNullable<OpenApiDocument['info']['license']>): Node {
  const address = url ?? (identifier && `https://spdx.org/licenses/${identifier}.html`);
  return { name, ...(address && { url: address }) };
}

/** `messageCreated` of `message.created`: AsyncAPI allows no dots in such names. */
function messageName({ path }: Operation): string {
  return path.replace(/[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** AsyncAPI has no place for what the receiver may answer, so the description says it. */
function operationOf(event: Operation): Node {
  const { summary, method, tags, extensions, responses } = event;
  const answers = responses.map(({ status, description }) => `- Answer \`${status}\`: ${description}`).join('\n');
  const description = [event.description, answers].filter(Boolean).join('\n\n');
  return {
    action: 'send',
    channel: { $ref: '#/channels/endpoint' },
    title: summary,
    description,
    tags: tags.map(tagRef),
    bindings: { http: { method: method.toUpperCase(), bindingVersion: '0.3.0' } },
    messages: [{ $ref: `#/channels/endpoint/messages/${messageName(event)}` }],
    ...extensions,
  };
}

function messageOf(document: OpenApiDocument, event: Operation, { documentation }: Options): Node {
  const [media] = event.requestBody?.content ?? [];
  const id = recordId(document, media);
  return {
    name: event.path,
    title: event.summary,
    summary: event.description,
    ...(media && { contentType: media.mediaType }),
    headers: headersOf(event),
    ...(media?.schema !== undefined && { payload: toDraft07(media.schema, `#/webhooks/${event.path}`) }),
    ...(id && { correlationId: id }),
    ...(documentation && { externalDocs: { url: documentation(event), description: 'Reference' } }),
    ...(media && { examples: messageExamples(document, event, media) }),
  };
}

function headersOf({ parameters }: Operation): Schema {
  const headers = parameters.filter((parameter) => parameter.in === 'header');
  return {
    type: 'object',
    required: headers.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(
      headers.map(({ name, description, schema }) => [
        name,
        { ...(toDraft07(schema, `#/headers/${name}`) as object), ...(description && { description }) },
      ]),
    ),
  };
}

function messageExamples(document: OpenApiDocument, event: Operation, media: MediaType): Node[] {
  const headers = event.parameters.filter((parameter) => parameter.in === 'header');
  return examplesOf(document, media, 'request')
    .filter(({ value }) => isRecord(value))
    .map(({ name, summary, value }) => ({
      ...(name && { name }),
      ...(summary && { summary }),
      headers: Object.fromEntries(headers.map((header) => [header.name, parameterExample(document, header)])),
      payload: value,
    }));
}

/** Events that carry a record carry its id: the one that the answer of the request told which caused it. */
function recordId(document: OpenApiDocument, media: MediaType | undefined): Node | undefined {
  const data = flatten(document, media?.schema).properties?.data;
  if (!hasId(document, data)) return undefined;
  return {
    description: 'The id of the record, as the request that caused the event was answered with it.',
    location: '$message.payload#/data/id',
  };
}

function hasId(document: OpenApiDocument, schema: Schema | undefined): boolean {
  const { required, oneOf, anyOf } = flatten(document, schema);
  const branches = oneOf ?? anyOf;
  return required?.includes('id') === true || branches?.every((branch) => hasId(document, branch)) === true;
}

/** The schemas that the messages need, with those that these need. */
function schemasOf(document: OpenApiDocument, messages: readonly Node[]): Record<string, Schema> {
  const schemas: Record<string, Schema> = {};
  const add = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(add);
    if (!isRecord(node)) return;
    const { $ref } = node;
    if (typeof $ref !== 'string') return Object.values(node).forEach(add);
    const name = pointerName($ref);
    if (Object.hasOwn(schemas, name)) return;
    schemas[name] = toDraft07(atPointer(document, $ref) as Schema, $ref);
    add(schemas[name]);
  };
  for (const { payload, headers } of messages) add([payload, headers]);
  return schemas;
}
