/** The first word of an `Authorization` header, as the registry writes it. Case does not matter to servers. */
const WORDS: Record<string, string> = { dpop: 'DPoP', gnap: 'GNAP', hoba: 'HOBA', privatetoken: 'PrivateToken' };

/** `bearer` → `Bearer`. @see https://www.iana.org/assignments/http-authschemes */
export function schemeWord(scheme = 'bearer'): string {
  const name = scheme.toLowerCase();
  return WORDS[name] ?? name.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
