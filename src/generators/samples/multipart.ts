/** A multipart body written by hand, for languages whose library cannot write every one. */
import { BOUNDARY } from '../../openapi/model/boundary.ts';
import type { FormFields, FormValue } from './request.ts';

/** Of no file. */
export const boundary = BOUNDARY;

export const multipartHeader: [name: string, value: string] = [
  'Content-Type',
  `multipart/form-data; boundary=${boundary}`,
];

/** Whether a form has a text with a media type of its own: what libraries give one is a file to them. */
export function hasTypedText(fields: FormFields): boolean {
  return fields.some(([, value]) => typeof value !== 'string' && !('file' in value));
}

/** What stands before a part's content. A file without a media type is bytes. */
export function partHead(name: string, value: FormValue): string {
  const { file, type = file === undefined ? undefined : 'application/octet-stream' }: { file?: string; type?: string } =
    typeof value === 'string' ? {} : value;
  const fileName = file === undefined ? '' : `; filename="${quoted(file)}"`;
  const typeLine = type === undefined ? '' : `\r\nContent-Type: ${type}`;
  return `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${fileName}${typeLine}\r\n\r\n`;
}

/** What stands after the last part. */
export const multipartEnd = `--${boundary}--\r\n`;

/** Name or file name inside a part's header. @see https://html.spec.whatwg.org/#multipart-form-data */
function quoted(text: string): string {
  return text.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}
