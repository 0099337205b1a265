import { isMultipart } from '../document/media-types.ts';
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

/** Those of a parameter or header that a page lists beside its value: several to choose from, or one of which more is said. */
export function listedExamples(examples: NamedExample[]): NamedExample[] {
  const told = examples.filter(({ value, externalValue }) => value !== undefined || externalValue !== undefined);
  const isMore = told.some(({ summary, description, value }) => summary || description || value === undefined);
  return told.length > 1 || isMore ? told : [];
}

/** Whether parts of a multipart body follow each other without names: the document tells of them by their place. */
export function hasPlacedParts({ mediaType, itemSchema, prefixEncoding, itemEncoding }: MediaType): boolean {
  return isMultipart(mediaType) && [itemSchema, prefixEncoding, itemEncoding].some((member) => member !== undefined);
}
