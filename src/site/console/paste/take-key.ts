/** Takes out of a request what says who calls. */
import type { BundledOperation, BundledSecurity } from '../../../openapi/bundle/bundled-operation.ts';
import { schemeWord } from '../../../openapi/model/security.ts';
import type { EncodedPair } from '../../../openapi/request/deserialize.ts';
import { decoded } from '../../../openapi/request/deserialize.ts';
import { isSecretName } from '../../../text/without-secrets.ts';
import type { PastedRequest } from './read/pasted-request.ts';

interface TakenKey {
  key?: string;
  /** All others. */
  headers: PastedRequest['headers'];
}

/** @param pairs of the query: those that hold a secret are taken out. */
export function takeKey(
  { security, parameters }: BundledOperation,
  given: PastedRequest['headers'],
  pairs: EncodedPair[],
  left: string[],
): TakenKey {
  const schemes = security.flat();
  const keys: string[] = [];
  const headers = given.filter(([name, value]) => {
    const key = schemes.map((scheme) => keyIn(scheme, name, value)).find((found) => found !== undefined);
    if (key !== undefined) keys.push(key);
    const isOther = key === undefined && /^(?:proxy-)?authorization$/i.test(name);
    if (isOther) left.push(`${name} is passed over: ${needs(schemes)}.`);
    return key === undefined && !isOther;
  });
  const secrets = pairs.filter(([name]) => isSecretPair(decoded(name), schemes, parameters));
  for (const pair of secrets) {
    pairs.splice(pairs.indexOf(pair), 1);
    if (schemes.some((scheme) => scheme.in === 'query' && scheme.name === decoded(pair[0])))
      keys.push(decoded(pair[1]));
    else left.push(`${decoded(pair[0])} looks like a secret: it has no place in an address, and is passed over.`);
  }
  const [key] = keys;
  return { ...(key !== undefined && key !== '' && { key }), headers };
}

function isSecretPair(name: string, schemes: BundledSecurity[], parameters: BundledOperation['parameters']): boolean {
  if (schemes.some((scheme) => scheme.in === 'query' && scheme.name === name)) return true;
  return isSecretName(name) && !parameters.some((parameter) => parameter.in === 'query' && parameter.name === name);
}

/** The secret in a header, if the scheme has it there. */
function keyIn({ type, in: place, name, scheme }: BundledSecurity, header: string, value: string): string | undefined {
  const lower = header.toLowerCase();
  if (type === 'apiKey') return place === 'header' && name?.toLowerCase() === lower ? value : undefined;
  if (type === 'mutualTLS' || lower !== 'authorization') return undefined;
  const word = schemeWord(scheme);
  return value.toLowerCase().startsWith(`${word.toLowerCase()} `) ? value.slice(word.length + 1).trim() : undefined;
}

function needs(schemes: BundledSecurity[]): string {
  const [scheme] = schemes;
  if (!scheme) return 'this operation needs no key';
  return scheme.type === 'apiKey'
    ? `this operation takes its key as ${scheme.name}`
    : `this operation takes “${schemeWord(scheme.scheme)}”`;
}
