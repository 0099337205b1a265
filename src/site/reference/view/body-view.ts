import type { Schema } from '../../../openapi/document.ts';
import type { MediaType } from '../../../openapi/media-type.ts';
import type { Direction } from '../../../openapi/schema.ts';
import { flatten } from '../../../openapi/schema.ts';
import { typeLabel } from '../../../openapi/type-label.ts';
import { atAnchor } from '../html/anchors.ts';
import { markup } from '../html/markup.ts';
import type { Html } from '../html/markup.ts';
import { renderMarkdown } from '../html/markdown.ts';
import type { PageContext } from './parameters-view.ts';

/** A body in all its media types; those with the same schema are told together. */
export function bodyHtml(context: PageContext, content: MediaType[], direction: Direction, prefix: string): Html {
  const groups = Map.groupBy(content, ({ schema }) => JSON.stringify(schema));
  return markup`${[...groups.values()].map((group, index) => {
    const [first] = group;
    const id = index === 0 ? prefix : `${prefix}-${index + 1}`;
    return (
      first &&
      mediaTypeHtml(context, { names: group.map(({ mediaType }) => mediaType), schema: first.schema, direction, id })
    );
  })}`;
}

interface Body {
  names: string[];
  schema: Schema | undefined;
  direction: Direction;
  id: string;
}

function mediaTypeHtml({ document, schemas, taken }: PageContext, { names, schema, direction, id }: Body): Html {
  const title = markup`<p class="media">${names.map((name) => markup`<code>${name}</code> `)}${schema !== undefined && markup`<span>${typeLabel(document, schema)}</span>`}</p>`;
  if (schema === undefined) return title;
  const fields = schemas.body(schema, direction);
  const { description } = flatten(document, schema);
  return markup`${title}${description && renderMarkdown(description)}${fields.text === '' ? schemas.facts(schema) : atAnchor(fields, id, taken)}`;
}
