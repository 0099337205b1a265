/** What an operation's request is like, without making one. */
import type { OperationSlice } from '../../openapi/slice.ts';
import type { SliceContent } from '../../openapi/body-slice.ts';
import { hasFields, isMultipart, isText } from '../../openapi/media-type.ts';

export interface SendableRequest {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  body?: BodyInit;
}

/** Files that the reader chose, by the name that stands for them in the body. They live as long as the page. */
export type Files = ReadonlyMap<string, File>;

/** Whether the operation asks for a key at all. */
export function needsKey(slice: OperationSlice): boolean {
  return (slice.security[0] ?? []).length > 0;
}

/** Whether a call may change data: whatever is not a read by its method, unless the spec says a read key is enough. */
export function changesData(slice: OperationSlice): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(slice.method) && slice.extensions['x-key-level'] !== 'read';
}

/** Whether the text of a body is JSON: because that is what is sent, or because a form's fields are kept as JSON. */
export function takesValue(content: SliceContent | undefined): boolean {
  return content !== undefined && hasFields(content.mediaType);
}

/** Whether a body is a file of the reader's. */
export function takesFile(content: SliceContent | undefined): boolean {
  return content !== undefined && !isText(content.mediaType) && !isMultipart(content.mediaType);
}
