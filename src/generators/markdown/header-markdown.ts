import type { Header, Parameter } from '../../openapi/model/operations.ts';
import type { SchemaMarkdown } from './schema-markdown.ts';
import { code } from './text.ts';

/** A parameter or response header as an item of a list. */
export function headerItem(schemas: SchemaMarkdown, header: Header & Partial<Parameter>): string {
  const { name, schema, required, deprecated, description, examples, mediaType, style, explode } = header;
  const usual = header.in === 'query' || header.in === 'cookie' ? style === 'form' && explode : style === 'simple';
  return schemas.item(code(name), schema, {
    description,
    example: examples[0]?.value,
    members: schemas.body(schema, 'request'),
    marks: [
      mediaType !== undefined && `as ${mediaType}`,
      required && header.in !== undefined && '**required**',
      deprecated && 'deprecated',
      style !== undefined && !usual && `style ${code(style)}${explode ? '' : ', not exploded'}`,
    ],
  });
}
