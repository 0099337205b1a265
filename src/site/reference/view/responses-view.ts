import { STATUS_PHRASES } from '../../../generators/status-phrases.ts';
import { isJson } from '../../../openapi/document/media-types.ts';
import { isErrorResponse } from '../../../openapi/model/error-response.ts';
import { anchor, kebabCase } from '../../../openapi/model/naming.ts';
import type { Link } from '../../../openapi/model/links.ts';
import type { Header, Response } from '../../../openapi/model/operations.ts';
import { pointerName } from '../../../openapi/document/refs.ts';
import { serverUrls } from '../../../openapi/model/server-urls.ts';
import { soleRef } from '../../../openapi/schema/component-ref.ts';
import { literalOf } from '../../../openapi/schema/literal.ts';
import { markup } from '../../../text/markup.ts';
import type { Html } from '../../../text/markup.ts';
import { linkTo } from '../html/links.ts';
import { renderMarkdown } from '../html/markdown.ts';
import type { Reference } from '../model.ts';
import { bodyHtml } from './body-view.ts';
import type { ExtensionValues } from './extensions-view.ts';
import { extensionValues } from './extensions-view.ts';
import { foreignTarget, linkTarget } from './link-target.ts';
import type { PageContext } from './parameters-view.ts';
import { parameterItem } from './parameters-view.ts';

export interface ResponseView {
  status: string;
  /** `Not Found`; '' for a range or default. */
  phrase: string;
  summary: string;
  id: string;
  description: Html | undefined;
  extensions: ExtensionValues[];
  headers: Headers | undefined;
  body: Html | undefined;
  links: Html | undefined;
}

interface Headers {
  count: number;
  list: Html;
}

export interface ResponsesView {
  successes: ResponseView[];
  errors: ResponseView[];
  /** Headers that every error carries; told here, not with each. */
  errorHeaders: Headers | undefined;
  /** Bodies that errors share, each told once. */
  errorBodies: { id: string; statuses: string; body: Html }[];
}

/** The responses of an operation. What errors share, a body or headers, stands once. */
export function responsesView(context: PageContext, reference: Reference, responses: Response[]): ResponsesView {
  const isError = (response: Response): boolean => isErrorResponse(response, responses);
  const [errors, successes] = [responses.filter(isError), responses.filter((response) => !isError(response))];
  const known = new Map<string, string>();
  const view = (response: Response, body: Html | undefined): ResponseView =>
    responseView(context, reference, response, { body, known });
  const shared = errors.length > 1 ? sharedHeaders(errors) : [];
  const withoutShared = (response: Response): Response => ({
    ...response,
    headers: response.headers.filter((header) => !shared.includes(JSON.stringify(header))),
  });
  return {
    successes: successes.map((response) => view(response, ownBody(context, response))),
    errorHeaders: headersView(
      context,
      (errors[0]?.headers ?? []).filter((header) => shared.includes(JSON.stringify(header))),
      'errors',
      known,
    ),
    errors: errors.map((response) =>
      view(withoutShared(response), sharedRef(response) === undefined ? ownBody(context, response) : undefined),
    ),
    errorBodies: sharedBodies(context, errors),
  };
}

/** Headers that all of them carry in the same words. */
function sharedHeaders(errors: Response[]): string[] {
  const lists = errors.map(({ headers }) => headers.map((header) => JSON.stringify(header)));
  return (lists[0] ?? []).filter((header) => lists.every((list) => list.includes(header)));
}

function ownBody(context: PageContext, { status, content }: Response): Html | undefined {
  return content.length === 0 ? undefined : bodyHtml(context, content, 'response', anchor('response', status));
}

/** The component that a response's only JSON body is. */
function sharedRef({ content }: Response): string | undefined {
  const [only, ...others] = content;
  return only && others.length === 0 && isJson(only.mediaType) && only.schema !== undefined
    ? soleRef(only.schema)
    : undefined;
}

function sharedBodies(context: PageContext, errors: Response[]): ResponsesView['errorBodies'] {
  const groups = Map.groupBy(errors, sharedRef);
  groups.delete(undefined);
  return [...groups].map(([ref = '', group]) => {
    const id = context.taken.take(kebabCase(pointerName(ref)));
    return {
      id,
      statuses: group.map(({ status }) => status).join(', '),
      body: bodyHtml(context, group[0]?.content ?? [], 'response', id),
    };
  });
}

interface Parts {
  body: Html | undefined;
  /** Anchors of headers that are told already, by what they say. */
  known: Map<string, string>;
}

function responseView(
  context: PageContext,
  reference: Reference,
  response: Response,
  { body, known }: Parts,
): ResponseView {
  const { status, summary, description, headers, links } = response;
  const id = context.taken.take(anchor('response', status));
  return {
    status,
    phrase: STATUS_PHRASES[status] ?? '',
    summary,
    id,
    description: description ? renderMarkdown(description) : undefined,
    extensions: extensionValues(reference, 'response', response.extensions),
    headers: headersView(context, headers, id, known),
    body,
    links:
      links.length > 0 ? markup`<ul class="links">${links.map((link) => linkItem(reference, link))}</ul>` : undefined,
  };
}

/** A header that another response has told of in the same words is a link to that place. */
function headersView(
  context: PageContext,
  headers: Header[],
  id: string,
  known: Map<string, string>,
): Headers | undefined {
  if (headers.length === 0) return undefined;
  const seen = headers.filter((header) => known.has(JSON.stringify(header)));
  const fresh = headers.filter((header) => !known.has(JSON.stringify(header)));
  const list = fresh.map((header) => {
    known.set(JSON.stringify(header), anchor(id, 'header', header.name));
    return parameterItem(context, header, `${id}-header`);
  });
  const links = seen.map(
    (header) => markup`<li><a href="#${known.get(JSON.stringify(header)) ?? ''}"><code>${header.name}</code></a></li>`,
  );
  return {
    count: headers.length,
    list: markup`${list.length > 0 && markup`<ul class="fields">${list}</ul>`}${links.length > 0 && markup`<ul class="plain">${links}</ul>`}`,
  };
}

function linkItem(reference: Reference, one: Link): Html {
  const { name, operationId, operationRef, description, parameters, requestBody, server } = one;
  const [entry, foreign] = [linkTarget(reference, one), foreignTarget(one)];
  const target = entry
    ? markup`<a href="${entry.address}">${entry.operation.summary}</a>`
    : foreign !== undefined
      ? linkTo(foreign, foreign)
      : markup`<code>${operationId ?? operationRef ?? name}</code>`;
  const values = Object.entries(parameters).map(([key, value]) => markup` <code>${key} = ${literalOf(value)}</code>`);
  const body = requestBody !== undefined && markup`, with body <code>${literalOf(requestBody)}</code>`;
  const place = server && markup`, at ${serverUrls([server]).map(({ url }) => markup`<code>${url}</code>`)}`;
  return markup`<li><b>${name}</b>: ${target}${values}${body}${place}${description && renderMarkdown(description)}</li>`;
}
