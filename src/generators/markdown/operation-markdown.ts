import { methodText } from '../../openapi/model/method.ts';
import type { Operation, Parameter } from '../../openapi/model/operations.ts';
import { UNFIT, unfitParameters } from '../../openapi/schema/example.ts';
import { bodyMarkdown, examplesMarkdown } from './body-markdown.ts';
import { headerItem } from './header-markdown.ts';
import type { AccessNeed, OperationPage } from './operation-page.ts';
import { answersMarkdown, responsesMarkdown } from './responses-markdown.ts';
import type { SchemaMarkdown } from './schema-markdown.ts';
import { serverList } from './server-markdown.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { blocks, code, fence, indent, link, linkedCode, prose } from './markdown-syntax.ts';

const PLACES: [Parameter['in'], string][] = [
  ['path', 'Path parameters'],
  ['query', 'Query parameters'],
  ['querystring', 'Query string'],
  ['header', 'Headers'],
  ['cookie', 'Cookies'],
];

const DEPRECATED = '**Deprecated:** new code should not use this.';

/** All that a client of one operation needs to know, as Markdown. Links are those that were given, and those of the document. */
export function operationMarkdown(page: OperationPage): string {
  const { operation, kind, document, schemas } = page;
  const isEvent = kind === 'event';
  const direction = isEvent ? 'response' : 'request';
  const { requestBody } = operation;
  return `${blocks(
    `# ${escapeMarkdown(isEvent ? operation.path : operation.summary)}`,
    operation.deprecated && DEPRECATED,
    prose(operation.description || (isEvent ? operation.summary : ''), 1),
    docsLink(operation),
    factList(page),
    ...PLACES.map(([place, title]) => parameterSection(schemas, operation, place, title)),
    requestBody && `## ${isEvent ? 'Payload' : `Request body${requestBody.required ? ' (required)' : ''}`}`,
    requestBody && prose(requestBody.description, 2),
    requestBody && bodyMarkdown(schemas, requestBody.content, direction),
    requestBody && examplesMarkdown(document, requestBody.content, direction, { mark: '###' }),
    responsesMarkdown(page),
    callbackSection(page),
    page.samples.length > 0 && blocks('## Samples', ...unfit(page)),
    ...page.samples.flatMap(({ label, code: text, grammar, declaration }) => [
      `### ${label}`,
      fence(text, grammar),
      declaration !== undefined && `Declared as: ${code(declaration)}`,
    ]),
    page.inPage !== '' && blocks('## In the page', page.inPage),
    page.history.length > 0 && '## History',
    page.history.length > 0 && page.history.map(historyItem).join('\n'),
  )}\n`;
}

/** Which parameters have a value in the samples that is not right in every point. */
function unfit({ document, operation }: OperationPage): string[] {
  return unfitParameters(document, operation.parameters).map((name) => `${code(name)}: ${UNFIT}`);
}

function docsLink({ externalDocs }: Operation): string | undefined {
  return externalDocs && link(externalDocs.description ?? 'More about this', externalDocs.url);
}

/** Names stand between backticks already; all else of the text is plain words. */
function historyItem({ version, href, text, isBreaking }: OperationPage['history'][number]): string {
  const words = text.split('`').map((part, index) => (index % 2 === 1 ? code(part) : escapeMarkdown(part)));
  return `- ${link(version, href)}: ${isBreaking ? '**Breaking:** ' : ''}${words.join('')}`;
}

function factList({ operation, kind, access, facts }: OperationPage): string {
  const extra = facts.map(({ label, values }) => `- ${label}: ${values.map(linkedCode).join(', ')}`);
  if (kind === 'event')
    return [
      `- Sent as: ${code(methodText(operation.method))} to your address`,
      ...sentAccess(access(operation)),
      ...extra,
    ].join('\n');
  return [
    `- Request: ${code(`${methodText(operation.method)} ${operation.path}`)}`,
    ...(operation.givenId === undefined ? [] : [`- Operation: ${code(operation.givenId)}`]),
    `- Server${operation.servers.length > 1 ? 's, one of' : ''}:`,
    indent(serverList(operation.servers)),
    ...accessList(access(operation)),
    ...operation.labels.map(({ kind, title }) => `- ${escapeMarkdown(kind)}: ${escapeMarkdown(title)}`),
    ...extra,
  ].join('\n');
}

function accessList(access: AccessNeed[][]): string[] {
  const needed = access.filter((alternative) => alternative.length > 0);
  if (needed.length === 0) return ['- Authorization: none needed'];
  const isOptional = needed.length < access.length;
  return [
    `- Authorization${needed.length > 1 || isOptional ? ', one of' : ''}:`,
    ...needed.map((alternative) => `  - ${alternative.map(need).join(', and ')}`),
    ...(isOptional ? ['  - none'] : []),
  ];
}

/** What a call of the API comes with, where the document says it. */
function sentAccess(access: AccessNeed[][]): string[] {
  return access.some((alternative) => alternative.length > 0) ? accessList(access) : [];
}

function need({ title, deprecated, href, how, details }: AccessNeed): string {
  const told = details.map(({ label, values }) => ` · ${label} ${values.map(linkedCode).join(', ')}`).join('');
  const name = href === undefined ? code(title) : `${link(title, href)} (${code(how)})`;
  return `${name}${deprecated ? ', deprecated' : ''}${told}`;
}

function parameterSection(
  schemas: SchemaMarkdown,
  operation: Operation,
  place: string,
  title: string,
  mark = '##',
): string {
  const group = operation.parameters.filter((parameter) => parameter.in === place);
  if (group.length === 0) return '';
  return `${mark} ${title}\n\n${group.map((parameter) => headerItem(schemas, parameter)).join('\n')}`;
}

/** Calls that the API makes to the reader's server: what it sends, and what to answer. */
function callbackSection(page: OperationPage): string {
  const { schemas, document, operation } = page;
  if (operation.callbacks.length === 0) return '';
  const parts = operation.callbacks.map(({ name, operation: called }) => {
    const { method, path, summary, description, requestBody } = called;
    const request = `${methodText(method)} ${path}`;
    return blocks(
      `### ${name}`,
      code(request),
      called.deprecated && DEPRECATED,
      sentAccess(page.access(called)).join('\n'),
      summary !== request && summary,
      prose(description, 3),
      docsLink(called),
      ...PLACES.map(([place, title]) => parameterSection(schemas, called, place, title, '####')),
      requestBody?.required && 'Payload (required)',
      requestBody && prose(requestBody.description, 3),
      requestBody && bodyMarkdown(schemas, requestBody.content, 'response'),
      requestBody && examplesMarkdown(document, requestBody.content, 'response', { mark: '####' }),
      answersMarkdown(page, called.responses),
    );
  });
  return blocks('## Callbacks', ...parts);
}
