import { STATUS_PHRASES } from '../../../generators/status-phrases.ts';
import { anchor } from '../../../openapi/model/naming.ts';
import type { MediaType } from '../../../openapi/model/media-type.ts';
import { methodText } from '../../../openapi/model/method.ts';
import type { Callback, Response } from '../../../openapi/model/operations.ts';
import type { Direction } from '../../../openapi/schema/fields.ts';
import { externalDocsLine } from '../html/links.ts';
import { markup } from '../../../text/markup.ts';
import type { Html } from '../../../text/markup.ts';
import { renderMarkdown } from '../html/markdown.ts';
import type { Reference } from '../model.ts';
import { accessView } from './access-view.ts';
import type { AccessAlternative } from './access-view.ts';
import { bodyHtml } from './body-view.ts';
import { parameterGroups, parameterItem } from './parameters-view.ts';
import type { PageContext } from './parameters-view.ts';
import { bodyExamples } from './samples-view.ts';

export interface CallbackView {
  id: string;
  title: string;
  method: string;
  /** An address, or an expression that makes one of the request: `{$request.body#/callback_url}`. */
  address: string;
  deprecated: boolean;
  /** What the call comes with. */
  access: AccessAlternative[];
  content: Html;
}

/** A call that the API makes to the reader's server while it handles this operation: what it sends, and what to answer. */
export function callbackView(context: PageContext, reference: Reference, { name, operation }: Callback): CallbackView {
  const { method, path, summary, description, externalDocs, parameters, requestBody, responses } = operation;
  const id = context.taken.take(anchor('callback', name));
  const isTold = summary !== `${methodText(method)} ${path}`;
  return {
    id,
    title: name,
    method,
    address: path,
    deprecated: operation.deprecated,
    access: accessView(reference, operation),
    content: markup`${isTold && markup`<p>${summary}</p>`}${description && renderMarkdown(description)}${externalDocsLine(externalDocs)}${parameterGroups(
      context,
      parameters,
      `${id}-`,
    ).map(({ title, list }) => markup`<p class="media">${title}</p>${list}`)}${
      requestBody?.required && markup`<p class="media">Payload <em class="required">required</em></p>`
    }${
      requestBody && requestBody.description && renderMarkdown(requestBody.description)
    }${requestBody && bodyHtml(context, requestBody.content, 'response', `${id}-body`)}${
      requestBody && examples(context, requestBody.content, 'response')
    }${
      responses.length > 0 &&
      markup`<p class="media">Your answer</p><ul class="links">${responses.map((response) => answer(context, response, id))}</ul>`
    }`,
  };
}

function answer(
  context: PageContext,
  { status, summary, description, headers, content }: Response,
  callback: string,
): Html {
  const id = `${callback}-${status}`;
  return markup`<li><span class="status status-${status.charAt(0)}">${status}</span> ${STATUS_PHRASES[status]}${summary && ` ${summary}`}${description && renderMarkdown(description)}${
    headers.length > 0 &&
    markup`<ul class="fields">${headers.map((header) => parameterItem(context, header, `${id}-header`))}</ul>`
  }${content.length > 0 && bodyHtml(context, content, 'request', `${id}-body`)}${examples(context, content, 'request')}</li>`;
}

/** The examples, as on the Markdown page. */
function examples({ document }: PageContext, content: MediaType[], direction: Direction): Html[] {
  return bodyExamples(document, content, direction).map(
    ({ title, description, code }) => markup`<p class="media">Example${title && `: ${title}`}</p>${description}${code}`,
  );
}
