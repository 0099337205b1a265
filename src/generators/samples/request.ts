/**
 * A header value or URL: a text, or the parts of one that has the reader's secret between each two, `['Bearer ', '']`.
 * Each language prints its own variable there.
 */
export type SecretText = string | readonly string[];

/** The secret alone. */
export const SECRET: SecretText = ['', ''];

/** What stands before, between and after secrets; the text itself where it has none. */
export function partsOf(text: SecretText): readonly string[] {
  return typeof text === 'string' ? [text] : text;
}

/** One text after the other. */
export function joinTexts(...texts: SecretText[]): SecretText {
  const joined = texts.map(partsOf).reduce((before, [first = '', ...rest]) => {
    const last = (before.at(-1) ?? '') + first;
    return [...before.slice(0, -1), last, ...rest];
  }, []);
  return joined.length > 1 ? joined : (joined[0] ?? '');
}

/** A request to print as code. */
export interface SampleRequest {
  /** `POST`, `GET` … */
  method: string;
  /** Absolute and percent-encoded. A key may stand in its query. */
  url: SecretText;
  /** In the order to print. */
  headers: [name: string, value: SecretText][];
  /** A JSON value, `[name, value][]` for a form, or text. `undefined`: no body. */
  body?: unknown;
  /** How the body is written; `json` unless told. */
  bodyFormat?: BodyFormat;
  /** What comes back; `json` unless told. */
  responseFormat?: 'json' | 'text' | 'none';
  /** Name of the environment variable that holds the secret: `API_KEY`. */
  secretVariable: string;
}

export type BodyFormat = 'json' | 'form' | 'multipart' | 'text' | 'binary';

/** Prints a request in one language. Pure, and safe for any text in the request. */
export type Sample = (request: SampleRequest) => string;

/** Fields of a form or multipart body, in the order to send them. A name may stand there several times. */
export type FormFields = [name: string, value: FormValue][];

export type FormValue = string | FormPart;

/** A part with a media type of its own, or a file of the reader's. */
export type FormPart = { file: string; type?: string } | { text: string; type: string };

/** The body of a form request, whatever was given. */
export function formFields(body: unknown): FormFields {
  if (Array.isArray(body)) return body as FormFields;
  return Object.entries(body ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
}

/** Whether a form has a name twice, which a map could not hold. */
export function repeatsNames(fields: FormFields): boolean {
  return new Set(fields.map(([name]) => name)).size < fields.length;
}

/**
 * What stands in the part's header: the file's name, or one for a text that a library only gives a media type as a file.
 * @see https://www.rfc-editor.org/rfc/rfc7578#section-4.2
 */
export function fileNameOf(name: string, part: FormPart): string {
  return 'file' in part ? part.file : name;
}
