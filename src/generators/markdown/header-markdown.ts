import type { Header, Parameter } from '../../openapi/model/operations.ts';
import type { NamedExample } from '../../openapi/model/media-type.ts';
import { sentAs } from '../../openapi/request/sent-as.ts';
import { literalOf } from '../../openapi/schema/literal.ts';
import type { SchemaMarkdown } from './schema-markdown.ts';
import { valueItem } from './schema-markdown.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { code } from './markdown-syntax.ts';

/** A parameter or response header as an item of a list. */
export function headerItem(schemas: SchemaMarkdown, header: Header & Partial<Parameter>): string {
  const { name, schema, required, deprecated, description, examples, mediaType, style, explode } = header;
  const usual = /^(?:query|querystring|cookie)$/.test(header.in ?? '')
    ? style === 'form' && explode
    : style === 'simple';
  const value = schemas.views.value(schema, examples[0]?.value);
  const sent = header.in && sentAs(schemas.views.document, header as Parameter);
  return valueItem(code(name), value, {
    description,
    members: [exampleLine(examples), schemas.body(schema, 'request')].filter(Boolean).join('\n'),
    marks: [
      mediaType !== undefined && `as ${mediaType}`,
      required && '**required**',
      (deprecated || value.deprecated) && 'deprecated',
      sent !== undefined && `sent as ${code(sent)}`,
      style !== undefined && !usual && `style ${code(style)}${explode ? '' : ', not exploded'}`,
    ],
  });
}

/** Several examples to choose from, each with what the document says of it. */
function exampleLine(examples: NamedExample[]): string {
  const told = examples.filter(({ value }) => value !== undefined);
  if (told.length < 2) return '';
  return `Examples: ${told.map(({ name, summary, value }) => `${code(literalOf(value))} (${escapeMarkdown(summary || name)})`).join(', ')}`;
}
