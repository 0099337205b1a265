import { valueMarkdown } from '../../../generators/markdown/body-markdown.ts';
import type { SchemaMarkdown } from '../../../generators/markdown/schema-markdown.ts';
import { factsLine, valueList } from '../../../generators/markdown/schema-markdown.ts';
import { blocks, code, link, linkedCode, prose } from '../../../generators/markdown/markdown-syntax.ts';
import { serverList } from '../../../generators/markdown/server-markdown.ts';
import type { OpenApiDocument, Schema } from '../../../openapi/document/openapi-document.ts';
import { madeExample, UNFIT } from '../../../openapi/schema/example.ts';
import { methodText } from '../../../openapi/model/method.ts';
import { pointerName } from '../../../openapi/document/refs.ts';
import { soleRef } from '../../../openapi/schema/component-ref.ts';
import { flatten } from '../../../openapi/schema/flatten.ts';
import type { ValueView } from '../../../openapi/schema/schema-view.ts';
import { typeLabel } from '../../../openapi/schema/type-label.ts';
import { escapeMarkdown } from '../../../text/escape.ts';
import { plainSummary } from '../html/markdown.ts';
import type { Entry, Reference, Resource, SchemaEntry } from '../model.ts';
import { schemesView } from '../view/schemes-view.ts';
import { aboutMarkdown, docsMarkdown } from './about-markdown.ts';

/** The reference's overview: servers, authentication, and every operation and event with its address. */
export function overviewMarkdown(reference: Reference): string {
  const { document, options, resources, events, eventsAddress, eventsTitle } = reference;
  const { info } = document;
  return page(
    options.title,
    `${info.title}, version ${info.version}.`,
    escapeMarkdown(info.summary ?? ''),
    prose(info.description ?? '', 1),
    aboutMarkdown(document),
    `## Servers\n\n${serverList(document.servers)}`,
    ...authentication(reference),
    ...resources.map(({ title, address, entries, description, parent }) =>
      blocks(
        `${parent ? '###' : '##'} ${link(title, address)}`,
        entries.length > 0 ? operationList(entries) : plainSummary(description),
      ),
    ),
    events.length > 0 && `## ${link(eventsTitle, eventsAddress)}\n\n${operationList(events)}`,
  );
}

function authentication(reference: Reference): string[] {
  const schemes = schemesView(reference).map(({ title, deprecated, how, scopes, flows, markdown }) =>
    blocks(
      `### ${title}`,
      deprecated && '**Deprecated:** new code should not use this.',
      code(how),
      prose(markdown, 3),
      flows.map(({ name, url }) => item(name, code(url))).join('\n'),
      ...scopes.map(({ flows: some, list }) =>
        blocks(
          some && `Scopes of ${some}:`,
          list.map(({ name, href, text }) => item(linkedCode({ text: name, href }), text)).join('\n'),
        ),
      ),
    ),
  );
  return schemes.length > 0 ? ['## Authentication', ...schemes] : [];
}

export function eventsMarkdown({ events, eventsTitle, document }: Reference): string {
  return page(eventsTitle, `Webhook events of ${document.info.title}.`, operationList(events));
}

/** A resource: what it is, its operations, the fields of its record. */
export function resourceMarkdown({ document }: Reference, schemas: SchemaMarkdown, resource: Resource): string {
  const { title, description, entries, schema, children } = resource;
  const docs = document.tags?.find((tag) => tag.name === resource.name)?.externalDocs;
  const name = schema === undefined ? '' : pointerName(soleRef(schema) ?? '');
  return page(
    title,
    prose(description, 1),
    docs !== undefined && docsMarkdown(docs),
    children.length > 0 &&
      `## Groups\n\n${children.map((child) => item(link(child.title, child.address), plainSummary(child.description))).join('\n')}`,
    entries.length > 0 && `## Operations\n\n${operationList(entries)}`,
    schema !== undefined && blocks(`## The ${name} object`, schemas.body(schema, 'response')),
    schema !== undefined && exampleSection(document, schema, '###'),
  );
}

/** A component with a page of its own. */
export function schemaMarkdown({ document }: Reference, schemas: SchemaMarkdown, { name, ref }: SchemaEntry): string {
  const schema = { $ref: ref };
  return page(
    name,
    typeLabel(document, schema) !== name && typeLabel(document, schema),
    prose(flatten(document, schema).description ?? '', 1),
    ownFacts(schemas.views.value(schema)),
    `## Members\n\n${schemas.body(schema, undefined)}`,
    exampleSection(document, schema, '##'),
  );
}

/** What holds of the whole, besides its members. */
function ownFacts(value: ValueView): string {
  return blocks(factsLine({ ...value, type: '' }), valueList(value));
}

function exampleSection(document: OpenApiDocument, schema: Schema, mark: string): string {
  const { value, isFit } = madeExample(document, schema, 'response');
  return blocks(`${mark} Example`, !isFit && UNFIT, valueMarkdown(value));
}

function operationList(entries: Entry[]): string {
  return entries
    .map(({ operation, address, kind }) =>
      kind === 'event'
        ? item(link(code(operation.path), address), plainSummary(operation.summary || operation.description, 120))
        : item(
            link(operation.summary, address),
            `${code(`${methodText(operation.method)} ${operation.path}`)}${operation.deprecated ? ', deprecated' : ''}`,
          ),
    )
    .join('\n');
}

function item(name: string, text: string): string {
  return `- ${name}${text && `: ${text.trim().replace(/\s*\n\s*/g, ' ')}`}`;
}

function page(title: string, ...parts: (string | false)[]): string {
  return `${blocks(`# ${escapeMarkdown(title)}`, ...parts)}\n`;
}
