/** Stands in a header value or URL where the reader's secret belongs; each language prints its own variable there. */
export const secretMark = '\uE000';

/** A request to print as code. */
export interface SampleRequest {
  /** `POST`, `GET` … */
  method: string;
  /** Absolute and percent-encoded. May contain `secretMark` (a key in the query string). */
  url: string;
  /** In the order to print. Values may contain `secretMark`: `Bearer ${secretMark}`. */
  headers: [name: string, value: string][];
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
