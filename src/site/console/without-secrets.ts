/** Takes out of a call what looks like a secret, before it is kept or put into a link. */
import type { RequestInput } from './request/input/request-input.ts';

/** Keys and tokens of the API, webhook secrets, bearer headers, JSON Web Tokens. */
const looksSecret =
  /\b(?:sk|pk|rk)_(?:live|test)_\w+|\b(?:at|rt|cs)_(?:live|test)_[\w.~-]+|\bwhsec_[\w+/=-]+|\b(?:Bearer|Basic)\s+[\w.~+/=-]{6,}|\beyJ[\w-]+\.[\w-]+\.[\w-]*/gi;

const names = 'password|passwd|secret|token|api[_-]?key|authorization|credential';

/** A member of a JSON text or form whose name says that its value is secret. */
const namedSecret = new RegExp(String.raw`("[^"\\\n]*(?:${names})[^"\\\n]*"\s*:\s*)"(?:[^"\\]|\\.)+"`, 'gi');

/** The same of an element of XML, and of an attribute. */
const secretElement = new RegExp(String.raw`(<[^<>\s/]*(?:${names})[^<>\s/]*(?:\s[^<>]*)?>)[^<]+`, 'gi');
const secretAttribute = new RegExp(String.raw`(\s[\w:.-]*(?:${names})[\w:.-]*\s*=\s*)(?:"[^"]+"|'[^']+')`, 'gi');

const secretName = new RegExp(`${names}|cookie`, 'i');

export interface CleanInput {
  call: RequestInput;
  /** Whether something was taken out. */
  removed: boolean;
}

/** The call without what looks like a secret: a parameter is left out, in a body a blank text stands in its place. */
export function withoutSecrets({ values, body, ...rest }: RequestInput): CleanInput {
  const kept = Object.entries(values).filter(([name, value]) => value === '' || !isSecret(name, value));
  const cleanBody = withoutSecretText(body);
  return {
    call: { ...rest, values: Object.fromEntries(kept), body: cleanBody },
    removed: kept.length < Object.keys(values).length || cleanBody !== body,
  };
}

/** A text, such as a body, without what looks like a secret. */
export function withoutSecretText(text: string): string {
  return withoutNamedSecrets(text).replace(looksSecret, '');
}

function withoutNamedSecrets(body: string): string {
  if (!body.trimStart().startsWith('<')) return body.replace(namedSecret, '$1""');
  return body.replace(secretElement, '$1').replace(secretAttribute, '$1""');
}

function isSecret(name: string, value: string): boolean {
  return secretName.test(name) || value.search(looksSecret) >= 0;
}
