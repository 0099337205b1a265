import type { Schema } from '../../../openapi/document/openapi-document.ts';
import type { PartEncoding } from '../../../openapi/request/part-encoding.ts';
import { partEncodings } from '../../../openapi/request/part-encoding.ts';
import type { MediaType } from '../../../openapi/model/media-type.ts';
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
  const groups = Map.groupBy(content, ({ schema }) => JSON.stringify(schema));
  return markup`${[...groups.values()].map((group, index) => {
    const [first] = group;
    const id = index === 0 ? prefix : `${prefix}-${index + 1}`;
    return (
      first &&
      mediaTypeHtml(context, {
        names: group.map(({ mediaType }) => mediaType),
        schema: first.schema,
        encoding: partEncodings(group.find(({ encoding }) => encoding)?.encoding),
        direction,
        id,
      })
    );
  })}`;
}

interface Body {
  names: string[];
  schema: Schema | undefined;
  encoding: PartEncoding[];
  direction: Direction;
  id: string;
}

function mediaTypeHtml({ schemas, taken }: PageContext, { names, schema, encoding, direction, id }: Body): Html {
  const value = schema === undefined ? undefined : schemas.views.value(schema);
  const title = markup`<p class="media">${names.map((name) => markup`<code>${name}</code> `)}${value && markup`<span>${value.type}</span>`}</p>`;
  if (schema === undefined || !value) return title;
  const fields = schemas.body(schema, direction);
  return markup`${title}${value.description && renderMarkdown(value.description)}${factsHtml(value)}${externalDocsLine(value.externalDocs)}${fields.text !== '' && atAnchor(fields, id, taken)}${encodingHtml(encoding)}`;
}

/** How members of a form are sent where it is not as one expects: as which media type, with which headers, in which style. */
function encodingHtml(encoding: PartEncoding[]): Html {
  const parts = encoding.map(({ name, contentType, headers, style, explode }) => {
    const facts = [
      contentType !== undefined && markup` as <code>${contentType}</code>`,
      headers.length > 0 && markup` with ${headers.map((header) => markup`<code>${header}</code> `)}`,
      style !== undefined && markup` in style <code>${style}</code>`,
      explode !== undefined && (explode ? ', each item by itself' : ', in one piece'),
    ];
    return markup`<span><code>${name}</code> is sent${facts}</span>`;
  });
  return markup`${parts.length > 0 && markup`<p class="facts encoding">${parts}</p>`}`;
}
