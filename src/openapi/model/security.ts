import type { OpenApiDocument, SecurityRequirement } from '../document/openapi-document.ts';
import type { SecurityScheme } from '../document/security-scheme.ts';
import { resolve } from '../document/refs.ts';

/** The first word of an `Authorization` header, as the registry writes it. Case does not matter to servers. */
const WORDS: Record<string, string> = { dpop: 'DPoP', gnap: 'GNAP', hoba: 'HOBA', privatetoken: 'PrivateToken' };

/** `bearer` → `Bearer`. @see https://www.iana.org/assignments/http-authschemes */
export function schemeWord(scheme = 'bearer'): string {
  const name = scheme.toLowerCase();
  return WORDS[name] ?? name.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** What a security requirement names, where the document declares it. */
export function schemeOf(document: OpenApiDocument, id: string): SecurityScheme | undefined {
  const schemes = document.components?.securitySchemes ?? {};
  const scheme = Object.hasOwn(schemes, id) ? schemes[id] : undefined;
  return scheme && resolve(document, scheme);
}

/** Alternatives without a deprecated scheme first: a reader takes the first one, and samples show it. */
export function currentFirst(document: OpenApiDocument, security: SecurityRequirement[]): SecurityRequirement[] {
  const isOld = (requirement: SecurityRequirement): boolean =>
    Object.keys(requirement).some((id) => schemeOf(document, id)?.deprecated === true);
  const old = security.filter(isOld);
  return old.length === 0 ? security : [...security.filter((one) => !old.includes(one)), ...old];
}
