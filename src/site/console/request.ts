/** Makes the request of a call: once to show as code, once to send. The key is only in the second. */
import { isJson } from '../../openapi/media-type.ts';
import type { OperationSlice, SliceParameter } from '../../openapi/slice.ts';
import type { SampleRequest } from '../../generators/samples/request.ts';
import { secretMark } from '../../generators/samples/request.ts';
import { parameterKey, sampleRequest } from '../../generators/samples/sample-request.ts';
import { bodyMediaType, editableParameters, fieldOf, typeOf, schemaObject } from './call.ts';
import type { Call } from './call.ts';

/** The environment variable that samples read the key from. */
export const secretVariable = 'ORBINTO_API_KEY';

export interface SendableRequest {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  body?: string;
}

/**
 * The call as samples print it, with a mark where the key belongs. A body that is not JSON is printed as it was typed.
 * @param server Base of the address, without a slash at its end.
 */
export function requestOf(slice: OperationSlice, call: Call, server: string): SampleRequest {
  const filled = editableParameters(slice).filter((parameter) => textOf(call, parameter) !== '');
  const parameters = new Map(
    filled.map((parameter) => [parameterKey(parameter), valueOf(slice, parameter, textOf(call, parameter))]),
  );
  const request = sampleRequest(slice, {
    server,
    parameters,
    body: call.body.trim() === '' ? undefined : call.body,
    secretVariable,
  });
  if (typeof request.body !== 'string' || request.bodyFormat !== 'json') return request;
  return { ...request, ...jsonBody(request.body) };
}

function jsonBody(text: string): Pick<SampleRequest, 'body' | 'bodyFormat'> {
  try {
    return { body: JSON.parse(text) as unknown, bodyFormat: 'json' };
  } catch {
    return { body: text, bodyFormat: 'text' };
  }
}

/** What is really sent: the key in its place, or nothing of it where there is no key; the body as it was typed. */
export function sendable(request: SampleRequest, call: Call, key: string): SendableRequest {
  const withKey = ([name, value]: [string, string]): [string, string][] => {
    if (!value.includes(secretMark)) return [[name, value]];
    return key === '' ? [] : [[name, value.replaceAll(secretMark, key)]];
  };
  return {
    method: request.method,
    url: request.url.replaceAll(secretMark, encodeURIComponent(key)),
    headers: request.headers.flatMap(withKey),
    ...(request.body !== undefined && { body: call.body }),
  };
}

/** Whether the operation asks for a key at all. */
export function needsKey(slice: OperationSlice): boolean {
  return (slice.security[0] ?? []).length > 0;
}

/** Whether a call may change data: whatever is not a read by its method, unless the spec says a read key is enough. */
export function changesData(slice: OperationSlice): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(slice.method) && slice.extensions['x-key-level'] !== 'read';
}

function textOf(call: Call, parameter: SliceParameter): string {
  return call.values[fieldOf(parameter)] ?? '';
}

/** A list is typed with commas between its items. */
function valueOf(slice: OperationSlice, parameter: SliceParameter, text: string): unknown {
  if (typeOf(schemaObject(slice, parameter.schema)) !== 'array') return text;
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The media type of the body where it is JSON. */
export function jsonMediaType(slice: OperationSlice): string | undefined {
  const mediaType = bodyMediaType(slice);
  return mediaType !== undefined && isJson(mediaType) ? mediaType : undefined;
}
