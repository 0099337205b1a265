import { languages } from '../../../generators/samples/languages.ts';
import { sampleRequest } from '../../../generators/samples/sample-request.ts';
import type { OpenApiDocument, Schema } from '../../../openapi/document/openapi-document.ts';
import { examplesOf, madeExample, UNFIT } from '../../../openapi/schema/example.ts';
import type { MediaType, NamedExample } from '../../../openapi/model/media-type.ts';
import { isForm, isJson, isText, isXml } from '../../../openapi/model/media-type.ts';
import type { Operation } from '../../../openapi/model/operations.ts';
import type { Direction } from '../../../openapi/schema/fields.ts';
import { codeSamplesOf } from '../../../openapi/model/code-samples.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { highlight } from '../html/highlight.ts';
import { linkTo } from '../html/links.ts';
import { markup } from '../../../text/markup.ts';
import type { Html } from '../../../text/markup.ts';
import { plainSummary, renderMarkdown } from '../html/markdown.ts';
import type { Reference } from '../model.ts';

export interface SampleView {
  id: string;
  label: string;
  code: Html;
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
  return [...givenSamples(operation), ...printedSamples(reference, operation)];
}

function givenSamples(operation: Operation): SampleView[] {
  const labels = languages.map(({ label }) => label);
  return codeSamplesOf(operation.extensions, labels)
    .slice(0, MAX_GIVEN)
    .map(({ label, language, code }, index) => ({
      id: `given-${index + 1}`,
      label,
      code: highlight(shorten(code, MAX_PROGRAM), language),
    }));
}

function printedSamples({ document, options, secretVariable }: Reference, operation: Operation): SampleView[] {
  const request = sampleRequest(bundleOperation(document, operation), { secretVariable });
  return options.languages.flatMap((id) => {
    const language = languages.find((candidate) => candidate.id === id);
    if (!language) return [];
    const { label, grammar, print: program } = language;
    return [{ id, label, code: highlight(shorten(program(request), MAX_PROGRAM), grammar) }];
  });
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
  const shown = toldExamples(document, media, 'request').findIndex(({ value }) => value !== undefined);
  return bodyExamples(document, media, 'request').filter((_, index) => index !== shown);
}

function toldExamples(document: OpenApiDocument, media: MediaType, direction: Direction): NamedExample[] {
  return examplesOf(document, media, direction).filter(
    ({ value, externalValue }) => value !== undefined || externalValue !== undefined,
  );
}

/** The examples of one body. */
export function bodyExamples(document: OpenApiDocument, media: MediaType, direction: Direction): ExampleView[] {
  const examples = toldExamples(document, media, direction);
  return examples.map(({ name, summary, description, value, externalValue }) => ({
    status: '',
    title: examples.length > 1 ? plainSummary(summary || name) : '',
    ...(description && { description: renderMarkdown(description) }),
    code:
      value === undefined
        ? markup`<p>${linkTo(externalValue, externalValue ?? '')}</p>`
        : highlight(
            shorten(print(value, media.mediaType)),
            isJson(media.mediaType) ? 'json' : isXml(media.mediaType) ? 'xml' : 'text',
          ),
  }));
}

/** An example in each further format that is written as text. */
export function otherFormats(
  document: OpenApiDocument,
  [, ...others]: MediaType[],
  direction: Direction,
): ExampleView[] {
  return others
    .filter(({ mediaType }) => isText(mediaType) && !isJson(mediaType) && !isForm(mediaType))
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
    code: highlight(shorten(JSON.stringify(value ?? null, null, 2)), 'json'),
  };
}

function print(value: unknown, mediaType: string): string {
  return typeof value === 'string' && !isJson(mediaType) ? value : JSON.stringify(value, null, 2);
}

function shorten(text: string, limit = MAX_LENGTH): string {
  if (text.length <= limit) return text;
  const end = text.lastIndexOf('\n', limit);
  return `${text.slice(0, end > 0 ? end : limit)}\n…`;
}
