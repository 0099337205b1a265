/**
 * A header value or URL: a text, or the parts of one in which the reader's secrets stand, `['Bearer ', { variable: 'API_KEY' }]`.
 * Each language prints the environment's variable there.
 */
export type SecretText = string | readonly (string | Secret)[];

export interface Secret {
  /** Name of the environment variable that holds it: `API_KEY`. */
  variable: string;
  /** Set where it is none, but what the program has in a variable of its own: an id that an earlier answer told. */
  kept?: true;
}

/** A string of a JSON body with such values in it. */
export class BodyText {
  readonly text: SecretText;

  constructor(text: SecretText) {
    this.text = text;
  }
}

/** The texts and secrets of a text; no text is empty. */
export function partsOf(text: SecretText): readonly (string | Secret)[] {
  return typeof text === 'string' ? [text] : text;
}

/** One text after the other. */
export function joinTexts(...texts: SecretText[]): SecretText {
  const joined: (string | Secret)[] = [];
  for (const part of texts.flatMap(partsOf)) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  const [only = '', ...others] = joined;
  return others.length === 0 && typeof only === 'string' ? only : joined;
}

/** The text with something in the place of each secret. */
export function fillSecrets(text: SecretText, fill: (secret: Secret) => string): string {
  return partsOf(text)
    .map((part) => (typeof part === 'string' ? part : fill(part)))
    .join('');
}

/** What keeps a program from sending a request without its secrets, as people read it. */
export const notSet = 'is not set';

/** The environment variables of the secrets in a request, each once. */
export function secretsOf({ url, headers }: SampleRequest): string[] {
  const parts = [url, ...headers.map(([, value]) => value)].flatMap(partsOf);
  return [...new Set(parts.flatMap((part) => (typeof part === 'string' || part.kept ? [] : [part.variable])))];
}

/** A request to print as code. */
export interface SampleRequest {
  /** `POST`, `GET` … */
  method: string;
  /** Absolute and percent-encoded. A key may stand in its query. */
  url: SecretText;
  /** In the order to print. */
  headers: [name: string, value: SecretText][];
  /** A JSON value, `[name, value][]` or its encoded text for a form, text, or the name of a file. `undefined`: no body. */
  body?: unknown;
  /** How the body is written; `json` unless told. */
  bodyFormat?: BodyFormat;
  /** Media type of a multipart body, without its boundary; `multipart/form-data` unless told. */
  multipartType?: string;
  /** What comes back; `json` unless told. */
  responseFormat?: ResponseFormat;
  /** Name of the file that a response of bytes is written to. */
  responseFile?: string;
  /** What the reader has to know of it, each on one line. */
  notes?: string[];
}

/** `stream` is text that is shown as it comes, `file` bytes that are written to one. */
export type ResponseFormat = 'json' | 'text' | 'stream' | 'file' | 'none';

/** The notes as comments, each on a line of its own. */
export function comments({ notes = [] }: SampleRequest, sign: string): string[] {
  return notes.map((note) => `${sign} ${note}`);
}

export type BodyFormat = 'json' | 'form' | 'multipart' | 'text' | 'binary';

/**
 * Prints a request in one language, as a program that shows the answer. Without its secrets or without a connection it ends with a
 * sentence; where the answer is an error, with its status and its body, whatever that looks like. Pure, and safe for any text in
 * the request.
 */
export type Sample = (request: SampleRequest) => string;

/** Fields of a form or multipart body, in the order to send them. A name may stand there several times. */
export type FormFields = [name: string, value: FormValue][];

export type FormValue = string | FormPart;

/** A part with a media type or headers of its own, or a file of the reader's. */
export type FormPart = ({ file: string; type?: string } | { text: string; type: string }) & {
  /** Further headers of the part. */
  headers?: [name: string, value: string][];
};

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
