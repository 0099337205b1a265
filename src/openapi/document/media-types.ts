/** `application/json`, `application/problem+json`, `text/json` … */
export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(?:;|$)/i.test(mediaType);
}

export function isXml(mediaType: string): boolean {
  return /^[^;]*[/+]xml\b/i.test(mediaType);
}

export function isForm(mediaType: string): boolean {
  return /urlencoded/i.test(mediaType);
}

export function isMultipart(mediaType: string): boolean {
  return /^multipart/i.test(mediaType);
}

/** The media type that is sent where a document names several, with commas between them: the first; a range names none. */
export function concreteType(contentType: string | undefined): string | undefined {
  const first = contentType?.split(',')[0]?.trim();
  return first?.includes('*') ? undefined : first;
}

/** Whether a body has named fields: it is JSON, or a form whose fields are kept as JSON. */
export function hasFields(mediaType: string): boolean {
  return isJson(mediaType) || isForm(mediaType) || isMultipart(mediaType);
}

const TEXT = /^text\/|[/+](?:x-)?(?:json|ndjson|jsonl|xml|yaml|javascript)\b|urlencoded/i;

/** Text that a page can show: JSON, XML, forms, `text/*`. */
export function isText(mediaType: string): boolean {
  return TEXT.test(mediaType);
}

/** Text whose look another format does not tell: neither JSON nor a form. */
export function isOtherText(mediaType: string): boolean {
  return isText(mediaType) && !isJson(mediaType) && !isForm(mediaType);
}

/** Server-sent events. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function isEventStream(mediaType: string): boolean {
  return /^text\/event-stream\b/i.test(mediaType);
}

/** One JSON value after the other: NDJSON, JSON Lines, JSON text sequences. */
export function isJsonSequence(mediaType: string): boolean {
  return /^[^;]*[/+](?:x-)?(?:ndjson|jsonl|json-?lines|json-seq)\b/i.test(mediaType);
}
