import { STATUS_CODES } from 'node:http';
import { anchor } from '../../../openapi/model/naming.ts';
import type { Callback, Response } from '../../../openapi/model/operations.ts';
import { markup } from '../../../text/markup.ts';
import type { Html } from '../../../text/markup.ts';
import { renderMarkdown } from '../html/markdown.ts';
import { bodyHtml } from './body-view.ts';
import { parameterGroups } from './parameters-view.ts';
import type { PageContext } from './parameters-view.ts';

export interface CallbackView {
  id: string;
  title: string;
  method: string;
  /** An address, or an expression that makes one of the request: `{$request.body#/callback_url}`. */
  address: string;
  content: Html;
}

/** A call that the API makes to the reader's server while it handles this operation: what it sends, and what to answer. */
export function callbackView(context: PageContext, { name, operation }: Callback): CallbackView {
  const { method, path, summary, description, parameters, requestBody, responses } = operation;
  const id = context.taken.take(anchor('callback', name));
  const isTold = summary !== `${method.toUpperCase()} ${path}`;
  return {
    id,
    title: name,
    method,
    address: path,
    content: markup`${isTold && markup`<p>${summary}</p>`}${description && renderMarkdown(description)}${parameterGroups(
      context,
      parameters,
      `${id}-`,
    ).map(({ title, list }) => markup`<p class="media">${title}</p>${list}`)}${
      requestBody && bodyHtml(context, requestBody.content, 'response', `${id}-body`)
    }${responses.length > 0 && markup`<p class="media">Your answer</p><ul class="links">${responses.map(answer)}</ul>`}`,
  };
}

function answer({ status, description }: Response): Html {
  const phrase = STATUS_CODES[status];
  return markup`<li><span class="status status-${status.charAt(0)}">${status}</span> ${phrase}${description && renderMarkdown(description)}</li>`;
}
