import type { Header, Parameter } from '../../openapi/model/operations.ts';
import type { SchemaMarkdown } from './schema-markdown.ts';
import { valueItem } from './schema-markdown.ts';
import { code } from './markdown-syntax.ts';

/** A parameter or response header as an item of a list. */
export function headerItem(schemas: SchemaMarkdown, header: Header & Partial<Parameter>): string {
  const { name, schema, required, deprecated, description, examples, mediaType, style, explode } = header;
  const usual = header.in === 'query' || header.in === 'cookie' ? style === 'form' && explode : style === 'simple';
  const value = schemas.value(schema, examples[0]?.value);
  return valueItem(code(name), value, {
    description,
    members: schemas.body(schema, 'request'),
    marks: [
      mediaType !== undefined && `as ${mediaType}`,
      required && header.in !== undefined && '**required**',
      (deprecated || value.deprecated) && 'deprecated',
      style !== undefined && !usual && `style ${code(style)}${explode ? '' : ', not exploded'}`,
    ],
  });
}
