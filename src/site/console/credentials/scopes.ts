import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';

/** The scopes of an operation, undefined where it takes no sign-in. */
export function scopesOf({ security }: Pick<BundledOperation, 'security'>): string[] | undefined {
  return security.flat().find(({ type }) => type === 'oauth2')?.scopes;
}
