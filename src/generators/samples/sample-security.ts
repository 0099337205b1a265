/** What says who calls: headers, pairs of the query, cookies, with secrets in their places. */
import type { BundledSecurity } from '../../openapi/bundle/bundled-operation.ts';
import { schemeWord } from '../../openapi/model/security.ts';
import { encodeName } from '../../openapi/request/percent-encoding.ts';
import type { SampleRequest, Secret, SecretText } from './request.ts';
import { joinTexts } from './request.ts';

type SecretOf = (scheme: BundledSecurity) => Secret;

/** The headers of the schemes. */
export function authHeaders(auth: BundledSecurity[], secretOf: SecretOf): SampleRequest['headers'] {
  return auth.flatMap((scheme): SampleRequest['headers'] => {
    const { type, in: place, name = '' } = scheme;
    if (type === 'apiKey') return place === 'header' ? [[name, [secretOf(scheme)]]] : [];
    if (type === 'mutualTLS') return [];
    return [['Authorization', joinTexts(`${schemeWord(scheme.scheme)} `, [secretOf(scheme)])]];
  });
}

/** The keys that stand in the query or in cookies: `api_key=…`. */
export function secretPairs(auth: BundledSecurity[], place: 'query' | 'cookie', secretOf: SecretOf): SecretText[] {
  return auth
    .filter((scheme) => scheme.type === 'apiKey' && scheme.in === place)
    .map((scheme) => joinTexts(`${encodeName(scheme.name ?? '')}=`, [secretOf(scheme)]));
}

/** Whether a scheme writes where a parameter stands. */
export function isSecretOf(
  { type, in: place, name = '' }: BundledSecurity,
  parameter: { in: string; name: string },
): boolean {
  if (type !== 'apiKey' || place !== parameter.in) return false;
  return place === 'header' ? name.toLowerCase() === parameter.name.toLowerCase() : name === parameter.name;
}

/** What a variable has to hold where its name does not say it, and what a header cannot do. */
export function authNotes(auth: BundledSecurity[], secretOf: SecretOf): string[] {
  return auth.flatMap((scheme) => {
    const { variable } = secretOf(scheme);
    if (scheme.type === 'mutualTLS') return ['The server asks for a TLS client certificate, too.'];
    if (scheme.type !== 'http') return [];
    if (scheme.scheme === 'basic') return [`${variable} holds the base64 of user:password.`];
    return scheme.scheme === 'digest' ? [`${variable} holds the answer to the server's challenge (RFC 7616).`] : [];
  });
}
