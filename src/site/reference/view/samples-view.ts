import { bodyFormat } from '../../../generators/samples/sample-body.ts';
import type { OpenApiDocument, Schema } from '../../../openapi/document/openapi-document.ts';
import { contentExamples } from '../../../openapi/schema/content-examples.ts';
import type { MadeUp } from '../../../openapi/schema/content-examples.ts';
import { madeExample, shownExamples, UNFIT, unfitParameters, writtenExample } from '../../../openapi/schema/example.ts';
import type { MediaType } from '../../../openapi/model/media-type.ts';
import { isErrorResponse } from '../../../openapi/model/error-response.ts';
import type { Operation } from '../../../openapi/model/operations.ts';
import type { Direction } from '../../../openapi/schema/fields.ts';
import { highlight } from '../html/highlight.ts';
import { linkTo } from '../html/links.ts';
import { markup } from '../../../text/markup.ts';
import type { Html } from '../../../text/markup.ts';
import { plainSummary, renderMarkdown } from '../html/markdown.ts';
import type { Reference } from '../model.ts';
import { givenSamples, printedSamples } from './samples-of.ts';

export interface SampleView {
  id: string;
  label: string;
  code: Html;
  /** The same call by a client library. */
  byLibrary?: { library: string; code: Html; declaration: readonly string[] };
}

export interface ExampleView {
  /** `200`, `409`; '' in a request. */
  status: string;
  title: string;
  /** What the document says of it. */
  description?: Html;
  code: Html;
}

/** Larger examples are cut: a page is for reading, operation.json has the rest. */
const MAX_LENGTH = 6000;
/** A program is longer than the value it sends, and less readable when cut. */
const MAX_PROGRAM = 20_000;

/** No more samples of a document’s own are offered: `aside.css` shows one of them by its id. */
const MAX_GIVEN = 8;

/** The request of an operation as code: what the document brings along, then one for each language. */
export function samplesView(reference: Reference, operation: Operation): SampleView[] {
  const samples = [...givenSamples(operation).slice(0, MAX_GIVEN), ...printedSamples(reference, operation)];
  return samples.map(({ id, label, grammar, code, byLibrary }) => ({
    id,
    label,
    code: highlight(shorten(code, MAX_PROGRAM), grammar),
    ...(byLibrary && { byLibrary: { ...byLibrary, code: highlight(byLibrary.code, grammar) } }),
  }));
}

/** Example answers: of each success one at least, of errors those that the document gives. */
export function responseExamples(document: OpenApiDocument, { responses }: Operation): ExampleView[] {
  return responses.flatMap((response) => {
    const madeUp = isErrorResponse(response, responses) ? 'never' : 'as needed';
    const examples = bodyExamples(document, response.content, 'response', madeUp);
    return examples.map((example) => ({ ...example, status: response.status }));
  });
}

/** What stands below the samples of a request. */
export interface SampleNote {
  /** `Request body: A small one`, or the name of a parameter. */
  title: string;
  text: Html | undefined;
}

/** The examples of a request’s body: what the document says of the one that the samples send, and those that they do not. */
export function requestExamples(
  { document, options }: Reference,
  { requestBody, parameters }: Operation,
): { notes: SampleNote[]; others: ExampleView[] } {
  const content = requestBody?.content ?? [];
  const examples = bodyExamples(document, content, 'request');
  const [media] = content;
  const isWritten = media !== undefined && options.languages.length > 0 && bodyFormat(media.mediaType) !== 'binary';
  const at = isWritten ? shownExamples(document, media, 'request').findIndex(({ value }) => value !== undefined) : -1;
  const sent = examples[at];
  const unfit = options.languages.length > 0 ? unfitParameters(document, parameters) : [];
  return {
    notes: [
      ...(sent && (sent.title || sent.description)
        ? [{ title: ['Request body', sent.title].filter(Boolean).join(': '), text: sent.description }]
        : []),
      ...unfit.map((name) => ({ title: name, text: renderMarkdown(UNFIT) })),
    ],
    others: examples.filter((example) => example !== sent),
  };
}

/** The examples of one body in all its formats. */
export function bodyExamples(
  document: OpenApiDocument,
  content: MediaType[],
  direction: Direction,
  madeUp?: MadeUp,
): ExampleView[] {
  return contentExamples(document, content, direction, madeUp).map(({ example, mediaType, titles }) => {
    const { description, value, externalValue } = example;
    return {
      status: '',
      title: titles.map((title) => (title === mediaType ? title : plainSummary(title))).join(': '),
      ...(description && { description: renderMarkdown(description) }),
      code:
        value === undefined
          ? markup`<p>${linkTo(externalValue, externalValue ?? '')}</p>`
          : exampleCode(value, mediaType),
    };
  });
}

/** The example of a component, as it comes back. */
export function schemaExample(document: OpenApiDocument, schema: Schema, title: string): ExampleView {
  const { value, isFit } = madeExample(document, schema, 'response');
  return {
    status: '',
    title,
    ...(!isFit && { description: renderMarkdown(UNFIT) }),
    code: exampleCode(value),
  };
}

function exampleCode(value: unknown, mediaType?: string): Html {
  const { text, language } = writtenExample(value, mediaType);
  return highlight(shorten(text), language);
}

function shorten(text: string, limit = MAX_LENGTH): string {
  if (text.length <= limit) return text;
  const end = text.lastIndexOf('\n', limit);
  return `${text.slice(0, end > 0 ? end : limit)}\n…`;
}
