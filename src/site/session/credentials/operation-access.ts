/** What the document says of who may call an operation, and of what a call does. */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';

/** The scopes of an operation, undefined where it takes no sign-in. */
export function scopesOf({ security }: Pick<BundledOperation, 'security'>): string[] | undefined {
  return security.flat().find(({ type }) => type === 'oauth2')?.scopes;
}

/** What a call that is made with a sign-in needs. */
export function scopeHint(operation: BundledOperation): string {
  const scopes = scopesOf(operation) ?? [];
  return scopes.length > 0 ? `Needs the scope ${scopes.join(', ')}.` : '';
}

/** Whether the operation asks for a key at all. */
export function needsKey(operation: BundledOperation): boolean {
  return (operation.security[0] ?? []).length > 0;
}

/** Whether a call may change data: whatever is not a read by its method, unless the spec says a read key is enough. */
export function changesData(operation: BundledOperation): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(operation.method) && operation.extensions['x-key-level'] !== 'read';
}
