/**
 * A link that restores a call: `#try=` and the call in base64url. A fragment is not sent to any server. It is read as
 * text that anyone may have written: whatever does not fit is refused with a sentence, nothing in it is run or shown as
 * markup, and opening a link never sends.
 */
import { isRecord } from '../../../openapi/document/refs.ts';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { editableParameters, fieldOf } from '../request/input/request-input.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import { withoutSecrets } from '../without-secrets.ts';

export const prefix = '#try=';

/** Characters. Browsers and chat programs cut longer addresses. */
export const longestFragment = 30_000;

export type Link = { fragment: string; removed: boolean; problem?: never } | { problem: string };

/** The fragment of a link to a call, without what looks like a secret. */
export function linkTo(operation: Pick<BundledOperation, 'operationId'>, filledIn: RequestInput): Link {
  const { call, removed } = withoutSecrets(filledIn);
  const values = Object.fromEntries(Object.entries(call.values).filter(([, value]) => value !== ''));
  const fragment =
    prefix + encode(JSON.stringify({ op: operation.operationId, values, body: call.body, type: call.mediaType }));
  if (fragment.length > longestFragment)
    return { problem: 'This call is too long for a link. Copy it as curl instead.' };
  return { fragment, removed };
}

export type Restored = { call: RequestInput; problem?: never } | { call?: never; problem: string };

/** What a fragment restores on the page of an operation; `undefined` where it is an ordinary anchor. */
export function restore(operation: BundledOperation, fragment: string): Restored | undefined {
  if (!fragment.startsWith(prefix)) return undefined;
  if (fragment.length > longestFragment) return { problem: 'The link is too long to be one of this site’s.' };
  const link = decode(fragment.slice(prefix.length));
  if (!isRecord(link) || !isRecord(link['values']) || typeof link['body'] !== 'string')
    return { problem: 'The link is damaged: part of it is missing or was changed.' };
  if (link['op'] !== operation.operationId)
    return { problem: 'The link belongs to another operation than the one on this page.' };
  const given = link['values'];
  const values = editableParameters(operation).map((parameter) => {
    const field = fieldOf(parameter);
    const value = Object.hasOwn(given, field) ? given[field] : '';
    return [field, typeof value === 'string' ? value : ''] as const;
  });
  const { type: mediaType, body } = link;
  if (mediaType !== undefined && !operation.body?.content.some((content) => content.mediaType === mediaType))
    return { problem: 'The link’s body is of a media type that this operation does not take.' };
  const type = typeof mediaType === 'string' ? { mediaType } : {};
  return { call: { values: Object.fromEntries(values), body: operation.body ? body : '', ...type } };
}

/** @see RFC 4648, section 5 */
function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function decode(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
