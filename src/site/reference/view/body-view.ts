import type { Schema } from '../../../openapi/document/openapi-document.ts';
import type { SharedEncoding } from '../../../openapi/request/part-encoding.ts';
import { sharedEncodings } from '../../../openapi/request/part-encoding.ts';
import type { MediaType } from '../../../openapi/model/media-type.ts';
import { streamsOf } from '../../../openapi/model/streams.ts';
import type { Direction } from '../../../openapi/schema/fields.ts';
import { atAnchor } from '../html/anchors.ts';
import { markup } from '../../../text/markup.ts';
import type { Html } from '../../../text/markup.ts';
import { renderMarkdown } from '../html/markdown.ts';
import { externalDocsLine } from '../html/links.ts';
import { factsHtml } from '../html/schema-html.ts';
import type { PageContext } from './parameters-view.ts';

/** A body in all its media types; those with the same schema are told together. */
export function bodyHtml(context: PageContext, content: MediaType[], direction: Direction, prefix: string): Html {
  const groups = Map.groupBy(content, ({ schema, itemSchema }) => JSON.stringify([schema, itemSchema]));
  return markup`${[...groups.values()].map((group, index) => {
    const [first] = group;
    const id = index === 0 ? prefix : `${prefix}-${index + 1}`;
    return (
      first &&
      mediaTypeHtml(context, {
        names: group.map(({ mediaType }) => mediaType),
        schema: first.schema,
        itemSchema: first.itemSchema,
        encodings: sharedEncodings(group),
        direction,
        id,
      })
    );
  })}`;
}

interface Body {
  names: string[];
  schema: Schema | undefined;
  itemSchema: Schema | undefined;
  encodings: SharedEncoding[];
  direction: Direction;
  id: string;
}

function mediaTypeHtml(context: PageContext, body: Body): Html {
  const { names, schema, itemSchema, encodings, id } = body;
  const value = schema === undefined ? undefined : context.schemas.views.value(schema);
  const whole = schema === undefined ? '' : valueHtml(context, schema, body, id);
  const items = itemSchema !== undefined && itemsHtml(context, body, itemSchema);
  const title =
    (value !== undefined || itemSchema === undefined) &&
    markup`<p class="media">${namesHtml(names)}${value && markup`<span>${value.type}</span>`}</p>`;
  return markup`${title}${whole}${items}${encodings.map(encodingHtml)}`;
}

/** What is told of a stream: what it consists of, and what each item is. */
function itemsHtml(context: PageContext, body: Body, itemSchema: Schema): Html {
  const { names, schema, id } = body;
  const { kinds, each } = streamsOf(names);
  const streams = kinds.map(
    (kind) => markup`<p class="media">${namesHtml(kind.names)}<span>stream of ${kind.of}</span></p>`,
  );
  const { type } = context.schemas.views.value(itemSchema);
  return markup`${streams}<p class="media">${each} <span>${type}</span></p>${valueHtml(context, itemSchema, body, schema === undefined ? id : `${id}-each`)}`;
}

function namesHtml(names: string[]): Html[] {
  return names.map((name) => markup`<code>${name}</code> `);
}

/** All that is told of a value below its type. */
function valueHtml({ schemas, taken }: PageContext, schema: Schema, { direction }: Body, id: string): Html {
  const value = schemas.views.value(schema);
  const fields = schemas.body(schema, direction);
  return markup`${value.description && renderMarkdown(value.description)}${factsHtml(value)}${externalDocsLine(value.externalDocs)}${fields.text !== '' && atAnchor(fields, id, taken)}`;
}

/** How members of a form are sent where it is not as one expects: as which media type, with which headers, in which style. */
function encodingHtml({ mediaTypes, parts }: SharedEncoding): Html {
  const told = parts.map(({ name, place, contentType, headers, style, explode }) => {
    const facts = [
      contentType !== undefined && markup` as <code>${contentType}</code>`,
      headers.length > 0 && markup` with ${headers.map((header) => markup`<code>${header}</code> `)}`,
      style !== undefined && markup` in style <code>${style}</code>`,
      explode !== undefined && (explode ? ', each item by itself' : ', in one piece'),
    ];
    return markup`<span>${place || markup`<code>${name}</code>`} is sent${facts}</span>`;
  });
  const where = mediaTypes.length > 0 && markup`<span>as ${namesHtml(mediaTypes)}</span>`;
  return markup`<p class="facts encoding">${where}${told}</p>`;
}
