import type { PartEncodings, Schema } from '../document/openapi-document.ts';

/** A body in one format, its examples named and resolved. */
export interface MediaType {
  /** `application/json; charset=utf-8`, as the document says. */
  mediaType: string;
  schema?: Schema;
  /** Of each item of a body whose items come one after the other. */
  itemSchema?: Schema;
  /** The document's own examples; those made from the schema come from `example.ts`. */
  examples: NamedExample[];
  encoding?: PartEncodings['encoding'];
  /** Of parts that have a place and no name: of the first ones, and of all further ones. */
  prefixEncoding?: PartEncodings['prefixEncoding'];
  itemEncoding?: PartEncodings['itemEncoding'];
}

export interface NamedExample {
  /** Key in `examples`; '' for a single `example`. */
  name: string;
  summary: string;
  /** Markdown. */
  description: string;
  /** As data, or the text that is sent where its media type is none of data. */
  value: unknown;
  /** How it is sent, where the document tells it. */
  serialized?: string;
  externalValue?: string;
}

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

/** Whether parts of a multipart body follow each other without names: the document tells of them by their place. */
export function hasPlacedParts({ mediaType, itemSchema, prefixEncoding, itemEncoding }: MediaType): boolean {
  return isMultipart(mediaType) && [itemSchema, prefixEncoding, itemEncoding].some((member) => member !== undefined);
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
