import type { EncodingObject } from '../document/openapi-document.ts';

/** How a member of a form is sent, where it is not as one expects. @see https://spec.openapis.org/oas/v3.1.1#encoding-object */
export interface PartEncoding {
  name: string;
  contentType?: string;
  /** Names of the part's own headers. */
  headers: string[];
  style?: string;
  /** Whether each item is sent by itself. */
  explode?: boolean;
}

/** The members of which a document tells anything. */
export function partEncodings(encoding: Record<string, EncodingObject> = {}): PartEncoding[] {
  return Object.entries(encoding).flatMap(([name, { contentType, headers = {}, style, explode }]) => {
    const part: PartEncoding = {
      name,
      headers: Object.keys(headers).filter((header) => !/^content-type$/i.test(header)),
      ...(contentType !== undefined && { contentType }),
      ...(style !== undefined && { style }),
      ...(explode !== undefined && { explode }),
    };
    return Object.keys(part).length > 2 || part.headers.length > 0 ? [part] : [];
  });
}
