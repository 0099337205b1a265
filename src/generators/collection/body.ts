/** The bodies of a collection's requests. */
import { bundleOperation } from '../../openapi/bundle/bundled-operation.ts';
import type { BundledContent } from '../../openapi/bundle/bundled-body.ts';
import { isJson, isJsonSequence } from '../../openapi/document/media-types.ts';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { Operation } from '../../openapi/model/operations.ts';
import { unusedMark } from '../../json-text/exact-number.ts';
import { jsonText } from '../samples/literal.ts';
import { multipartHeader, partsText } from '../samples/multipart.ts';
import { formFields, joinTexts, partsOf } from '../samples/request.ts';
import type { FormFields, FormPart, FormValue, SecretText } from '../samples/request.ts';
import { sampleBody, unwritten } from '../samples/sample-body.ts';
import type { SampleBody } from '../samples/sample-body.ts';
import type { ChainedId } from './chained-ids.ts';

/** What a sample sends of the same request, for each format to print in its own form. Ids that another request tells are variables. */
export type CollectionBody = {
  /** Those of the sample. */
  notes: string[];
} & (
  | { kind: 'json' | 'text'; contentType: string; text: SecretText }
  | { kind: 'form'; contentType: string; fields: CollectionField[] }
  | { kind: 'multipart'; parts: CollectionPart[] }
  | { kind: 'file'; contentType: string; file: string }
);

export interface CollectionField {
  name: string;
  text: SecretText;
}

/** Of a multipart body: text, or a file of the reader's. */
export type CollectionPart = { name: string; type?: string; headers?: FormPart['headers'] } & (
  { text: SecretText } | { file: string }
);

/** The first example of a request's body; undefined where it takes none. */
export function collectionBody(
  document: OpenApiDocument,
  operation: Operation,
  chained: ReadonlyMap<string, ChainedId>,
): CollectionBody | undefined {
  const bundled = bundleOperation(document, operation);
  const [media] = bundled.body?.content ?? [];
  if (!bundled.body || !media) return undefined;
  const marks = new Marks(media, chained);
  const marked = { ...bundled, body: { ...bundled.body, content: [marks.put(media)] } };
  return printable(sampleBody(marked, {}), (text) => marks.take(text));
}

/** The variables that stand in a body, each once. */
export function bodyIds(body: CollectionBody): string[] {
  const parts = textsOf(body).flatMap(partsOf);
  return [...new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [part.variable])))];
}

function textsOf(body: CollectionBody): SecretText[] {
  if (body.kind === 'file') return [];
  if (body.kind === 'form') return body.fields.map(({ text }) => text);
  if (body.kind === 'multipart') return body.parts.flatMap((part) => ('file' in part ? [] : [part.text]));
  return [body.text];
}

/** Its media type, unless what writes it adds a boundary to that. */
export function contentTypeOf(body: CollectionBody | undefined): string | undefined {
  return body === undefined || body.kind === 'multipart' ? undefined : body.contentType;
}

/** What the reader has to know of a body, a line a note. */
export function bodyNotes(body: CollectionBody | undefined): string[] {
  return body === undefined ? [] : [...body.notes, ...new Set(filesOf(body).map(fileNote))];
}

function filesOf(body: CollectionBody): string[] {
  if (body.kind === 'file') return [body.file];
  return body.kind === 'multipart' ? body.parts.flatMap((part) => ('file' in part ? [part.file] : [])) : [];
}

function fileNote(file: string): string {
  return `${file} is a file of yours: put it beside this collection, or choose another.`;
}

/** Notes for a program that can give no text of a multipart body a media type, and no part headers of its own. */
export function untypedNotes(body: CollectionBody | undefined): string[] {
  if (body?.kind !== 'multipart') return [];
  const untyped = body.parts.flatMap((part) =>
    'file' in part || part.type === undefined
      ? []
      : [`The part ${part.name} is sent without its media type, ${part.type}.`],
  );
  return [...untyped, ...unheadedNotes(body)];
}

/** Of parts, for programs that send none of a part's own headers. */
export function unheadedNotes(body: CollectionBody | undefined): string[] {
  if (body?.kind !== 'multipart') return [];
  return body.parts.flatMap(({ name, headers = [] }) =>
    headers.length === 0 ? [] : [`The part ${name} is sent without ${headers.map(([header]) => header).join(', ')}.`],
  );
}

function printable(sample: SampleBody, filled: (text: string) => SecretText): CollectionBody | undefined {
  const { body, bodyFormat = 'json', contentType = '', multipartType, notes = [] } = sample;
  if (body === undefined) return undefined;
  switch (bodyFormat) {
    case 'json':
      return { kind: 'json', contentType, text: filled(plainJson(jsonText(body))), notes };
    case 'binary':
      return { kind: 'file', contentType, file: String(body), notes };
    case 'multipart':
      if (multipartType !== undefined) return printable(ownMultipart(formFields(body), multipartType), filled);
      return { kind: 'multipart', parts: formFields(body).map(([name, value]) => partOf(name, value, filled)), notes };
    case 'form':
      if (typeof body !== 'string') {
        const fields = formFields(body).map(([name, value]) => ({ name, text: filled(String(value)) }));
        return { kind: 'form', contentType, fields, notes };
      }
      return { kind: 'text', contentType, text: filled(body), notes };
    case 'text':
      return { kind: 'text', contentType, text: filled(ownText(String(body), contentType)), notes };
  }
}

/** What programs send in parts is a form's: any other multipart body is given as its text, or as a file where files are in it. */
function ownMultipart(fields: FormFields, multipartType: string): SampleBody {
  if (fields.some(([, value]) => typeof value !== 'string' && 'file' in value)) return unwritten(multipartType);
  const parts = fields.map(([name, value]): FormFields[number] => {
    if (typeof value === 'string' || 'file' in value) return [name, value];
    return [name, { ...value, text: ownText(value.text, value.type) }];
  });
  return { body: partsText(parts), bodyFormat: 'text', contentType: multipartHeader(multipartType)[1] };
}

function partOf(name: string, value: FormValue, filled: (text: string) => SecretText): CollectionPart {
  if (typeof value === 'string') return { name, text: filled(value) };
  if ('file' in value) return { name, ...value };
  return { name, ...value, text: filled(ownText(value.text, value.type)) };
}

function ownText(text: string, mediaType: string): string {
  return isJson(mediaType) || isJsonSequence(mediaType) ? plainJson(text) : text;
}

/** What a program would read as a variable in texts of JSON is escaped as JSON allows: `{{`, `{%`, `<<`. */
export function plainJson(json: string): string {
  return json.replace(/"(?:[^"\\\n]|\\.)*"/g, (text) =>
    text.replace(/\{(?=[{%#])/g, '\\u007b').replaceAll('<<', '<\\u003c'),
  );
}

/** Stands for variables while a body is encoded: letters that nothing encodes, and that are in no example. */
class Marks {
  readonly #mark: string;
  readonly #ids: readonly string[];
  readonly #files: ReadonlySet<string>;

  constructor({ examples, parts = {} }: BundledContent, chained: ReadonlyMap<string, ChainedId>) {
    this.#mark = unusedMark(JSON.stringify(examples));
    this.#ids = [...chained.keys()];
    this.#files = new Set(Object.keys(parts).filter((name) => parts[name]?.file));
  }

  /** The same with a mark in the place of each known id. */
  put(media: BundledContent): BundledContent {
    if (this.#ids.length === 0) return media;
    return {
      ...media,
      examples: media.examples.map((example) => ({ ...example, value: this.#marked(example.value) })),
    };
  }

  /** The text with variables in the place of marks. */
  take(text: string): SecretText {
    const pieces = text.split(new RegExp(`${this.#mark}(\\d+)${this.#mark}`));
    return joinTexts(
      ...pieces.map((piece, index): SecretText => {
        const variable = index % 2 === 1 ? this.#ids[Number(piece)] : undefined;
        return variable === undefined ? piece : [{ variable, kept: true }];
      }),
    );
  }

  #marked(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#marked(item));
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        const id = typeof member === 'string' && !this.#files.has(name) ? this.#ids.indexOf(name) : -1;
        return [name, id < 0 ? this.#marked(member) : `${this.#mark}${id}${this.#mark}`];
      }),
    );
  }
}
