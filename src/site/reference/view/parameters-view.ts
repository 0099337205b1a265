import type { OpenApiDocument } from '../../../openapi/document/openapi-document.ts';
import { literalOf } from '../../../openapi/schema/literal.ts';
import { listedExamples } from '../../../openapi/model/media-type.ts';
import type { NamedExample } from '../../../openapi/model/media-type.ts';
import { anchor } from '../../../openapi/model/naming.ts';
import type { UniqueNames } from '../../../openapi/model/naming.ts';
import type { Header, Parameter } from '../../../openapi/model/operations.ts';
import { sentAs } from '../../../openapi/request/sent-as.ts';
import { atAnchor } from '../html/anchors.ts';
import { linkTo } from '../html/links.ts';
import { markup } from '../../../text/markup.ts';
import type { Html } from '../../../text/markup.ts';
import { renderMarkdown } from '../html/markdown.ts';
import type { SchemaHtml } from '../html/schema-html.ts';
import { copyLink, factsHtml } from '../html/schema-html.ts';

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
  ['querystring', 'Query string'],
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
  const value = context.schemas.views.value(schema, parameter.examples[0]?.value);
  const examples = listedExamples(parameter.examples);
  const description = parameter.description || value.description;
  const type = mediaType ? `${value.type} as ${mediaType}` : value.type;
  const sent = parameter.in && sentAs(context.document, parameter as Parameter);
  return markup`<li id="${id}"><p class="head"><code>${name}</code> <span>${type}</span>${required && markup` <em class="required">required</em>`}${
    (deprecated || value.deprecated) && markup` <em class="deprecated">deprecated</em>`
  }${copyLink(id, name)}</p>${description && renderMarkdown(description)}${factsHtml(value)}${examples.length > 0 && moreExamples(examples)}${
    sent !== undefined && markup`<p class="facts"><span>sent as <code>${sent}</code></span></p>`
  }${atAnchor(context.schemas.body(schema, 'request'), id, context.taken)}</li>`;
}

/** Examples to choose from, each with what the document says of it. */
function moreExamples(examples: NamedExample[]): Html {
  const count = examples.length === 1 ? '1 example' : `${examples.length} examples`;
  return markup`<details class="nested"><summary>${count}</summary><dl class="values">${examples.map(
    ({ name, summary, description, value, externalValue }) =>
      markup`<div><dt>${value === undefined ? linkTo(externalValue, externalValue ?? '') : markup`<code>${literalOf(value)}</code>`}</dt><dd>${summary || name}${description && renderMarkdown(description)}</dd></div>`,
  )}</dl></details>`;
}
