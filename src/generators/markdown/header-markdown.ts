import type { Header, Parameter } from '../../openapi/model/operations.ts';
import { listedExamples } from '../../openapi/model/media-type.ts';
import type { NamedExample } from '../../openapi/model/media-type.ts';
import { sentAs } from '../../openapi/request/sent-as.ts';
import { literalOf } from '../../openapi/schema/literal.ts';
import type { SchemaMarkdown } from './schema-markdown.ts';
import { valueItem } from './schema-markdown.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { code, indent, link } from './markdown-syntax.ts';

/** A parameter or response header as an item of a list. */
export function headerItem(schemas: SchemaMarkdown, header: Header & Partial<Parameter>): string {
  const { name, schema, required, deprecated, description, examples, mediaType, style, explode } = header;
  const usual = /^(?:query|querystring|cookie)$/.test(header.in ?? '')
    ? style === 'form' && explode
    : style === 'simple';
  const value = schemas.views.value(schema, examples[0]?.value);
  const listed = listedExamples(examples);
  const sent = header.in && sentAs(schemas.views.document, header as Parameter);
  return valueItem(code(name), value, {
    description,
    members: [listed.length > 0 && exampleList(listed), schemas.body(schema, 'request')].filter(Boolean).join('\n'),
    marks: [
      mediaType !== undefined && `as ${mediaType}`,
      required && '**required**',
      (deprecated || value.deprecated) && 'deprecated',
      sent !== undefined && `sent as ${code(sent)}`,
      style !== undefined && !usual && `style ${code(style)}${explode ? '' : ', not exploded'}`,
    ],
  });
}

/** Examples to choose from, each with what the document says of it. */
function exampleList(examples: NamedExample[]): string {
  const items = examples.map(({ name, summary, value, externalValue }) => {
    const shown = value === undefined ? link(externalValue ?? '', externalValue) : code(literalOf(value));
    return `${shown}${summary || name ? ` (${escapeMarkdown(summary || name)})` : ''}`;
  });
  if (examples.every(({ description }) => description === '')) return `Examples: ${items.join(', ')}`;
  const texts = examples.map(({ description }) => description && `: ${indent(description.trim()).trimStart()}`);
  return `Examples:\n${items.map((item, at) => `- ${item}${texts[at] ?? ''}`).join('\n')}`;
}
