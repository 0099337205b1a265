import type { OpenApiDocument, Schema } from '../../../openapi/document/openapi-document.ts';
import { madeExample, shownExamples, UNFIT, writtenExample } from '../../../openapi/schema/example.ts';
import type { MediaType } from '../../../openapi/model/media-type.ts';
import { isOtherText } from '../../../openapi/document/media-types.ts';
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
export function responseExamples(document: OpenApiDocument, operation: Operation): ExampleView[] {
  return operation.responses.flatMap(({ status, content }) => {
    const [media] = content;
    if (!media || (!status.startsWith('2') && media.examples.length === 0)) return [];
    return [...bodyExamples(document, media, 'response'), ...otherFormats(document, content, 'response')].map(
      (example) => ({ ...example, status }),
    );
  });
}

/** The examples of a request's body that its sample does not show. */
export function otherBodies(document: OpenApiDocument, media: MediaType): ExampleView[] {
  const shown = shownExamples(document, media, 'request').findIndex(({ value }) => value !== undefined);
  return bodyExamples(document, media, 'request').filter((_, index) => index !== shown);
}

/** The examples of one body. */
export function bodyExamples(document: OpenApiDocument, media: MediaType, direction: Direction): ExampleView[] {
  const examples = shownExamples(document, media, direction);
  return examples.map(({ name, summary, description, value, externalValue }) => ({
    status: '',
    title: examples.length > 1 ? plainSummary(summary || name) : '',
    ...(description && { description: renderMarkdown(description) }),
    code:
      value === undefined
        ? markup`<p>${linkTo(externalValue, externalValue ?? '')}</p>`
        : exampleCode(value, media.mediaType),
  }));
}

/** An example in each further format that is written as text. */
export function otherFormats(
  document: OpenApiDocument,
  [, ...others]: MediaType[],
  direction: Direction,
): ExampleView[] {
  return others
    .filter(({ mediaType }) => isOtherText(mediaType))
    .flatMap((media) =>
      bodyExamples(document, media, direction)
        .slice(0, 1)
        .map((example) => ({ ...example, title: media.mediaType })),
    );
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
