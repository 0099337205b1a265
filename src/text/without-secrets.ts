/** Takes out of a text what looks like a secret, before it is kept or put into a link. */

/** Keys and tokens of the API, webhook secrets, bearer headers, JSON Web Tokens. */
const looksSecret =
  /\b(?:sk|pk|rk)_(?:live|test)_\w+|\b(?:at|rt|cs)_(?:live|test)_[\w.~-]+|\bwhsec_[\w+/=-]+|\b(?:Bearer|Basic)\s+[\w.~+/=-]{6,}|\beyJ[\w-]+\.[\w-]+\.[\w-]*/gi;

/** What is in a name whose value is secret. */
export const names = 'password|passwd|secret|token|api[_-]?key|authorization|credential';

/** A member of a JSON text or form whose name says that its value is secret. */
const namedSecret = new RegExp(String.raw`("[^"\\\n]*(?:${names})[^"\\\n]*"\s*:\s*)"(?:[^"\\]|\\.)+"`, 'gi');

/** The same of an element of XML, and of an attribute. */
const secretElement = new RegExp(String.raw`(<[^<>\s/]*(?:${names})[^<>\s/]*(?:\s[^<>]*)?>)[^<]+`, 'gi');
const secretAttribute = new RegExp(String.raw`(\s[\w:.-]*(?:${names})[\w:.-]*\s*=\s*)(?:"[^"]+"|'[^']+')`, 'gi');

const secretName = new RegExp(`${names}|cookie`, 'i');

/** A text, such as a body, without what looks like a secret: a blank text stands in its place. */
export function withoutSecretText(text: string): string {
  return withoutNamedSecrets(text).replace(looksSecret, '');
}

/** Whether a name says that its value is secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Whether a parameter is one that nobody else may see. */
export function isSecret(name: string, value: string): boolean {
  return isSecretName(name) || value.search(looksSecret) >= 0;
}

function withoutNamedSecrets(body: string): string {
  if (!body.trimStart().startsWith('<')) return body.replace(namedSecret, '$1""');
  return body.replace(secretElement, '$1').replace(secretAttribute, '$1""');
}
