import type { OperationSlice } from '../../../openapi/slice.ts';

/** The scopes of an operation, undefined where it takes no sign-in. */
export function scopesOf({ security }: Pick<OperationSlice, 'security'>): string[] | undefined {
  return security.flat().find(({ type }) => type === 'oauth2')?.scopes;
}
