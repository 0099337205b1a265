import { STATUS_PHRASES } from '../status-phrases.ts';
import { isErrorResponse } from '../../openapi/model/error-response.ts';
import type { Response } from '../../openapi/model/operations.ts';
import { serverUrls } from '../../openapi/model/server-urls.ts';
import { literalOf } from '../../openapi/schema/literal.ts';
import { bodyMarkdown, examplesMarkdown } from './body-markdown.ts';
import { headerItem } from './header-markdown.ts';
import type { OperationPage } from './operation-page.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { blocks, code, indent, link, linkedCode, prose } from './markdown-syntax.ts';

/** What has been told of a response already, and with which. */
type Known = Map<string, string>;

/** The responses of an operation. A body or header that an earlier one has in the same words is told there. */
export function responsesMarkdown(page: OperationPage): string {
  const { operation, kind } = page;
  if (operation.responses.length === 0) return '';
  const known: Known = new Map();
  return blocks(
    kind === 'event' ? '## Your answer' : '## Responses',
    ...operation.responses.map((response) => responseMarkdown(page, response, known)),
  );
}

/** What to answer to a call that the API makes. */
export function answersMarkdown(page: OperationPage, responses: Response[]): string {
  const items = responses.map(({ status, summary, description, headers, content }) => {
    const below = blocks(
      headersMarkdown(page, { status, headers }, new Map()),
      content.length > 0 && bodyMarkdown(page.schemas, content, 'request'),
      examplesMarkdown(page.document, content, 'request', { mark: '#####' }),
    );
    const title = `- ${[status, STATUS_PHRASES[status], escapeMarkdown(summary)].filter(Boolean).join(' ')}${description && `: ${description.trim()}`}`;
    return below ? `${title}\n\n${indent(below)}` : title;
  });
  return items.length > 0 ? `#### Your answer\n\n${items.join('\n')}` : '';
}

function responseMarkdown(page: OperationPage, response: Response, known: Known): string {
  const { status, summary, description, content } = response;
  const phrase = STATUS_PHRASES[status] ?? '';
  const facts = page.responseFacts(response.extensions);
  const madeUp = isErrorResponse(response, page.operation.responses) ? 'never' : 'as needed';
  return blocks(
    `### ${status} ${phrase}`.trim(),
    escapeMarkdown(summary),
    prose(description, 3),
    facts.map(({ label, values }) => `- ${label}: ${values.map(linkedCode).join(', ')}`).join('\n'),
    headersMarkdown(page, response, known),
    bodyOnce(page, response, known),
    examplesMarkdown(page.document, content, 'response', { mark: '####', madeUp }),
    linksMarkdown(page, response),
  );
}

function headersMarkdown(
  { schemas }: OperationPage,
  { headers, status }: Pick<Response, 'headers' | 'status'>,
  known: Known,
): string {
  const keys = headers.map((header) => `header ${JSON.stringify(header)}`);
  const fresh = headers.filter((_, index) => !known.has(keys[index] ?? ''));
  const seen = headers.filter((header) => !fresh.includes(header)).map(({ name }) => code(name));
  const earlier = new Set(keys.flatMap((key) => known.get(key) ?? []));
  for (const key of keys) if (!known.has(key)) known.set(key, status);
  return blocks(
    seen.length > 0 && `Headers as of ${[...earlier].join(', ')}: ${seen.join(', ')}.`,
    fresh.length > 0 && `Headers:\n\n${fresh.map((header) => headerItem(schemas, header)).join('\n')}`,
  );
}

function bodyOnce({ schemas }: OperationPage, { content, status }: Response, known: Known): string {
  const key = `body ${JSON.stringify(content.map(({ mediaType, schema, itemSchema }) => [mediaType, schema, itemSchema]))}`;
  const earlier = known.get(key);
  if (content.length === 0) return '';
  if (earlier !== undefined) return `Body: as of ${earlier}.`;
  known.set(key, status);
  return bodyMarkdown(schemas, content, 'response');
}

function linksMarkdown({ operationLink }: OperationPage, { links }: Response): string {
  if (links.length === 0) return '';
  const items = links.map((one) => {
    const { name, description, parameters, requestBody, server } = one;
    const target = operationLink(one);
    const values = Object.entries(parameters).map(([key, value]) => ` ${code(`${key} = ${literalOf(value)}`)}`);
    const body = requestBody === undefined ? '' : `, with body ${code(literalOf(requestBody))}`;
    const place = server
      ? `, at ${serverUrls([server])
          .map(({ url }) => code(url))
          .join('')}`
      : '';
    const text = description && `: ${description.trim()}`;
    return `- ${target ? link(target.text, target.href) : name}${values.join('')}${body}${place}${text}`;
  });
  return `Links:\n\n${items.join('\n')}`;
}
