/** A multipart body written by hand, for languages whose library cannot write every one. */
import { BOUNDARY } from '../../openapi/model/boundary.ts';
import type { FormFields, FormValue, SampleRequest } from './request.ts';
import { formFields } from './request.ts';

/** Of no file. */
export const boundary = BOUNDARY;

/** @param type the media type of the body */
export function multipartHeader(type = 'multipart/form-data'): [name: string, value: string] {
  return ['Content-Type', `${type}; boundary=${boundary}`];
}

/** Whether libraries do not write a body as it is sent: theirs is `multipart/form-data`, what they give a media type is a file, and has no other headers. */
export function isByHand({
  body,
  bodyFormat,
  multipartType,
}: Pick<SampleRequest, 'body' | 'bodyFormat' | 'multipartType'>): boolean {
  if (body === undefined || bodyFormat !== 'multipart') return false;
  return multipartType !== undefined || formFields(body).some(([, value]) => isOwnPart(value));
}

function isOwnPart(value: FormValue): boolean {
  return typeof value !== 'string' && (!('file' in value) || value.headers !== undefined);
}

/** A body whose parts are all text. */
export function partsText(fields: FormFields): string {
  const parts = fields.map(([name, value]) => `${partHead(name, value)}${textOf(value)}\r\n`);
  return `${parts.join('')}${multipartEnd}`;
}

function textOf(value: FormValue): string {
  if (typeof value === 'string') return value;
  return 'file' in value ? '' : value.text;
}

/** What stands before a part's content. A file without a media type is bytes. */
export function partHead(name: string, value: FormValue): string {
  const { file, type = file === undefined ? undefined : 'application/octet-stream' }: { file?: string; type?: string } =
    typeof value === 'string' ? {} : value;
  const fileName = file === undefined ? '' : `; filename="${quoted(file)}"`;
  const headers = (typeof value === 'string' ? undefined : value.headers) ?? [];
  const further = headers.map(([header, text]) => `\r\n${header}: ${text}`).join('');
  const typeLine = type === undefined ? '' : `\r\nContent-Type: ${type}`;
  return `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${fileName}${typeLine}${further}\r\n\r\n`;
}

/** What stands after the last part. */
export const multipartEnd = `--${boundary}--\r\n`;

/** Name or file name inside a part's header. @see https://html.spec.whatwg.org/#multipart-form-data */
function quoted(text: string): string {
  return text.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}
