/** What an operation's request is like, without making one. */
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import type { BundledContent } from '../../openapi/bundle/bundled-body.ts';
import { hasFields, isMultipart, isText } from '../../openapi/model/media-type.ts';

export interface SendableRequest {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  body?: BodyInit;
}

/** Files that the reader chose, by the name that stands for them in the body. They live as long as the page. */
export type Files = ReadonlyMap<string, File>;

/** Whether the operation asks for a key at all. */
export function needsKey(operation: BundledOperation): boolean {
  return (operation.security[0] ?? []).length > 0;
}

/** Whether a call may change data: whatever is not a read by its method, unless the spec says a read key is enough. */
export function changesData(operation: BundledOperation): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(operation.method) && operation.extensions['x-key-level'] !== 'read';
}

/** Whether the text of a body is JSON: because that is what is sent, or because a form's fields are kept as JSON. */
export function takesValue(content: BundledContent | undefined): boolean {
  return content !== undefined && hasFields(content.mediaType);
}

/** Whether a body is a file of the reader's. */
export function takesFile(content: BundledContent | undefined): boolean {
  return content !== undefined && !isText(content.mediaType) && !isMultipart(content.mediaType);
}
