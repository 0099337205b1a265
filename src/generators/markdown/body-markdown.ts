import type { OpenApiDocument, Schema } from '../../openapi/document/openapi-document.ts';
import { contentExamples } from '../../openapi/schema/content-examples.ts';
import type { MadeUp } from '../../openapi/schema/content-examples.ts';
import { writtenExample } from '../../openapi/schema/example.ts';
import type { MediaType, NamedExample } from '../../openapi/model/media-type.ts';
import { streamsOf } from '../../openapi/model/streams.ts';
import type { SharedEncoding } from '../../openapi/request/part-encoding.ts';
import { sharedEncodings } from '../../openapi/request/part-encoding.ts';
import type { Direction } from '../../openapi/schema/fields.ts';
import type { SchemaMarkdown } from './schema-markdown.ts';
import { factsLine, valueList } from './schema-markdown.ts';
import { blocks, code, fence, link, prose } from './markdown-syntax.ts';

/** A body in all its media types; those with the same schema are told together. */
export function bodyMarkdown(schemas: SchemaMarkdown, content: MediaType[], direction: Direction): string {
  const groups = Map.groupBy(content, ({ schema, itemSchema }) => JSON.stringify([schema, itemSchema]));
  return blocks(...[...groups.values()].map((group) => mediaTypeMarkdown(schemas, group, direction)));
}

function mediaTypeMarkdown(schemas: SchemaMarkdown, group: MediaType[], direction: Direction): string {
  const [{ schema, itemSchema } = {}] = group;
  const names = group.map(({ mediaType }) => mediaType);
  const whole = schema === undefined ? undefined : schemas.views.value(schema);
  return blocks(
    (whole ?? itemSchema === undefined) && [codes(names), whole && factsLine(whole)].filter(Boolean).join(' · '),
    schema !== undefined && valueBlocks(schemas, schema, direction),
    itemSchema !== undefined && itemsMarkdown(schemas, names, itemSchema, direction),
    ...sharedEncodings(group).map(encodingMarkdown),
  );
}

/** What is told of a stream: what it consists of, and what each item is. */
function itemsMarkdown(schemas: SchemaMarkdown, names: string[], itemSchema: Schema, direction: Direction): string {
  const { kinds, each } = streamsOf(names);
  return blocks(
    ...kinds.map((kind) => `${codes(kind.names)} · stream of ${kind.of}`),
    `${each}: ${factsLine(schemas.views.value(itemSchema))}`,
    valueBlocks(schemas, itemSchema, direction),
  );
}

function codes(names: string[]): string {
  return names.map(code).join(', ');
}

/** All that is told of a value below its type. */
function valueBlocks(schemas: SchemaMarkdown, schema: Schema, direction: Direction): string {
  const value = schemas.views.value(schema);
  return blocks(prose(value.description, 3), valueList(value), schemas.body(schema, direction));
}

/** How members of a form are sent where it is not as one expects. */
function encodingMarkdown({ mediaTypes, parts }: SharedEncoding): string {
  const items = parts.map(({ name, place, contentType, headers, style, explode }) => {
    const facts = [
      contentType !== undefined && ` as ${code(contentType)}`,
      headers.length > 0 && ` with ${headers.map(code).join(', ')}`,
      style !== undefined && ` in style ${code(style)}`,
      explode !== undefined && (explode ? ', each item by itself' : ', in one piece'),
    ];
    return `- ${place || code(name)} is sent${facts.filter(Boolean).join('')}`;
  });
  const where = mediaTypes.length > 0 ? ` as ${codes(mediaTypes)}` : '';
  return `Sent in parts${where}:\n\n${items.join('\n')}`;
}

/** The examples of a body in all its media types. */
export function examplesMarkdown(
  document: OpenApiDocument,
  content: MediaType[],
  direction: Direction,
  { mark, madeUp }: { mark: string; madeUp?: MadeUp },
): string {
  return blocks(
    ...contentExamples(document, content, direction, madeUp).map(({ example, mediaType, titles }) =>
      exampleMarkdown(example, mediaType, `${mark} ${['Example', ...titles].join(': ')}`),
    ),
  );
}

function exampleMarkdown(
  { description, value, externalValue }: NamedExample,
  mediaType: string,
  title: string,
): string {
  const shown = value === undefined ? link(externalValue ?? '', externalValue) : valueMarkdown(value, mediaType);
  return blocks(title, description.trim(), shown);
}

export function valueMarkdown(value: unknown, mediaType?: string): string {
  const { text, language } = writtenExample(value, mediaType);
  return fence(text, language);
}
