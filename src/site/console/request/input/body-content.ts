/** What a body of a media type is made of. */
import type { BundledContent } from '../../../../openapi/bundle/bundled-body.ts';
import { hasFields, isMultipart, isText } from '../../../../openapi/document/media-types.ts';

/** Files that the reader chose, by the name that stands for them in the body. They live as long as the page. */
export type Files = ReadonlyMap<string, File>;

/** Whether the text of a body is JSON: because that is what is sent, or because a form's fields are kept as JSON. */
export function takesValue(content: BundledContent | undefined): boolean {
  return content !== undefined && hasFields(content.mediaType) && !content.placed;
}

/** Whether a body is a file of the reader's. */
export function takesFile(content: BundledContent | undefined): boolean {
  return content !== undefined && !isText(content.mediaType) && !isMultipart(content.mediaType);
}
