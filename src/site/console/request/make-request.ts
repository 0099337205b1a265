/**
 * Makes the request of a call: once to show as code, once to send. The key is only in the second.
 * Fetched with the first change or Send: the form itself does without.
 */
import { isJson } from '../../../openapi/model/media-type.ts';
import type { BundledContent } from '../../../openapi/bundle/bundled-body.ts';
import type { BundledOperation, BundledParameter } from '../../../openapi/bundle/bundled-operation.ts';
import { isRecord } from '../../../openapi/document/refs.ts';
import type { FormPart, SampleRequest } from '../../../generators/samples/request.ts';
import { fileNameOf, formFields, partsOf } from '../../../generators/samples/request.ts';
import { parameterKey, sampleRequest } from '../../../generators/samples/sample-request.ts';
import { parseJson } from '../../../json-text/tree.ts';
import { contentOf, editableParameters, fieldOf, typeOf, schemaObject } from './input/request-input.ts';
import type { RequestInput } from './input/request-input.ts';
import { takesValue } from './input/body-content.ts';
import type { Files } from './input/body-content.ts';
import type { SendableRequest } from '../../session/request/send-request.ts';

/** The environment variable that samples read the key from. */
export const secretVariable = 'ORBINTO_API_KEY';

/**
 * The call as samples print it, without the key. A body that cannot be read is printed as it was typed.
 * @param server Base of the address, without a slash at its end.
 */
export function requestOf(operation: BundledOperation, call: RequestInput, server: string): SampleRequest {
  const filled = editableParameters(operation).filter((parameter) => textOf(call, parameter) !== '');
  const parameters = new Map(
    filled.map((parameter) => [parameterKey(parameter), valueOf(operation, parameter, textOf(call, parameter))]),
  );
  const content = contentOf(operation, call);
  const { body, readable } = readBody(content, call.body);
  const request = sampleRequest(operation, { server, parameters, body, mediaType: content?.mediaType, secretVariable });
  if (request.body === undefined) return request;
  if (!readable) return { ...request, body: call.body, bodyFormat: 'text' };
  return request.bodyFormat === 'binary' ? { ...request, body: call.body } : request;
}

/** What was typed, as the value it spells where the body is one. A form has to be an object: its fields. */
function readBody(content: BundledContent | undefined, text: string): { body: unknown; readable: boolean } {
  if (text.trim() === '') return { body: undefined, readable: true };
  if (!takesValue(content)) return { body: text, readable: true };
  try {
    const body: unknown = JSON.parse(text);
    return { body, readable: isJson(content?.mediaType ?? '') || isRecord(body) };
  } catch {
    return { body: text, readable: false };
  }
}

/** What is really sent: the key in its place, or nothing of it where there is no key; the body as it was typed. */
export function sendable(
  request: SampleRequest,
  call: RequestInput,
  key: string,
  files: Files = new Map(),
): SendableRequest {
  const withKey = ([name, value]: SampleRequest['headers'][number]): [string, string][] => {
    if (typeof value === 'string') return [[name, value]];
    return key === '' ? [] : [[name, value.join(key)]];
  };
  const body = request.body === undefined ? undefined : encoded(request, call, files);
  const headers = request.headers.flatMap(withKey);
  return {
    method: request.method,
    url: partsOf(request.url).join(encodeURIComponent(key)),
    headers: body instanceof File ? headers.map((header) => withFileType(header, body)) : headers,
    ...(body !== undefined && { body }),
  };
}

/** A document may name a range of media types, `image/*`; what is sent is one of them. */
function withFileType([name, value]: [string, string], { type }: File): [string, string] {
  const isRange = name === 'Content-Type' && value.includes('*');
  return [name, isRange ? type || 'application/octet-stream' : value];
}

function encoded({ body, bodyFormat: format }: SampleRequest, call: RequestInput, files: Files): BodyInit {
  if (format === 'binary') return files.get(call.body) ?? '';
  if (format === 'form')
    return new URLSearchParams(formFields(body).map(([name, value]) => [name, String(value)])).toString();
  if (format !== 'multipart') return call.body;
  const form = new FormData();
  for (const [name, value] of formFields(body)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, blobOf(value, files), fileNameOf(name, value));
  }
  return form;
}

/** A file has the media type that the browser finds for it, unless the document says another. */
function blobOf(part: FormPart, files: Files): Blob {
  const content = 'file' in part ? (files.get(part.file) ?? '') : part.text;
  const { type = typeof content === 'string' ? '' : content.type } = part;
  return new Blob([content], { type });
}

function textOf(call: RequestInput, parameter: BundledParameter): string {
  return call.values[fieldOf(parameter)] ?? '';
}

/** A list is typed with commas between its items, an object as JSON. */
function valueOf(operation: BundledOperation, parameter: BundledParameter, text: string): unknown {
  const type = typeOf(schemaObject(operation, parameter.schema));
  if (type === 'object' && parseJson(text)?.type === 'object') return JSON.parse(text) as unknown;
  if (type !== 'array') return text;
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
