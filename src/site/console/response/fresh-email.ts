/** The same body with an email that nobody has, for a call that was refused because its email is taken. */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { memberOf, parseJson, valueOf } from '../../../json-text/tree.ts';
import { schemaObject } from '../request/input/request-input.ts';

/**
 * The body with each top-level email replaced by a fresh one, the rest as it was typed, or undefined where there is none to replace.
 * @param token Some letters or digits that make the email unlike any other.
 */
export function withFreshEmail(operation: BundledOperation, body: string, token: string): string | undefined {
  const fields = Object.entries(schemaObject(operation, operation.body?.content[0]?.schema).properties ?? {})
    .filter(([, schema]) => schemaObject(operation, schema).format === 'email')
    .map(([name]) => name);
  let text = body;
  for (const name of fields) {
    const node = memberOf(parseJson(text), name);
    if (node?.type !== 'string') continue;
    const fresh = JSON.stringify(freshEmail(String(valueOf(text, node)), token));
    text = text.slice(0, node.start) + fresh + text.slice(node.end);
  }
  return text === body ? undefined : text;
}

/** `jane+old@example.com` → `jane+k3x9@example.com`. */
function freshEmail(email: string, token: string): string {
  const [local = '', domain = 'example.com'] = email.split('@');
  return `${local.replace(/\+.*$/, '')}+${token}@${domain}`;
}
