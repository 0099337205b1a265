/** The text of a multipart body as its parts: browsers copy it so. @see https://www.rfc-editor.org/rfc/rfc7578 */
import { headerOf } from './pasted-request.ts';
import type { PastedPart, PastedRequest } from './pasted-request.ts';

export function readMultipart(request: PastedRequest): PastedRequest {
  const { body, headers } = request;
  const type = headerOf(headers, 'Content-Type') ?? '';
  const boundary = /^multipart\/[^;]+;.*?boundary="?([^";]+)/i.exec(type)?.[1];
  if (body?.kind !== 'text' || boundary === undefined) return request;
  const parts = body.text
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((text) => partOf(text) ?? []);
  // Parts without names have their place, and stay as they are written.
  return parts.length === 0 ? request : { ...request, body: { kind: 'parts', parts } };
}

function partOf(text: string): PastedPart | undefined {
  const [, head = '', content = ''] = /^\r?\n([\s\S]*?)\r?\n\r?\n([\s\S]*?)\r?\n?$/.exec(text) ?? [];
  const name = /[; ]name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return undefined;
  const file = /filename="([^"]*)"/i.exec(head)?.[1];
  const type = /^content-type: *(.*)$/im.exec(head)?.[1]?.trim();
  return { name, ...(file === undefined ? { text: content } : { file }), ...(type && { type }) };
}
