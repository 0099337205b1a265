import type { OpenApiDocument } from '../../../openapi/document/openapi-document.ts';
import { literalOf } from '../../../openapi/schema/constraints.ts';
import { parameterExample } from '../../../openapi/schema/example.ts';
import type { NamedExample } from '../../../openapi/model/media-type.ts';
import { anchor } from '../../../openapi/model/naming.ts';
import type { UniqueNames } from '../../../openapi/model/naming.ts';
import type { Header, Parameter } from '../../../openapi/model/operations.ts';
import { flatten } from '../../../openapi/schema/flatten.ts';
import { typesOf } from '../../../openapi/schema/value-types.ts';
import { encodePath, encodeQuery, wirePairs, wireText } from '../../../openapi/request/serialize.ts';
import { typeLabel } from '../../../openapi/schema/type-label.ts';
import { atAnchor } from '../html/anchors.ts';
import { markup } from '../../../text/markup.ts';
import type { Html } from '../../../text/markup.ts';
import { renderMarkdown } from '../html/markdown.ts';
import type { SchemaHtml } from '../html/schema-html.ts';
import { copyLink } from '../html/schema-html.ts';

export interface ParameterGroup {
  title: string;
  id: string;
  list: Html;
}

/** What renders schemas, for which document, on a page with which ids. */
export interface PageContext {
  document: OpenApiDocument;
  schemas: SchemaHtml;
  taken: UniqueNames;
}

const GROUPS: [Parameter['in'], string][] = [
  ['path', 'Path parameters'],
  ['query', 'Query parameters'],
  ['header', 'Headers'],
  ['cookie', 'Cookies'],
];

/** The parameters of an operation, by where they stand. */
export function parameterGroups(context: PageContext, parameters: Parameter[], before = ''): ParameterGroup[] {
  return GROUPS.flatMap(([place, title]) => {
    const group = parameters.filter((parameter) => parameter.in === place);
    if (group.length === 0) return [];
    const id = context.taken.take(`${before}${place}-parameters`);
    return [
      {
        title,
        id,
        list: markup`<ul class="fields">${group.map((parameter) => parameterItem(context, parameter, before + place))}</ul>`,
      },
    ];
  });
}

/** A parameter or response header as an item of a list; `prefix` and its name make the anchor. */
export function parameterItem(context: PageContext, parameter: Header & Partial<Parameter>, prefix: string): Html {
  const { name, schema, required, deprecated, mediaType } = parameter;
  const id = context.taken.take(anchor(prefix, name));
  const flat = flatten(context.document, schema);
  const description = parameter.description || flat.description;
  const [example, ...others] = parameter.examples;
  const type = mediaType
    ? `${typeLabel(context.document, schema)} as ${mediaType}`
    : typeLabel(context.document, schema);
  return markup`<li id="${id}"><p class="head"><code>${name}</code> <span>${type}</span>${required && parameter.in && markup` <em class="required">required</em>`}${
    (deprecated || flat.deprecated) && markup` <em class="deprecated">deprecated</em>`
  }${copyLink(id, name)}</p>${description && renderMarkdown(description)}${context.schemas.facts(schema, example?.value)}${others.length > 0 && moreExamples(parameter.examples)}${
    parameter.in && wireExample(context.document, parameter as Parameter)
  }${atAnchor(context.schemas.body(schema, 'request'), id, context.taken)}</li>`;
}

/** Several examples to choose from, each with what the document says of it. */
function moreExamples(examples: NamedExample[]): Html {
  const told = examples.filter(({ value }) => value !== undefined);
  return markup`<details class="nested"><summary>${told.length} examples</summary><dl class="values">${told.map(
    ({ name, summary, value }) =>
      markup`<div><dt><code>${literalOf(value)}</code></dt><dd>${summary || name}</dd></div>`,
  )}</dl></details>`;
}

/** How a list or object looks when it is sent, and any value whose style puts signs around it. */
function wireExample(document: OpenApiDocument, parameter: Parameter): Html | false {
  const types = typesOf(flatten(document, parameter.schema));
  const isStyled = parameter.style === 'matrix' || parameter.style === 'label';
  if (!isStyled && !types.some((type) => type === 'array' || type === 'object')) return false;
  const value = parameterExample(document, { ...parameter, required: true });
  if (value === undefined || (!isStyled && typeof value !== 'object')) return false;
  const text = wire(parameter, value);
  return text.length <= 160 && markup`<p class="facts"><span>sent as <code>${text}</code></span></p>`;
}

function wire(parameter: Parameter, value: unknown): string {
  if (parameter.in === 'path') return encodePath(wireText(parameter, value));
  if (parameter.in === 'header') return wireText(parameter, value);
  return wirePairs(parameter, value)
    .map(([name, text]) => `${encodeQuery(name)}=${encodeQuery(text)}`)
    .join(parameter.in === 'cookie' ? '; ' : '&');
}
