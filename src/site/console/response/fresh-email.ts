/** The same body with an email that nobody has, for a call that was refused because its email is taken. */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { schemaObject } from '../request/input/request-input.ts';

/**
 * The body with each top-level email replaced by a fresh one, or undefined where there is none to replace.
 * @param token Some letters or digits that make the email unlike any other.
 */
export function withFreshEmail(operation: BundledOperation, body: string, token: string): string | undefined {
  const fields = Object.entries(schemaObject(operation, operation.body?.content[0]?.schema).properties ?? {})
    .filter(([, schema]) => schemaObject(operation, schema).format === 'email')
    .map(([name]) => name);
  const value = parseObject(body);
  const taken = fields.filter((name) => typeof value?.[name] === 'string');
  if (value === undefined || taken.length === 0) return undefined;
  const fresh = taken.map((name) => [name, freshEmail(value[name] as string, token)]);
  return JSON.stringify({ ...value, ...(Object.fromEntries(fresh) as Record<string, string>) }, null, 2);
}

/** `jane+old@example.com` → `jane+k3x9@example.com`. */
function freshEmail(email: string, token: string): string {
  const [local = '', domain = 'example.com'] = email.split('@');
  return `${local.replace(/\+.*$/, '')}+${token}@${domain}`;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
