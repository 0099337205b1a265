/** What a sample does with the response. */
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { isEventStream, isForm, isJson, isJsonSequence, isText } from '../../openapi/document/media-types.ts';
import { fileName } from './file-name.ts';
import type { SampleRequest } from './request.ts';

/** JSON is parsed, other text shown, a stream of values shown as it comes, bytes written to a file. */
export function responseOf({
  method,
  responses,
  success,
}: BundledOperation): Pick<SampleRequest, 'responseFormat' | 'responseFile'> {
  const [content] = responses[success]?.content ?? [];
  if (content === undefined || method === 'HEAD') return { responseFormat: 'none' };
  const { mediaType, schema, itemSchema } = content;
  const isRange = mediaType.includes('*');
  if (isJson(mediaType) || (isRange && schema !== undefined && !isBytes(schema))) return { responseFormat: 'json' };
  if (itemSchema !== undefined || isEventStream(mediaType) || isJsonSequence(mediaType))
    return { responseFormat: 'stream' };
  if (isText(mediaType) || isForm(mediaType)) return { responseFormat: 'text' };
  return { responseFormat: 'file', responseFile: fileName(mediaType, undefined, 'response') };
}

function isBytes(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'format' in schema && schema.format === 'binary';
}
