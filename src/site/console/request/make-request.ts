/**
 * Makes the request of a call: once to show as code, once to send. The key is only in the second.
 * Fetched with the first change or Send: the form itself does without.
 */
import { isJson } from '../../../openapi/document/media-types.ts';
import type { BundledContent } from '../../../openapi/bundle/bundled-body.ts';
import type { BundledOperation, BundledParameter } from '../../../openapi/bundle/bundled-operation.ts';
import { isRecord } from '../../../openapi/document/refs.ts';
import type { SampleRequest } from '../../../generators/samples/request.ts';
import { fillSecrets, formFields } from '../../../generators/samples/request.ts';
import { typeOfFile } from '../../../generators/samples/file-name.ts';
import { formText } from '../../../generators/samples/form-text.ts';
import { isByHand, multipartEnd, multipartHeader, partHead } from '../../../generators/samples/multipart.ts';
import { parameterKey, sampleRequest } from '../../../generators/samples/sample-request.ts';
import { parseExact } from '../../../json-text/exact-number.ts';
import { repeatsName } from '../../../json-text/repeats-name.ts';
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
  const parameters = new Map(filledIn(operation, call).map(([parameter, value]) => [parameterKey(parameter), value]));
  const content = contentOf(operation, call);
  const { body, readable } = readBody(content, call.body);
  const request = sampleRequest(operation, { server, parameters, body, mediaType: content?.mediaType, secretVariable });
  if (request.body === undefined) return request;
  if (!readable) return { ...request, body: call.body, bodyFormat: 'text' };
  if (request.bodyFormat !== 'binary') return request;
  return { ...request, body: call.body, headers: request.headers.map((header) => withFileType(header, content, call)) };
}

/** The parameters of a call that are sent, with the values that their texts spell. */
export function filledIn(operation: BundledOperation, call: RequestInput): [BundledParameter, unknown][] {
  return editableParameters(operation)
    .filter((parameter) => textOf(call, parameter) !== '')
    .map((parameter) => [parameter, valueOf(operation, parameter, textOf(call, parameter))]);
}

/** A document may name a range of media types, `image/*`: a file tells its own. */
function withFileType(
  header: SampleRequest['headers'][number],
  content: BundledContent | undefined,
  call: RequestInput,
): SampleRequest['headers'][number] {
  const type = content?.mediaType.includes('*') ? typeOfFile(call.body) : undefined;
  return header[0] === 'Content-Type' && type !== undefined ? ['Content-Type', type] : header;
}

/** What was typed, as the value it spells where the body is one. A form has to be an object: its fields. */
function readBody(content: BundledContent | undefined, text: string): { body: unknown; readable: boolean } {
  if (text.trim() === '') return { body: undefined, readable: true };
  if (!takesValue(content)) return { body: text, readable: true };
  try {
    const body: unknown = parseExact(text);
    // A literal could not hold a name twice.
    return { body, readable: isJson(content?.mediaType ?? '') ? !repeatsName(text) : isRecord(body) };
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
  const withKey = ([name, value]: SampleRequest['headers'][number]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : key === '' ? [] : [[name, fillSecrets(value, () => key)]];
  const body = request.body === undefined ? undefined : encoded(request, call, files);
  return {
    method: request.method,
    url: fillSecrets(request.url, () => encodeURIComponent(key)),
    headers: request.headers.flatMap(withKey),
    ...(body !== undefined && { body }),
  };
}

function encoded(request: SampleRequest, call: RequestInput, files: Files): BodyInit {
  const { body, bodyFormat: format, headers } = request;
  // An editor keeps no carriage returns, and parts are cut by them.
  if (
    format === 'text' &&
    headers.some(([name, value]) => name === 'Content-Type' && /^multipart/i.test(String(value)))
  )
    return call.body.replace(/\r?\n/g, '\r\n');
  switch (format) {
    case 'binary':
      return files.get(call.body) ?? '';
    case 'form':
      return formText(body);
    case 'multipart':
      return multipartBody(request, files);
    default:
      return call.body;
  }
}

function multipartBody(request: SampleRequest, files: Files): BodyInit {
  const fields = formFields(request.body);
  if (isByHand(request)) {
    const parts = fields.flatMap(([name, value]) => {
      if (typeof value === 'string') return [partHead(name, value), value, '\r\n'];
      if (!('file' in value)) return [partHead(name, value), value.text, '\r\n'];
      const blob = blobOf(value, files);
      const type = blob.type || 'application/octet-stream';
      return [partHead(name, { ...value, type }), blob, '\r\n'];
    });
    return new Blob([...parts, multipartEnd], { type: multipartHeader(request.multipartType)[1] });
  }
  const form = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === 'string') form.append(name, value);
    else if ('file' in value) form.append(name, blobOf(value, files), value.file);
  }
  return form;
}

/** A file has the media type that the document or its name tells, else the one that the browser finds. */
function blobOf({ file, type }: { file: string; type?: string }, files: Files): Blob {
  const content = files.get(file) ?? new Blob();
  return new Blob([content], { type: type ?? content.type });
}

function textOf(call: RequestInput, parameter: BundledParameter): string {
  return call.values[fieldOf(parameter)] ?? '';
}

/** A list is typed with commas between its items, or as JSON; an object as JSON, and what is sent as JSON where it is some. */
function valueOf(operation: BundledOperation, parameter: BundledParameter, text: string): unknown {
  const type = typeOf(schemaObject(operation, parameter.schema));
  const typed = type === 'string' ? undefined : parseJson(text)?.type;
  const isComposite = typed === 'object' || typed === 'array';
  const isExpected = isComposite ? type === typed || type === undefined : isJson(parameter.mediaType ?? '');
  if (typed !== undefined && isExpected) return parseExact(text);
  if (type !== 'array') return text;
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
