import type { IncomingMessage } from 'node:http';
import { hostOf, isAllowedHost } from '../checks/host.ts';
import { ApiError } from '../http/api-error.ts';
import { malformed } from './broken-request.ts';

/** A request target with the host in it. @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2 */
const ABSOLUTE = /^(https?):\/\/([^/?#]*)/i;

/** The hosts that a server answers for. */
export interface Hosts {
  /** What the server is bound to. */
  readonly host: string;
  /** Names that it may be reached by besides. */
  readonly hostNames: readonly string[];
}

/**
 * Finds the host that a request is for: the one in its target, else the one in its Host header.
 * @throws ApiError 400 where that is not plain, 421 for another host
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20
 */
export function requireOwnHost(incoming: IncomingMessage, { host: bound, hostNames }: Hosts): void {
  const { url = '', httpVersion, headers } = incoming;
  const fields = incoming.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  if (fields.length > 1) throw malformed('it has more than one Host field');
  if (fields.length === 0 && httpVersion !== '1.0') throw malformed('it has no Host field');
  const [, scheme, inTarget] = ABSOLUTE.exec(url) ?? [];
  if (scheme === undefined && !url.startsWith('/') && url !== '*')
    throw malformed('its target is neither a path nor an address');
  const authority = inTarget ?? headers.host ?? '';
  const host = hostOf(authority);
  if (host === undefined && authority !== '') throw malformed('its host is none');
  if (scheme?.toLowerCase() === 'https' || !isAllowedHost(host, bound, hostNames)) {
    throw new ApiError('misdirected_request', { values: { host: authority } });
  }
}

/**
 * Refuses a body in a coding that is not known here: what is in the chunks would be taken for the body itself.
 * @throws ApiError 501
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-6.1
 */
export function requireKnownCoding({ headers }: IncomingMessage): void {
  const coding = headers['transfer-encoding'] ?? 'chunked';
  if (coding.toLowerCase() !== 'chunked') throw new ApiError('unsupported_transfer_encoding', { values: { coding } });
}
